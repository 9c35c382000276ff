"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from audit.errors import ConfigError


def write_whole(path: str, data: bytes) -> None:
    """Put `data` in the place of a file, whose permissions stay; a reader sees the old file or the new one.

    A link stays one: what it points to is written. Raises ConfigError when the file cannot be written, and leaves it
    as it was.
    """
    target = Path(path).resolve()
    copy: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        copy = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        copy.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        copy.replace(target)
    except OSError as cause:
        if copy is not None:
            with contextlib.suppress(OSError):
                copy.unlink()
        raise ConfigError(f"{path}: cannot be written: {cause.strerror}") from cause


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
