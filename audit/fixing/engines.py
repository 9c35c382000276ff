"""Whether a fix needs an engine: the safe ones never do."""

from __future__ import annotations

from audit import plugins
from audit.back_translation.suggestions import KINDS
from audit.config import Config
from audit.pipeline import TRANSLATED
from audit.selection import selected


def engine_for(config: Config, *, unsafe: bool = False) -> str:
    """The engine to fix with: the configured one where an unsafe fix of a selected rule can come of it, else `none`.

    That is a rule that reads a translation, or one of wording, for which a translator may find a suggestion.
    """
    if not unsafe:
        return "none"
    checks = selected(plugins.checks(), config)
    needed = any(check.needs & TRANSLATED or check.category.startswith(KINDS) for check in checks)
    return config.engine if needed else "none"
