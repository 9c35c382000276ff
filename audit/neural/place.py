"""Finds a model, in a folder or on the Hugging Face hub, and tells its revision."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audit.neural.digest import digest
from audit.neural.loudness import Failure, clearly, quietly

if TYPE_CHECKING:
    from transformers import PretrainedConfig

_INSTALL = "pip install 'mt-audit[neural]'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a model is: what `from_pretrained` takes, and the commit of the hub to take (None for a folder)."""

    path: str
    commit: str | None
    revision: str
    config: PretrainedConfig


def find(model: str, failure: Failure) -> Place:
    """The place of a model by folder or hub name, its configuration read.

    Raises `failure` where the extra `neural` is not installed, or no such model is to be had.
    """
    _require_extra(failure)
    folder = _folder(model, failure)
    from transformers import AutoConfig

    wanted = "cannot read the model's configuration" if folder else "neither a folder here nor to be had from the hub"
    with clearly(failure, wanted), quietly():
        config = AutoConfig.from_pretrained(str(folder or model), trust_remote_code=False)
    if folder:
        return Place(path=str(folder), commit=None, revision=weights_digest(folder), config=config)
    commit = getattr(config, "_commit_hash", None) or _cached_commit(model)
    return Place(path=model, commit=commit, revision=commit or "unknown", config=config)


def weights_digest(folder: Path) -> str:
    """The digest of a folder's weights, shards read in order of name."""
    return digest(sorted(folder.glob("*.safetensors")) or sorted(folder.glob("pytorch_model*.bin")))


def _require_extra(failure: Failure) -> None:
    try:
        import torch  # noqa: F401 - transformers imports without it, and fails late
        import transformers  # noqa: F401 - likewise
    except ImportError as cause:
        raise failure(f"{cause.name or cause} is not installed – {_INSTALL}") from cause


def _folder(model: str, failure: Failure) -> Path | None:
    """The folder that `model` names; None where it can only be a name on the hub (`gpt2`, `owner/name`)."""
    path = Path(model).expanduser()
    if path.is_dir():
        if not (path / "config.json").is_file():
            raise failure("the folder holds no config.json – name one that save_pretrained wrote")
        return path
    if path.exists():
        raise failure("a file – name the folder it is in")
    if model.startswith((".", "/", "~")) or model.count("/") > 1 or "\\" in model:
        raise failure("there is no such folder")
    return None


def _cached_commit(model: str) -> str | None:
    """The commit whose files were last taken from the hub: transformers 5 no longer tells it in the configuration."""
    from huggingface_hub import try_to_load_from_cache

    path = try_to_load_from_cache(model, "config.json")
    return Path(path).parent.name if isinstance(path, str) else None
