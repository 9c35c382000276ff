"""Phrases word for word in the source language, where an engine leaves them as they are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from audit import tables
from audit.artifact_model.ngrams import tokens

SHORT = 3
"""Letters up to which a word may be the same in both languages by chance (a, no, me)."""


def rendered(phrase: str, reading: str, lang: str) -> str:
    """The reading, or the phrase word for word where the reading only copies a word of it and the table knows them all.

    A phrase that is a literal rendering was made word for word, so that is what it was.
    """
    words = tokens(phrase.lower())
    copied = any(len(word) > SHORT for word in set(words) & set(tokens(reading.lower())))
    known = _words(lang)
    return " ".join(known[word] for word in words) if copied and all(word in known for word in words) else reading


@cache
def _words(lang: str) -> Mapping[str, str]:
    return {word: translation for held, word, translation in tables.rows("word_translations") if held == lang}
