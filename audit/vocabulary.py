"""Words of English and of the source languages, counted in text; and which language a text is in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from audit import tables

DETECTED = ("ENGLISH", "SPANISH", "FRENCH", "GERMAN", "PORTUGUESE", "ITALIAN", "CATALAN", "DUTCH")
"""Languages the detector tells apart: English and those the shipped lexicons and clues know, with their neighbours."""
SURE = 300
"""Capitalised mentions for each small one from which a small one is a slip: china, berry and united stay below it."""
MOST_SMALL = 5
"""Small mentions from which a word is also a common one (to trump, a republic is republican)."""
LEAST_CONFIDENCE = 0.8
"""Least probability lingua must give for a text's language to be believed."""


@cache
def english() -> dict[str, int]:
    """English words in lower case with their occurrences in lower case per 20 million words of news."""
    return {word: int(count) for word, count in tables.rows("english_words")}


@cache
def names() -> frozenset[str]:
    """Words that English news writes with a capital nearly always, in lower case."""
    return tables.column("english_names")


@cache
def sure_names() -> frozenset[str]:
    """The names that are written small less than once in `SURE` times."""
    return frozenset(
        row[0] for row in tables.rows("english_names") if int(row[2]) * SURE <= int(row[1]) and int(row[2]) < MOST_SMALL
    )


@cache
def _foreign() -> dict[str, str]:
    return {row[0]: row[1] for row in tables.rows("foreign_words")}


def foreign_language(word: str) -> str | None:
    """The language of a lower-case word that belongs to one source language and to no English text; None otherwise."""
    return _foreign().get(word)


def known(word: str) -> bool:
    """Whether English news holds the word, in any case."""
    lower = word.lower()
    return lower in english() or lower in names()


@cache
def _detector() -> Any:
    import lingua

    languages = [getattr(lingua.Language, name) for name in DETECTED]
    return lingua.LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language of a text (lingua, trigrams only), or None when it is not sure."""
    clean = text.encode("utf-8", "replace").decode("utf-8")
    best = _detector().compute_language_confidence_values(clean)[0]
    return best.language.iso_code_639_1.name.lower() if best.value >= LEAST_CONFIDENCE else None


def english_share(words: Iterable[str]) -> float:
    """Share of words that English news knows; 1.0 for none."""
    held = [word.lower() for word in words]
    return sum(word in english() or word in names() for word in held) / len(held) if held else 1.0
