"""The words of a text that carry its content, with their places."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from audit import tables

SHORT = 3
"""Letters up to which a word is taken for one of grammar, unless it is written in capitals."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_ELIDED = re.compile(
    r"\A(?:[cdjlmnst]|qu|dell|nell|all|sull|dall|un|quest|quell|lorsqu|jusqu|puisqu)['’]", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"['’](?:s|re|ll|ve|d|m)?\Z|n['’]t\Z", re.IGNORECASE)


class Word(NamedTuple):
    """A word as it is written and its place in the text."""

    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


@lru_cache(maxsize=2048)
def words(text: str) -> tuple[Word, ...]:
    """All words of a text in order, without elided articles (l’, d’) and the English ’s."""
    held = []
    for match in _WORD.finditer(text):
        start, word = match.start(), match[0]
        if elided := _ELIDED.match(word):
            start, word = start + elided.end(), word[elided.end() :]
        word = _POSSESSIVE.sub("", word)
        held.append(Word(start, start + len(word), word))
    return tuple(held)


@lru_cache(maxsize=256)
def lows(text: str) -> frozenset[str]:
    """The words of a text in lower case."""
    return frozenset(word.low for word in words(text))


@lru_cache(maxsize=2048)
def content(text: str, lang: str) -> tuple[Word, ...]:
    """The words of a text that are neither short, nor of grammar, nor figures."""
    stop = function_words(lang)
    return tuple(
        word
        for word in words(text)
        if not word.text.isdigit() and word.low not in stop and (len(word.text) > SHORT or _acronym(word.text))
    )


@cache
def function_words(lang: str) -> frozenset[str]:
    """The words of grammar of a language, in lower case."""
    listed = (words for held, words in tables.rows("source_function_words") if held == lang)
    held = frozenset(word for words in listed for word in words.split())
    return held | frozenset(row[0].lower() for row in tables.rows("function_words")) if lang == "en" else held


def _acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()
