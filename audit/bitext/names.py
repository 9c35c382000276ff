"""The names of a text, and which of the other side's they are."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz import fuzz

from audit import tables, vocabulary
from audit.bitext.glossary import folded, known, renders, translates
from audit.bitext.words import Word, function_words, words

SHORT = 3
"""Letters a name must have; shorter ones are particles and initials."""
STEM = 4
"""Letters that a name shares with its adjective."""
ALIKE = 70.0
"""Likeness (0–100, Indel) from which two names are one, misspelt."""
_INITIAL = re.compile(r"(?:\A|[.!?:;…»”\"“«‘–—]|\n)[\s\"“”«»‘’–—]*\Z")
_ADJECTIVE = re.compile(
    r"(?:ese|ians?|ans?|ic|ical|als?|ish|ites?|ations?|tions?|ly|ity|ities|able|ible|isms?|ists?)\Z"
)


@lru_cache(maxsize=1024)
def names(text: str, lang: str) -> tuple[Word, ...]:
    """The words that are written as names are: with a capital within a sentence, or first in one if no common word."""
    held = []
    for word in words(text):
        if acronym(word.text):
            held.append(word)
            continue
        if len(word.text) < SHORT or not word.capital or word.low in function_words(lang):
            continue
        if initial(text, word.start) and (lang == "de" or not _rare(word.low, lang)):
            continue
        held.append(word)
    return tuple(held)


def common(word: str) -> bool:
    """Whether an English word in lower case is no name by itself."""
    return word in vocabulary.english() and word not in vocabulary.names()


def acronym(word: str) -> bool:
    """Whether a word is an acronym."""
    return len(word) > 1 and sum(map(str.isupper, word)) >= 2 and not word.isdigit()  # noqa: PLR2004 - AIReF, PSOE


@cache
def acronyms() -> dict[str, frozenset[str]]:
    """The English acronyms of foreign ones, in capitals."""
    held: dict[str, frozenset[str]] = {}
    for english, others in tables.rows("acronyms"):
        for other in others.split("|"):
            held[other] = held.get(other, frozenset()) | frozenset(english.split("|"))
    return held


def misspelt(one: str, other: str) -> bool:
    """Whether two different names are likely meant to be one."""
    first, second = folded(one), folded(other)
    return first != second and fuzz.ratio(first, second) >= ALIKE


def stands_for(source: Word, target: Word, lang: str) -> bool:
    """Whether a name of the source is a word of the target: the same but for accents, an exonym, or translated.

    Likeness is not enough, since a name is misspelt when it is merely alike; but a word of the target that is no name
    may be of the same origin (*Universidad*, University), and so may what English spells otherwise (*Zelenski*).
    """
    one, other = folded(source.low), folded(target.low)
    if one == other or target.text in acronyms().get(source.text, frozenset()):
        return True
    if target.text in (exonym(source.text, lang) or "").split() or translates(source.low, target.low, lang):
        return True
    if common(target.low) or not target.capital or _derived(one, other):
        return renders(source.low, target.low, lang)
    known = target.low in vocabulary.names() and source.low not in vocabulary.names()
    return known and misspelt(source.low, target.low)


def _derived(name: str, word: str) -> bool:
    """Whether a word is the adjective of a name (*Aragón*, Aragonese), or the name with an English ending."""
    return bool(_ADJECTIVE.search(word)) and name[:STEM] == word[:STEM] and len(name) < len(word) + STEM


@cache
def _exonyms() -> dict[tuple[str, str], str]:
    listed = tables.rows("source_exonyms")
    return {(form, lang): english for form, langs, english in listed for lang in langs.split("|")}


def exonym(name: str, lang: str) -> str | None:
    """The English name of a place that a language names otherwise; None where it has none."""
    return _exonyms().get((name, lang))


def initial(text: str, start: int) -> bool:
    """Whether a word begins a sentence, so that its capital tells nothing."""
    return bool(_INITIAL.search(text[max(0, start - 6) : start]))


def _rare(word: str, lang: str) -> bool:
    """Whether a word at the beginning of a sentence can only be a name."""
    if lang == "en":
        return not common(word) and word not in tables.column("common_nouns")
    return not known(word, lang) and word not in function_words(lang)
