"""How common a word is in English news: the index files every entry under the rarest words it needs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from audit import tables

RARE_PER_MILLION = 15.0
"""Rate taken for words outside the table, whose last word has 59 per million; their median lies far below."""


def rate_per_million(words: Iterable[str]) -> float:
    """Expected hits per million words of any of these lower-case words."""
    table = _table()
    return sum(table.get(word, RARE_PER_MILLION) for word in words)


@cache
def _table() -> dict[str, float]:
    return {word: float(rate) for word, rate in tables.rows("word_rates")}
