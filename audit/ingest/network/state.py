"""Which entries of which feeds were audited before, in one SQLite file that several processes may share."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from audit.ingest.network.page import Validators

FILE_NAME = "feeds.sqlite"
MOST_ENTRIES = 10_000
"""Entries remembered of one feed beside those it has now: a large agency's feed takes a month to get through them."""

_BUSY_SECONDS = 10.0
"""How long a run waits for another that writes; recording a feed takes some 10 ms."""
_TABLES = (
    "CREATE TABLE IF NOT EXISTS feeds (url TEXT PRIMARY KEY, address TEXT, etag TEXT, modified TEXT, checked TEXT)",
    "CREATE TABLE IF NOT EXISTS entries (url TEXT, entry BLOB, digest BLOB, seen TEXT, PRIMARY KEY (url, entry))",
)

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A feed as it was audited: its validators, the digest of each entry's text by that of its id, and when (UTC)."""

    validators: Validators
    entries: Mapping[bytes, bytes] = field(default_factory=dict)
    checked: str = ""


class FeedState:
    """Feeds by URL; a file that cannot be used is left alone, and `note` says why (None while all is well)."""

    def __init__(self, path: Path) -> None:
        """Open nothing yet; the file and its folder are made when the first feed is recorded."""
        self.path = path
        self.note: str | None = None

    def known(self, url: str) -> Seen | None:
        """What is known of a feed; None when it was never audited."""
        return self._guarded(lambda file: _known(file, url)) if self.path.exists() else None

    def record(self, feeds: Mapping[str, Seen]) -> None:
        """Remember feeds as audited, all of them or none."""

        def write(file: sqlite3.Connection) -> None:
            for url, seen in feeds.items():
                _record(file, url, seen)

        self._guarded(write)

    def _guarded(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=_BUSY_SECONDS)) as file, file:
                for table in _TABLES:
                    file.execute(table)
                return work(file)
        except (sqlite3.Error, OSError, ValueError) as cause:
            self.note = f"{self.path}: what was audited is not remembered: {cause} – mend or delete the file"
            return None


def state_path(setting: str | None) -> Path | None:
    """The file that goes with `Config.cache`: beside that one, in the user's state folder by default, None for `""`."""
    if setting == "":
        return None
    if setting is not None:
        return Path(setting).expanduser().parent / FILE_NAME
    from platformdirs import user_state_path

    return user_state_path("mt-audit") / FILE_NAME


def _known(file: sqlite3.Connection, url: str) -> Seen | None:
    row = file.execute("SELECT address, etag, modified, checked FROM feeds WHERE url = ?", (url,)).fetchone()
    if row is None:
        return None
    address, etag, modified, checked = map(str, row)
    entries = dict(file.execute("SELECT entry, digest FROM entries WHERE url = ?", (url,)).fetchall())
    return Seen(validators=Validators(address=address, etag=etag, modified=modified), entries=entries, checked=checked)


def _record(file: sqlite3.Connection, url: str, seen: Seen) -> None:
    given = seen.validators
    file.execute(
        "INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?, ?)",
        (url, given.address, given.etag, given.modified, seen.checked),
    )
    rows = [(url, entry, digest, seen.checked) for entry, digest in seen.entries.items()]
    file.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows)
    file.execute(
        "DELETE FROM entries WHERE url = ? AND entry NOT IN "
        "(SELECT entry FROM entries WHERE url = ? ORDER BY seen DESC LIMIT ?)",
        (url, url, MOST_ENTRIES + len(rows)),
    )
