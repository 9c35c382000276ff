"""Writes files whole or not at all, and tells what would change in them."""

from __future__ import annotations

import contextlib
import difflib
import secrets
from pathlib import Path

from audit.errors import ConfigError

NO_LINE_END = "\\ No newline at end of file\n"


def write_whole(path: Path, data: bytes) -> None:
    """Put data in the place of a file in one step: who reads it sees the old one or the new one.

    The file keeps its permissions, a symbolic link stays one, and what is no file (a pipe, a device) is written to.
    Raises ConfigError where it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except (OSError, ValueError) as cause:
        raise ConfigError(f"{path}: cannot write: {getattr(cause, 'strerror', None) or cause}") from cause


def _replace(place: Path, data: bytes) -> None:
    made = place.with_name(f".{place.name[:40]}-{secrets.token_hex(4)}")
    try:
        with made.open("xb") as stream:
            stream.write(data)
        if place.exists():
            made.chmod(place.stat().st_mode & 0o7777)
        made.replace(place)
    finally:
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)


def differences(path: str, before: str, after: str) -> str:
    """The unified diff of a file, as `patch` takes it; empty where nothing differs.

    Only a line feed ends a line: a lone carriage return and Unicode's other separators stand inside one.
    """
    lines = difflib.unified_diff(_lines(before), _lines(after), fromfile=path, tofile=path)
    return "".join(line if line.endswith("\n") else f"{line}\n{NO_LINE_END}" for line in lines)


def _lines(text: str) -> list[str]:
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + [last] * bool(last)
