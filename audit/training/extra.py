"""What training needs beyond the package's own dependencies."""

from __future__ import annotations

from audit.errors import PluginError


def require() -> None:
    """Raise PluginError, naming what is missing, unless the extra `train` is installed."""
    try:
        import torch  # noqa: F401
        import transformers  # noqa: F401
    except ImportError as cause:
        raise PluginError(f"training needs {cause.name}: pip install 'mt-audit[train]'") from cause
