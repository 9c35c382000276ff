"""Reads text files line by line: plain, .gz or .xz."""

from __future__ import annotations

import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from audit.errors import IngestError

OPENERS: dict[str, Callable[..., IO[str]]] = {"": open, ".xz": lzma.open, ".gz": gzip.open}
"""How a file is opened, by its ending; any other is plain text."""


def lines(path: Path) -> Iterator[str]:
    """The lines of a file, with their ends; raises IngestError naming a file that cannot be read.

    A lone carriage return ends no line: it would shift those of parallel text.
    """
    try:
        with OPENERS.get(path.suffix, open)(path, "rt", encoding="utf-8", newline="\n") as stream:
            yield from stream
    except (OSError, EOFError, lzma.LZMAError, zlib.error, UnicodeDecodeError) as cause:
        raise IngestError(f"cannot be read: {cause}", path=str(path)) from cause
