"""How often two judgements of one text's translations are put in the right order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from audit.bench.bootstrap import Estimate, estimated, ratio

Judged = tuple[float, float]
"""A value to test, and what people judged; higher is better in both."""


def ordered(group: Sequence[Judged]) -> tuple[float, int]:
    """Pairs of one group in the right order – equal values count half – and pairs that people did tell apart."""
    right, total = 0.0, 0
    for (value, judged), (other_value, other_judged) in combinations(group, 2):
        if judged != other_judged:
            total += 1
            right += above(value, other_value) if judged > other_judged else above(other_value, value)
    return right, total


def above(one: float, other: float) -> float:
    """1 where the first is higher, 0 where it is lower, ½ where they are equal."""
    return 0.5 if one == other else float(one > other)


def pair_accuracy(groups: Iterable[Sequence[Judged]]) -> Estimate:
    """Share of pairs within a group in the right order, 0–1; the interval resamples whole groups.

    `count` is the number of pairs.
    """
    counted = [ordered(group) for group in groups]
    return clustered(counted)


def clustered(counted: Sequence[tuple[float, int]]) -> Estimate:
    """The share that (part, whole) pairs give together, one pair a cluster; `count` is the sum of the wholes."""
    held = estimated(ratio, [part for part, _ in counted], [whole for _, whole in counted])
    total = sum(whole for _, whole in counted)
    return Estimate(value=held.value, low=held.low, high=held.high, count=total)
