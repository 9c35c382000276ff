"""The words that stand beside a name, whatever its case and accents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from audit.bitext.glossary import folded
from audit.bitext.words import Word, words


def beside(text: str, name: str, step: int) -> Iterator[tuple[Word, Word]]:
    """Yield the words of a text that are a name, folded, each with the one after it (`step` 1) or before it (-1)."""
    here = words(text)
    for at in _where(text).get(name, ()):
        if 0 <= at + step < len(here):
            yield here[at], here[at + step]


@lru_cache(maxsize=256)
def _where(text: str) -> dict[str, list[int]]:
    """At which places among the words of a text each of them stands, folded."""
    held: dict[str, list[int]] = {}
    for at, word in enumerate(words(text)):
        held.setdefault(folded(word.low), []).append(at)
    return held
