"""Groups made from clean English: the sentence, the same with slips planted, and its twin with other names."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from audit import tables
from audit.training.artifact_model.draft import Draft, render
from audit.training.artifact_model.example import Example, Group
from audit.training.artifact_model.knowledge import Knowledge
from audit.training.artifact_model.slips.mixture import COUNTS, FEW, corrupted, plant

SWAPPED = 0.3
"""Share of sentences whose names and figures are exchanged, so that the model learns to look past them."""
DEEPER = 0.5
"""Share of groups with a third example, in which further slips are planted: so that more faults count as worse."""
SPOTLESS, PER_SHARE = 1.2, 4.0
"""Value of a sentence without slips, in units of 25 points of DA above 60, and what it loses if all its words are bad:
near the line that HTER and DA of the post-edits lie on."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-zà-ÿ]{2,}\b")
_WORD = re.compile(r"[A-Za-z]+")
_FIGURE = re.compile(r"\d")


def planted(
    sentences: Iterable[str],
    rng: random.Random,
    known: Knowledge,
    english: frozenset[str],
    counts: tuple[int, ...] = COUNTS,
) -> Iterator[Group]:
    """One group a sentence, the clean one first and the worst last.

    `english` holds the words that are no names when they are capitalised.
    """
    for sentence in sentences:
        clean = disguised(sentence, rng, known, english) if rng.random() < SWAPPED else sentence
        words = corrupted(clean, rng, known, counts)
        if words is None:
            continue
        worse = [_bad(words, 0)]
        if rng.random() < DEEPER and plant(deeper := copy.deepcopy(words), rng, known, FEW):
            worse = [replace(worse[0], rank=1), _bad(deeper, 0)]
        yield (human(clean, len(worse)), *worse)


def human(text: str, rank: int = 1) -> Example:
    """A text as people wrote it."""
    return Example(text=text, bad={"slip": (), "literal": ()}, values={"slips": SPOTLESS}, rank=rank)


def _bad(words: Draft, rank: int) -> Example:
    text, spans = render(words)
    share = sum(word.bad for word in words) / len(words)
    return Example(text=text, bad={"slip": tuple(spans)}, values={"slips": SPOTLESS - PER_SHARE * share}, rank=rank)


def with_twins(
    groups: Iterable[Group], share: float, rng: random.Random, known: Knowledge, english: frozenset[str]
) -> Iterator[Group]:
    """The groups, a share of them with a twin behind their last example."""
    for group in groups:
        twin = disguised(group[-1].text, rng, known, english) if rng.random() < share else group[-1].text
        yield (*group, Example(text=twin, twin=True)) if twin != group[-1].text else group


def spelt(groups: Iterable[Group], share: float, rng: random.Random) -> Iterator[Group]:
    """The groups, a share of the planted ones with the clean sentence in both spellings, equally good."""
    for group in groups:
        other = respelt(group[0].text) if rng.random() < share else group[0].text
        if other == group[0].text:
            yield group
        else:
            yield (group[0], replace(group[0], text=other, twin=True), *group[1:])


def disguised(text: str, rng: random.Random, known: Knowledge, english: frozenset[str]) -> str:
    """The text with other names for its names, the same for the same, and other digits."""
    held: dict[str, str] = {}

    def name(match: re.Match[str]) -> str:
        if match[0].lower() in english:
            return match[0]
        return held.setdefault(match[0], known.names[rng.randrange(len(known.names))])

    return _FIGURE.sub(lambda match: match[0] if match[0] == "0" else str(rng.randint(1, 9)), _NAME.sub(name, text))


def respelt(text: str) -> str:
    """The text with British spellings for American ones and American for British."""
    other = _spellings()
    return _WORD.sub(lambda match: _cased(match[0], other.get(match[0].lower())), text)


def _cased(word: str, other: str | None) -> str:
    if other is None or word.isupper():
        return word
    return other.capitalize() if word[0].isupper() else other


@cache
def _spellings() -> dict[str, str]:
    pairs = [(british, american) for british, american, *_ in tables.rows("spellings")]
    return {american: british for british, american in pairs} | dict(pairs)
