"""Ranks what machines write and people do not, with the source phrase behind it and examples to judge it by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audit import vocabulary
from audit.lexicography.mining.alignment import Source
from audit.lexicography.mining.log_odds import z_scores
from audit.lexicography.mining.sequences import SHAPES, Coded, Coder, Counted, Places, chunks, coded, count, count_in
from audit.lexicography.mining.tokens import english

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST = 4
"""Occurrences in machine text from which a sequence is looked at."""
LEAST_Z = 1.0
"""Standard deviations a sequence must be commoner in machine text."""
LEAST_RATIO = 10.0
"""Times a sequence must be commoner in machine text: less is more often the subject of the text than its making."""
EXAMPLES = 3
PER_MILLION = 1_000_000
MOST_SHARE_OF_PARENT = 0.8
"""Share of a part's occurrences that a longer sequence must have to stand for it: then the part is not told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sequence as a pattern, its evidence, and sentences that hold it as (source, translation).

    Rates are per million words. `likeness` (0–1) says how surely `source` is what it was translated from.
    """

    pattern: str
    z: float
    machine_count: int
    machine_pmw: float
    human_count: int
    human_pmw: float
    source: str = ""
    likeness: float = 0.0
    examples: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A candidate with where its items stand in the machine text."""

    candidate: Candidate
    shape: tuple[int, ...]
    first: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Texts:
    """The machine text, the word of every code, and the words of the machine and the human text."""

    machine: Coded
    words: tuple[str, ...]
    machine_size: int
    human_size: int

    def items(self, first: int, shape: Sequence[int]) -> list[str]:
        return [self.words[int(self.machine.codes[first + offset])] for offset in shape]


def mine(
    pairs: Sequence[tuple[str, str]], human: Iterable[str], *, least: int = LEAST, most: int = 2000
) -> list[Candidate]:
    """The strongest candidates, best first, from pairs of a source sentence and its machine translation.

    `human` are paragraphs or sentences that people wrote in the target language, several times as much text.
    """
    coder = Coder()
    machine = coded((translation for _, translation in pairs), coder, english)
    coder.closed = True
    counted = [count(machine.codes, shape, least) for shape in SHAPES]
    written, totals = _counts_in_human(counted, human, coder)
    texts = _Texts(
        machine=machine,
        words=("", *coder.known),
        machine_size=max(counted[0].total, 1),
        human_size=max(totals[0], 1),
    )
    each = zip(counted, written, totals, strict=True)
    found = [one for sequences, people, total in each for one in _above(sequences, people, total, texts)]
    best = sorted(found, key=lambda one: -one.candidate.z)
    return list(_explained(_without_parts(best, most), machine, pairs))


def _counts_in_human(
    counted: Sequence[Counted], human: Iterable[str], coder: Coder
) -> tuple[list[NDArray[np.int64]], list[int]]:
    import numpy as np

    held = [np.zeros(len(each.hashes), dtype=np.int64) for each in counted]
    totals = [0] * len(counted)
    for part in chunks(human):
        codes = coded(part, coder, english).codes
        for at, each in enumerate(counted):
            found, total = count_in(each, codes)
            held[at] += found
            totals[at] += total
    return held, totals


def _above(counted: Counted, human: NDArray[np.int64], human_total: int, texts: _Texts) -> Iterator[_Found]:
    import numpy as np

    scores = z_scores(counted.counts, max(counted.total, 1), human, max(human_total, 1))
    ratios = (counted.counts / texts.machine_size) / ((human + 0.5) / texts.human_size)
    for at in np.flatnonzero((scores >= LEAST_Z) & (ratios >= LEAST_RATIO)):
        first, machine_count, human_count = int(counted.first[at]), int(counted.counts[at]), int(human[at])
        items = texts.items(first, counted.shape)
        if all(map(_english, items)) and not all(item.startswith("{") for item in items):
            candidate = Candidate(
                pattern=_pattern(items, counted.shape),
                z=float(scores[at]),
                machine_count=machine_count,
                machine_pmw=PER_MILLION * machine_count / texts.machine_size,
                human_count=human_count,
                human_pmw=PER_MILLION * human_count / texts.human_size,
            )
            yield _Found(candidate, counted.shape, first)


def _english(item: str) -> bool:
    """Whether people write the item; a word left in the source language is for another check."""
    return item.startswith("{") or vocabulary.known(item)


def _pattern(items: Sequence[str], shape: Sequence[int]) -> str:
    row = len(items) > 1 and shape[1] > 1
    return f"{items[0]} {' '.join(['*'] * (shape[1] - 1))} {items[1]}" if row else " ".join(items)


def _without_parts(found: Sequence[_Found], most: int) -> list[_Found]:
    """The best, without sequences that are part of a better one, or hold one, and say no more than it."""
    kept: list[_Found] = []
    for one in found:
        if len(kept) == most:
            break
        if not any(_same(one.candidate, other.candidate) for other in kept):
            kept.append(one)
    return kept


def _same(one: Candidate, better: Candidate) -> bool:
    short, long = sorted((one, better), key=lambda each: len(each.pattern))
    if f" {short.pattern} " not in f" {long.pattern} ":
        return False
    return one is long or long.machine_count >= MOST_SHARE_OF_PARENT * short.machine_count


def _explained(found: Sequence[_Found], machine: Coded, pairs: Sequence[tuple[str, str]]) -> Iterator[Candidate]:
    source = Source([source for source, _ in pairs])
    places = Places(machine)
    for one in found:
        sentences = places.sentences(one.first, one.shape)
        aligned = source.behind(sentences)
        yield replace(
            one.candidate,
            source=aligned.phrase if aligned else "",
            likeness=aligned.likeness if aligned else 0.0,
            examples=tuple(pairs[sentence] for sentence in _shortest(sentences, pairs)),
        )


def _shortest(sentences: Sequence[int], pairs: Sequence[tuple[str, str]]) -> list[int]:
    return sorted(sentences, key=lambda sentence: len(pairs[sentence][1]))[:EXAMPLES]
