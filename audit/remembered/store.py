"""Values by key in one SQLite file that several processes may share, no larger than it may be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

MOST_BYTES = 256 * 1024 * 1024
"""Size at which the oldest values are dropped: about 30,000 articles of 250 words, at 8 KB each with their scores."""
_LARGEST = 8
"""Parts of the file that one value may fill at most: what is larger is not kept."""
_DROPPED = 10
"""Parts of the values of which one is dropped at a time: the fewest writes that leave nearly all."""
_BUSY_SECONDS = 10.0
"""How long a write waits for another process; one takes some milliseconds."""

_T = TypeVar("_T")


class Store:
    """Bytes by key; a file that cannot be used is left alone, and `note` says why (None while all is well)."""

    def __init__(self, path: Path, most_bytes: int = MOST_BYTES) -> None:
        """Open nothing yet; `path` and its folder are made on first use."""
        self.path = path
        self.note: str | None = None
        self._most_bytes = most_bytes
        self._connection: sqlite3.Connection | None = None

    def get(self, key: bytes) -> bytes | None:
        """The value of a key, None where there is none."""
        row = self._guarded(lambda file: file.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone())
        return row[0] if row and isinstance(row[0], bytes) else None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value in the place of the one before, and drop the oldest where they are too many."""
        if len(value) > self._most_bytes // _LARGEST:
            return

        def write(file: sqlite3.Connection) -> None:
            with file:
                file.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, value))
                while _size(file) > self._most_bytes:
                    _drop_oldest(file)

        self._guarded(write)

    def close(self) -> None:
        """Close the file; the store may be used again."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _guarded(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        if self.note:
            return None
        try:
            return work(self._open())
        except (sqlite3.Error, OSError, ValueError) as cause:
            self.note = f"{self.path}: reports are not remembered: {cause} – mend or delete the file"
            self.close()
            return None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self.path, timeout=_BUSY_SECONDS)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB NOT NULL UNIQUE, value BLOB NOT NULL)")
        return self._connection


def _size(file: sqlite3.Connection) -> int:
    """Bytes of the file that hold something."""
    pages, free, size = (
        int(file.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def _drop_oldest(file: sqlite3.Connection) -> None:
    file.execute(
        "DELETE FROM kept WHERE rowid IN "
        "(SELECT rowid FROM kept ORDER BY rowid LIMIT (SELECT COUNT(*) / ? + 1 FROM kept))",
        (_DROPPED,),
    )
