"""Pairs texts of two languages in order, of which some are merged, split, missing or added (Gale & Church 1993)."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from audit.bitext.likeness import Likenesses, Side

MOVES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3))
"""How many texts of the source and of the target are taken together."""
SKIPPED = 0.8
"""What leaving a text alone costs, beside 0 for a pair that fits and 1 for one that shares nothing."""
JOINED = 0.15
"""What each text more than one of either side costs."""
LENGTH = 0.35
"""What a pair of texts costs for each doubling of their length by which one is longer."""
FULL = 0.5
"""Likeness from which two texts count as each other's rendering: free translations share half of their words."""
OWN = 0.3
"""Share of a text's words that the other side must have, for it to belong to a bead of several."""
SOME, FILLED = 0.1, 0.25
"""Share that is enough where a text fills its neighbour up to the length of the source, by so many doublings."""
FREE, FREE_LENGTH = 0.07, 0.7
"""Likeness and doublings of length at which two texts alone in a gap are one text, freely translated."""
BAND = 40
"""How far two texts of a pair may be out of step, beside the difference in number, so that the work stays linear."""
PADDING = 8
"""Characters added to both lengths, so that a headline of one word more is no half longer."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Texts that render each other, as indices; one of the two is empty where nothing does. `likeness` is 0–1."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    likeness: float = 0.0


def align(
    source: Sequence[str], target: Sequence[str], lang: str, target_lang: str, *, free: float = FREE
) -> list[Bead]:
    """The cheapest way to pair all texts, in order of the source, then of the target.

    `free` is the likeness (0–1) from which two texts of one length that are alone in a gap are taken for a pair.
    """
    likenesses = Likenesses(
        [Side(text, lang) for text in source], [Side(text, target_lang, lenient=True) for text in target]
    )

    def cost(ones: range, others: range) -> float:
        if not ones or not others:
            return SKIPPED * (len(ones) + len(others))
        length = LENGTH * _out_of_length(ones, others, likenesses)
        miss = 1 - min(1.0, likenesses.of(ones, others) / FULL)
        return miss + length + JOINED * (len(ones) + len(others) - 2)

    path = _cheapest(len(source), len(target), cost)
    beads = [bead for ones, others in path for bead in _trimmed(ones, others, likenesses)]
    return list(_adopted(beads, likenesses, free))


def _trimmed(ones: range, others: range, likenesses: Likenesses) -> Iterator[Bead]:
    """A bead without the texts that share next to nothing with its other side; these are beads alone."""
    left = tuple(i for i in ones if len(ones) == 1 or likenesses.source_share(i, others) >= OWN)
    right = tuple(j for j in others if len(others) == 1 or _belongs(j, ones, others, likenesses))
    # Where each makes the other side too long, what shares next to nothing goes first.
    right = right or tuple(j for j in others if likenesses.share(j, ones) >= SOME)
    if not left or not right:
        left, right = tuple(ones), tuple(others)
    left, right = _unbroken(left), _unbroken(right)
    yield from (Bead((i,), ()) for i in ones if i not in left and i < left[0])
    yield from (Bead((), (j,)) for j in others if j not in right and j < right[0])
    yield Bead(left, right, likenesses.of(left, right) if left and right else 0.0)
    yield from (Bead((i,), ()) for i in ones if i not in left and i > left[0])
    yield from (Bead((), (j,)) for j in others if j not in right and j > right[0])


def _unbroken(held: tuple[int, ...]) -> tuple[int, ...]:
    """The texts from the first to the last: one between two that belong together goes with them."""
    return tuple(range(held[0], held[-1] + 1)) if held else ()


def _belongs(target: int, ones: range, others: range, likenesses: Likenesses) -> bool:
    """Whether a text renders part of these; a headline told again, or a caption, makes the other side too long."""
    share = likenesses.share(target, ones)
    near = range(max(0, ones[0] - BAND), min(len(likenesses.source), ones[-1] + BAND))
    elsewhere = any(likenesses.share(target, (i,)) > share for i in near if i not in ones)
    rest = [j for j in others if j != target]
    longer = _out_of_length(ones, others, likenesses) > _out_of_length(ones, rest, likenesses)
    return share >= OWN and not elsewhere and not longer


def _out_of_length(ones: Sequence[int], others: Sequence[int], likenesses: Likenesses) -> float:
    """By how many doublings one side is longer than the other."""
    source = sum(len(likenesses.source[i].text) for i in ones) + PADDING
    target = sum(len(likenesses.target[j].text) for j in others) + PADDING
    return abs(math.log2(source / target))


def _adopted(beads: Sequence[Bead], likenesses: Likenesses, free: float) -> Iterator[Bead]:
    """The beads, each with the lone text after it that fills one side up to the length of the other."""
    waiting: Bead | None = None
    for bead in beads:
        joined = _joined(waiting, bead, likenesses, free) if waiting else None
        if waiting and joined is None:
            yield waiting
        waiting = joined or bead
    if waiting:
        yield waiting


def _joined(bead: Bead, lone: Bead, likenesses: Likenesses, free: float) -> Bead | None:
    if bool(bead.source) != bool(bead.target) and bool(lone.source) != bool(lone.target):
        return _met(bead, lone, likenesses, free)
    if not (bead.source and bead.target) or (lone.source and lone.target):
        return None
    both = Bead(bead.source + lone.source, bead.target + lone.target, bead.likeness)
    apart = _out_of_length(bead.source, bead.target, likenesses)
    if _out_of_length(both.source, both.target, likenesses) + FILLED > apart:
        return None
    share = (
        likenesses.share(lone.target[0], bead.source)
        if lone.target
        else likenesses.source_share(lone.source[0], bead.target)
    )
    return both if share >= SOME else None


def _met(one: Bead, other: Bead, likenesses: Likenesses, free: float) -> Bead | None:
    """Two lone texts in the same gap as a pair, where they are of one length and alike enough."""
    source, target = one.source + other.source, one.target + other.target
    if len(source) != 1 or len(target) != 1 or _out_of_length(source, target, likenesses) > FREE_LENGTH:
        return None
    alike = likenesses.of(source, target)
    return Bead(source, target, alike) if alike >= free else None


def _cheapest(rows: int, columns: int, cost: Callable[[range, range], float]) -> list[tuple[range, range]]:
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    slope, band = columns / max(rows, 1), BAND + abs(rows - columns)
    for i in range(rows + 1):
        for j in range(max(0, int(i * slope) - band), min(columns, int(i * slope) + band) + 1):
            reached = best.get((i, j))
            if reached is None:
                continue
            for down, right in MOVES:
                if i + down <= rows and j + right <= columns:
                    total = reached[0] + cost(range(i, i + down), range(j, j + right))
                    if total < best.get((i + down, j + right), (math.inf, (0, 0)))[0]:
                        best[i + down, j + right] = (total, (down, right))
    return _traced(best, rows, columns)


def _traced(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]], rows: int, columns: int
) -> list[tuple[range, range]]:
    held, i, j = [], rows, columns
    while i or j:
        down, right = best[i, j][1]
        held.append((range(i - down, i), range(j - right, j)))
        i, j = i - down, j - right
    return held[::-1]
