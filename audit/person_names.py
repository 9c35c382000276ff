"""Given names and surnames of the source languages, and the English words that machines make of them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from audit import tables

_FULL_NAME = re.compile(
    r"(?<![\w-])([^\W\d_a-z][^\W\d_]+) (?=((?:de |del |do |da |di )?(?:la |los |las )?)([^\W\d_a-z][^\W\d_]+))"
)
RECENT_TEXTS = 8
"""Texts whose names are kept: an article asks for its own many times over."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A surname with one of the phrases a machine puts for it.

    `sure` tells that no English name ends in that phrase, so that a foreign given name before it is evidence enough.
    """

    surname: str
    language: str
    sure: bool


@cache
def given_languages(name: str) -> frozenset[str]:
    """The source languages in which a name, as written, is a given name; empty for none."""
    return _given().get(name, frozenset())


@cache
def foreign_given(name: str) -> bool:
    """Whether a name is a given name that English speakers do not bear."""
    return name in _unshared()


@cache
def originals(english: str) -> frozenset[str]:
    """The foreign given names for which machines put an English name or word."""
    return _translated().get(english, frozenset())


@cache
def surname(word: str) -> bool:
    """Whether a word is a surname of a source language that English prose does not hold in lower case."""
    return word in tables.column("foreign_surnames")


@cache
def renderings() -> dict[str, tuple[Rendering, ...]]:
    """English phrases in lower case with the surnames they render."""
    held: dict[str, list[Rendering]] = defaultdict(list)
    for name, language, sure, ambiguous in tables.rows("translated_surnames"):
        for phrases, is_sure in ((sure, True), (ambiguous, False)):
            for phrase in filter(None, phrases.split("|")):
                held[phrase.lower()].append(Rendering(name, language, is_sure))
    return {phrase: tuple(found) for phrase, found in held.items()}


@lru_cache(maxsize=RECENT_TEXTS)
def full_names(text: str) -> frozenset[str]:
    """Every two capitalised words of a text that stand together, with the particles between them and without."""
    return frozenset(
        f"{match[1]} {tail}" for match in _FULL_NAME.finditer(text) for tail in (match[3], match[2] + match[3])
    )


@cache
def _given() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split("|")) for row in tables.rows("foreign_given_names")}


@cache
def _unshared() -> frozenset[str]:
    return frozenset(row[0] for row in tables.rows("foreign_given_names") if not row[3])


@cache
def _translated() -> dict[str, frozenset[str]]:
    held: dict[str, set[str]] = defaultdict(set)
    for name, _, english, _ in tables.rows("foreign_given_names"):
        for word in filter(None, english.split("|")):
            held[word].add(name)
    return {word: frozenset(found) for word, found in held.items()}
