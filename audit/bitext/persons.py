"""The persons a text names: a first name with the capitalised word after it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from audit import person_names
from audit.bitext.glossary import known
from audit.bitext.names import SHORT, acronym, common
from audit.bitext.words import Word, words


@lru_cache(maxsize=256)
def persons(text: str, lang: str) -> tuple[tuple[Word, Word], ...]:
    """First names with the capitalised word after them."""
    return tuple(_persons(text, lang))


def _persons(text: str, lang: str) -> Iterator[tuple[Word, Word]]:
    for one, other in pairwise(words(text)):
        together = text[one.end : other.start] in {" ", "\u00a0"}
        if together and one.capital and other.capital and len(other.text) > 1 and _given(one, lang):
            yield one, other


def _given(word: Word, lang: str) -> bool:
    """Whether a word may be a first name: it is one in some language, or no word of either language."""
    if person_names.given_languages(word.text):
        return True
    named = len(word.text) >= SHORT and not acronym(word.text)
    return named and not known(word.low, lang) and not common(word.low)


@cache
def surnames_of(word: str) -> frozenset[str]:
    """The surnames that an English word in lower case may be a translation of."""
    return frozenset(held.surname for held in person_names.renderings().get(word, ()))
