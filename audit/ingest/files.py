"""Turns the paths of a command line into the files and addresses to read."""

from __future__ import annotations

import stat
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from audit.errors import IngestError
from audit.ingest.network.address import is_address, parsed, shown
from audit.ingest.network.failure import NetworkFailure

STANDARD_INPUT = "-"


def files(paths: Sequence[str], extensions: Collection[str]) -> list[str]:
    """The files to read, in order: each path, or all files with one of the extensions in and below a folder.

    A folder's are in order of name; hidden ones are left out; an address stays as it is. Raises IngestError for an
    address that is not valid, a path that is not there, a folder that holds no such file or that leads back into
    itself, and standard input given twice.
    """
    found: list[str] = []
    for path in paths:
        if is_address(path):
            found.append(_checked(path))
        elif path == STANDARD_INPUT:
            if path in found:
                raise IngestError("standard input can be read only once", path=path)
            found.append(path)
        else:
            found += _expanded(path, extensions)
    return found


def cannot_read(path: str, cause: Exception) -> IngestError:
    """The error for a path that the system refuses."""
    reason = (cause.strerror if isinstance(cause, OSError) else None) or str(cause)
    hint = " – check the path" if isinstance(cause, FileNotFoundError) else ""
    return IngestError(f"cannot be read: {reason}{hint}", path=path)


def _checked(url: str) -> str:
    try:
        parsed(url)
    except NetworkFailure as cause:
        raise IngestError(str(cause), path=shown(url)) from cause
    return url


def _expanded(path: str, extensions: Collection[str]) -> list[str]:
    try:
        is_folder = stat.S_ISDIR(Path(path).stat().st_mode)
    except (OSError, ValueError) as cause:
        raise cannot_read(path, cause) from cause
    if not is_folder:
        return [path]
    held = list(_walk(Path(path), extensions))
    if not held:
        raise IngestError(f"holds no file that can be read ({' '.join(sorted(extensions))})", path=path)
    return held


def _walk(folder: Path, extensions: Collection[str]) -> Iterator[str]:
    waiting: list[tuple[Path, frozenset[tuple[int, int]]]] = [(folder, frozenset())]
    while waiting:
        path, above = waiting.pop()
        if not path.is_dir():
            yield str(path)
            continue
        own = _identity(path)
        if own in above:
            raise IngestError("leads back to a folder above it – remove the symbolic link", path=str(path))
        waiting += [(held, above | {own}) for held in _held(path, extensions)]


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _held(folder: Path, extensions: Collection[str]) -> list[Path]:
    """What a folder holds that is to be read, last name first."""
    try:
        names = sorted((held for held in folder.iterdir() if not held.name.startswith(".")), reverse=True)
        return [held for held in names if held.is_dir() or (held.suffix.lower() in extensions and held.is_file())]
    except OSError as cause:
        raise cannot_read(str(folder), cause) from cause
