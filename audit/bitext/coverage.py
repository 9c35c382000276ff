"""Runs of words of one text that the other has nothing for: what was left out, and what was added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from audit.bitext.names import names, stands_for
from audit.bitext.nations import nations
from audit.bitext.renderings import English
from audit.bitext.words import Word, content, function_words, words
from audit.quantities.matching import equal
from audit.quantities.quantity import Quantity
from audit.quantities.reading import quantities

LEAST_WORDS, FEWEST = 3, 2
"""Content words a sentence must have, and a run: one word is often rendered by none."""
STEM, STEM_SHARE = 4, 0.65
"""Letters that two forms of one word begin with, and their share of it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Content words that follow each other and have no counterpart: their range in the text, and how many they are.

    `before` is the index of the content word before them, -1 at the beginning; `last` tells that none comes after.
    """

    start: int
    end: int
    words: int
    before: int
    last: bool


@dataclass(frozen=True, slots=True)
class Covered:
    """The content words of a text, and for each whether the other side has it."""

    words: tuple[Word, ...]
    held: tuple[bool, ...]

    def share(self, start: int, end: int) -> float:
        """The share of the words within a range of the text that have a counterpart, 0–1; 1 where there are too few."""
        told = [held for word, held in zip(self.words, self.held, strict=True) if start <= word.start < end]
        return sum(told) / len(told) if len(told) >= LEAST_WORDS else 1.0


@lru_cache(maxsize=1024)
def source_covered(source: str, target: str, lang: str, target_lang: str, more: str = "") -> Covered:
    """Which content words of a source its translation has; `more` is text in the source's language that counts too."""
    here = _unlike(words(target), target_lang)
    english = English((other.low for other in here), lang)
    again = {word.low[:end] for word in content(more, lang) for end in range(STEM, len(word.low) + 1)}
    figures = quantities(target, target_lang, lenient=True)
    own = quantities(source, lang)
    held = content(source, lang)
    proper = {word.start for word in names(source, lang)}
    codes = {one.code for one in nations(target, target_lang)}
    same = [one for one in nations(source, lang) if one.code in codes]

    def met(word: Word) -> bool:
        if any(one.start <= word.start < one.end for one in same):
            return True
        if word.start in proper:
            return any(stands_for(word, other, lang) for other in here)
        return bool(english.rendering(word.low))

    told = tuple(_counted(word, own, figures) or met(word) or _stem(word.low) in again for word in held)
    return Covered(held, told)


@lru_cache(maxsize=1024)
def target_covered(source: str, target: str, lang: str, target_lang: str) -> Covered:
    """Which content words of a translation its source has."""
    figures = quantities(source, lang)
    own = quantities(target, target_lang, lenient=True)
    held = content(target, target_lang)
    english = English((word.low for word in held), lang)
    rendered = frozenset().union(*(english.rendering(other.low) for other in _unlike(words(source), lang)))
    return Covered(held, tuple(_counted(word, own, figures) or word.low in rendered for word in held))


def _unlike(held: tuple[Word, ...], lang: str) -> tuple[Word, ...]:
    """The words of a text, each once, without those of grammar."""
    stop = function_words(lang)
    return tuple({word.low: word for word in held if word.low not in stop}.values())


def runs(covered: Covered, start: int, end: int) -> list[Run]:
    """The runs of two or more uncovered words within a range of the text, single covered ones among them included."""
    inside = [i for i, word in enumerate(covered.words) if start <= word.start < end]
    held: list[Run] = []
    at = 0
    while at < len(inside):
        if covered.held[inside[at]]:
            at += 1
            continue
        stop = _stop(covered.held, inside, at)
        count = sum(not covered.held[inside[i]] for i in range(at, stop))
        if count >= FEWEST:
            first, last = covered.words[inside[at]], covered.words[inside[stop - 1]]
            held.append(Run(first.start, last.end, count, inside[at] - 1, stop == len(inside)))
        at = stop
    return held


def _stop(held: Sequence[bool], inside: Sequence[int], at: int) -> int:
    """Where a run ends: at two covered words, or at one with too few uncovered around it."""
    stop = at
    while stop < len(inside):
        if not held[inside[stop]]:
            stop += 1
            continue
        following = [bool(held[i]) for i in inside[stop : stop + 3]]
        if stop - at >= LEAST_WORDS - 1 and len(following) == LEAST_WORDS and following == [True, False, False]:
            stop += 1
            continue
        break
    return stop


def _stem(word: str) -> str:
    return word[: max(STEM, round(STEM_SHARE * len(word)))]


def _counted(word: Word, own: Sequence[Quantity], figures: Sequence[Quantity]) -> bool:
    """Whether a word belongs to a number that the other side has."""
    number = next((one for one in own if one.start <= word.start < one.end), None)
    return number is not None and any(equal(number, one) for one in figures)
