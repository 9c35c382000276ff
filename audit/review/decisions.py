"""Every decision a person took on a finding, in one SQLite file; of each finding the last decision stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from audit.errors import ConfigError
from audit.review.row import Row

FILE_NAME = "decisions.sqlite"
_BUSY_SECONDS = 10.0
"""How long a write waits for another desk's; one worksheet takes some 10 ms."""
_TABLE = """CREATE TABLE IF NOT EXISTS decisions (
    article TEXT NOT NULL, fingerprint TEXT NOT NULL, rule TEXT NOT NULL, decision TEXT NOT NULL,
    comment TEXT NOT NULL, date TEXT NOT NULL, PRIMARY KEY (article, fingerprint))"""
_COLUMNS = "article, fingerprint, rule, decision, comment, date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One finding of an article with the decision taken; `date` is ISO 8601 in UTC, empty where it is not known."""

    article: str
    fingerprint: str
    rule: str
    decision: str
    comment: str = ""
    date: str = ""


class Decisions:
    """The decisions in a file, which is made with its folder on first use; ConfigError where it cannot be used."""

    def __init__(self, path: Path) -> None:
        """Open the file, so that what is wrong with it is told before any work."""
        self.path = path
        with self._open() as connection:
            connection.execute(_TABLE)

    def record(self, decided: Iterable[Decided]) -> None:
        """Keep decisions, each in the place of an earlier one on the same finding of the same article."""
        rows = [(d.article, d.fingerprint, d.rule, d.decision, d.comment, d.date) for d in decided]
        with self._open() as connection:
            connection.executemany(f"INSERT OR REPLACE INTO decisions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", rows)  # noqa: S608 - a constant

    def held(self) -> list[Decided]:
        """All decisions, in order of article and date."""
        with self._open() as connection:
            rows = connection.execute(f"SELECT {_COLUMNS} FROM decisions ORDER BY article, date, fingerprint")  # noqa: S608 - a constant
            return [
                Decided(article=a, fingerprint=f, rule=r, decision=d, comment=c, date=t) for a, f, r, d, c, t in rows
            ]

    def _open(self) -> AbstractContextManager[sqlite3.Connection]:
        return _connected(self.path)


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection whose changes are kept together or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=_BUSY_SECONDS)) as connection, connection:
            yield connection
    except (sqlite3.Error, OSError, ValueError) as cause:
        raise ConfigError(f"{path}: cannot keep decisions there: {cause}") from cause


def default_path() -> Path:
    """The file in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("mt-audit") / FILE_NAME


def decided(rows: Iterable[Row], date: str = "") -> list[Decided]:
    """What the rows of a worksheet decide; rows without a decision say nothing."""
    return [
        Decided(
            article=row.article or row.path,
            fingerprint=row.fingerprint,
            rule=row.rule,
            decision=row.decision,
            comment=row.comment,
            date=date,
        )
        for row in rows
        if row.decision
    ]


def now() -> str:
    """The time in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
