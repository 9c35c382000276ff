"""Translations kept in one SQLite file that several processes may share."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

MAX_ROWS = 200_000
"""Translations kept, oldest dropped first: about 60 MB of sentences of the usual 130 characters."""

_BUSY_SECONDS = 10.0
"""How long a write waits for another process; one commit of a thousand rows takes some 10 ms."""
_KEYS_PER_QUERY = 500
"""Below the 999 variables that SQLite before 3.32 allows in one statement."""

NOT_CACHED = "back-translations are not cached"
"""What the note of a file says that cannot be used."""

_T = TypeVar("_T")

# SQLite forbids a forked child even to close its parent's connection.
_INHERITED: list[sqlite3.Connection | None] = []


class Store:
    """Texts by key; a file that cannot be used is left alone, and `note` says why (None while all is well)."""

    def __init__(self, path: Path, max_rows: int = MAX_ROWS) -> None:
        """Open nothing yet; `path` and its folder are made on first use."""
        self.path = path
        self.note: str | None = None
        self._max_rows = max_rows
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._owner = 0

    def get(self, keys: Sequence[bytes]) -> dict[bytes, str]:
        """The texts held of some keys."""
        return self._guarded(lambda connection: dict(_select(connection, keys))) or {}

    def put(self, texts: Mapping[bytes, str]) -> None:
        """Keep texts, and drop the oldest beyond the maximum."""
        rows = [(key, text.encode("utf-8", "surrogatepass")) for key, text in texts.items()]

        def write(connection: sqlite3.Connection) -> None:
            with connection:
                connection.executemany("INSERT OR IGNORE INTO translations VALUES (?, ?)", rows)
                connection.execute(
                    "DELETE FROM translations WHERE rowid <= (SELECT MAX(rowid) FROM translations) - ?",
                    (self._max_rows,),
                )

        self._guarded(write)

    def close(self) -> None:
        """Close the file; the store may be used again."""
        with self._lock:
            self._drop()

    def _guarded(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        with self._lock:
            if self.note:
                return None
            try:
                return work(self._open())
            except (sqlite3.Error, OSError, ValueError) as cause:
                self.note = f"{self.path}: {NOT_CACHED}: {cause} – mend or delete the file"
                self._drop()
                return None

    def _open(self) -> sqlite3.Connection:
        if self._owner != os.getpid():
            _INHERITED.append(self._connection)
            self._connection = None
        if self._connection is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, check_same_thread=False)
            self._owner = os.getpid()
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute(
                "CREATE TABLE IF NOT EXISTS translations (key BLOB NOT NULL UNIQUE, text BLOB NOT NULL)"
            )
        return self._connection

    def _drop(self) -> None:
        if self._connection is not None and self._owner == os.getpid():
            self._connection.close()
        self._connection = None


def _select(connection: sqlite3.Connection, keys: Sequence[bytes]) -> Iterator[tuple[bytes, str]]:
    rest = iter(keys)
    while part := list(islice(rest, _KEYS_PER_QUERY)):
        marks = ", ".join("?" * len(part))
        query = f"SELECT key, CAST(text AS BLOB) FROM translations WHERE key IN ({marks})"  # noqa: S608 - only "?" goes in
        yield from ((key, text.decode("utf-8", "surrogatepass")) for key, text in connection.execute(query, part))
