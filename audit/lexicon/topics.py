"""What an article is about, as far as its words tell: many false friends are good English on another page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from audit import tables

TABLE = "topics"
ENOUGH = 4
"""Different words of a topic from which an article is about it: a page about another thing holds one or two."""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@cache
def names() -> frozenset[str]:
    """The topics there are."""
    return tables.column(TABLE, 1)


def topics(texts: Iterable[str]) -> frozenset[str]:
    """The topics of an article given as its paragraphs: those of whose words it holds at least `ENOUGH`."""
    return _topics(tuple(texts))


@lru_cache(maxsize=64)
def _topics(texts: tuple[str, ...]) -> frozenset[str]:
    held: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for word in _WORD.findall(text.lower()):
            for topic in _table().get(word, ()):
                held[topic].add(word)
    return frozenset(topic for topic, words in held.items() if len(words) >= ENOUGH)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    held: dict[str, tuple[str, ...]] = {}
    for word, topic in tables.rows(TABLE):
        held[word] = (*held.get(word, ()), topic)
    return held
