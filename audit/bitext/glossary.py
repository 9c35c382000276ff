"""Which words of two languages render each other: by a glossary, by their form, or because they are the same."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from rapidfuzz import fuzz

from audit.bitext.words import lows

COGNATE_PREFIX, COGNATE_SHARE = 4, 0.6
"""Letters that words of one origin share at the start, at least, and their share of the longer word."""
COGNATE_LETTERS, COGNATE_LIKENESS = 6, 75.0
"""Letters from which two words may also be likened as wholes, and the likeness (0–100, Indel) of one origin."""
STEM, STEM_SHARE = 4, 0.6
"""The same for two forms of one English word."""
FORM_SHARE = 0.65
"""Share of a source word that its other forms begin with: Romance verbs keep two thirds of it."""


@dataclass(frozen=True, slots=True)
class _Glossary:
    words: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]
    ordered: Sequence[str]


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """A word in lower case without accents, as cognates are compared."""
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("ß", "ss")


@lru_cache(maxsize=256)
def plain(text: str) -> frozenset[str]:
    """The words of a text, folded."""
    return frozenset(folded(low) for low in lows(text))


@lru_cache(maxsize=200_000)
def renders(source: str, english: str, lang: str) -> bool:
    """Whether an English word may stand for a word of `lang`; both in lower case."""
    one, other = folded(source), folded(english)
    return one == other or _cognate(one, other) or translates(source, english, lang)


def translates(source: str, english: str, lang: str) -> bool:
    """Whether the glossary has an English word for a word of `lang`; both in lower case."""
    return any(_same_word(english, rendering) for rendering in renderings(source, lang))


@lru_cache(maxsize=50_000)
def renderings(word: str, lang: str) -> tuple[str, ...]:
    """The English words and stems (`announc*`) that a glossary has for a word.

    Where it lacks the word, those of its listed stems count, and else those of words with the same beginning.
    """
    glossary = _glossary(lang)
    if (found := glossary.words.get(word)) is not None:
        return found
    held = [english for end in range(len(word), 2, -1) for english in glossary.stems.get(word[:end], ())]
    return tuple(held) or tuple(dict.fromkeys(_of_neighbours(word, glossary)))


def alike(one: str, other: str) -> bool:
    """Whether two words, both in lower case, are of one origin by their form."""
    return _cognate(folded(one), folded(other))


def known(word: str, lang: str) -> bool:
    """Whether anything is known of how a word is rendered."""
    return bool(renderings(word, lang))


def _of_neighbours(word: str, glossary: _Glossary) -> Iterator[str]:
    """What is known of words with the same beginning: other forms of the word."""
    if len(word) <= STEM:
        return
    beginning = word[: max(STEM, round(FORM_SHARE * len(word)))]
    at = bisect_left(glossary.ordered, beginning)
    while at < len(glossary.ordered) and glossary.ordered[at].startswith(beginning):
        yield from glossary.words[glossary.ordered[at]]
        at += 1


def _same_word(word: str, rendering: str) -> bool:
    if rendering.endswith("*"):
        return word.startswith(rendering[:-1])
    return word == rendering or _shared(word, rendering) >= max(STEM, STEM_SHARE * max(len(word), len(rendering)))


def _cognate(one: str, other: str) -> bool:
    longer = max(len(one), len(other))
    if _shared(one, other) >= max(COGNATE_PREFIX, COGNATE_SHARE * longer):
        return True
    return min(len(one), len(other)) >= COGNATE_LETTERS and fuzz.ratio(one, other) >= COGNATE_LIKENESS


def _shared(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


@cache
def _glossary(lang: str) -> _Glossary:
    path = resources.files("audit") / "data" / "glossaries" / f"{lang}-en.tsv"
    words: dict[str, tuple[str, ...]] = {}
    stems: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines()[1:] if path.is_file() else ():
        forms, _, english = line.partition("\t")
        for form in forms.split("|"):
            if form.endswith("*"):
                stems[form[:-1]] += english.split("|")
            else:
                words[form] = (*words.get(form, ()), *english.split("|"))
    return _Glossary(words, {stem: tuple(held) for stem, held in stems.items()}, sorted(words))
