"""How well the engines were measured to translate: what `auto` chooses by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from audit import tables

TABLE = "engine_scores"
"""`audit bench --only translation --scores FILE` writes it: all engines on the same texts in one run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """chrF (0–100, Popović 2015) of engines by name, all on one test set; empty where none was measured."""

    test_set: str = ""
    chrf: Mapping[str, float] = field(default_factory=dict)


def measured(pair: str) -> Measured:
    """The figures of a pair such as `en-es`, on the first test set that the table has of it.

    A figure counts whatever the revision at hand: a program's differs between installations by little, and that of a
    model in the package is kept equal to the table's by a test.
    """
    rows = [row for row in tables.rows(TABLE) if row[0] == pair]
    if not rows:
        return Measured()
    first = rows[0][3]
    return Measured(test_set=first, chrf={row[1]: float(row[4]) for row in rows if row[3] == first})
