"""The words each pattern is filed under: a shipped table, so that loading a lexicon reads no pattern at all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from audit import tables
from audit.lexicon.pattern import parse

TABLE = "pattern_words"


def index_words(pattern: str) -> Iterable[str]:
    """Words, rare ones where there is a choice, of which one stands in any text the pattern matches.

    A pattern that is not in the shipped table is read for them; raises ValueError when it cannot be.
    """
    return _table().get(pattern) or parse(pattern).needed[0]


def table_text(patterns: Iterable[str]) -> str:
    """The whole table for these patterns, derived anew, ready to be written."""
    lines = (f"{pattern}\t{' '.join(sorted(parse(pattern).needed[0]))}\n" for pattern in sorted(set(patterns)))
    return "pattern\twords\n" + "".join(lines)


@cache
def _table() -> dict[str, list[str]]:
    return {pattern: words.split(" ") for pattern, words in tables.rows(TABLE)}
