"""What people decided on the findings of each rule, and how sure that makes of its precision."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from audit.review.decisions import Decided

Z = 1.6449
"""Standard score of a two-sided 90 % interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many findings of a rule were accepted as suggested, edited by hand, and rejected."""

    rule: str
    accepted: int = 0
    edited: int = 0
    rejected: int = 0

    @property
    def decided(self) -> int:
        """Findings with a decision."""
        return self.accepted + self.edited + self.rejected

    @property
    def right(self) -> int:
        """Findings of a fault, whether or not the suggestion would do."""
        return self.accepted + self.edited

    @property
    def precision(self) -> float | None:
        """Share of the decided findings that were right, 0–1; None before any was decided."""
        return self.right / self.decided if self.decided else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 90 % interval of the precision (Wilson 1927, score interval)."""
        return wilson(self.right, self.decided) if self.decided else None


def wilson(hits: int, trials: int, z: float = Z) -> tuple[float, float]:
    """Wilson's score interval of a share, 0–1, for a standard score; `trials` is 1 or more."""
    share, square = hits / trials, z * z
    centre = (share + square / (2 * trials)) / (1 + square / trials)
    half = z * math.sqrt(share * (1 - share) / trials + square / (4 * trials * trials)) / (1 + square / trials)
    return max(0.0, centre - half), min(1.0, centre + half)


def tallies(decisions: Iterable[Decided]) -> list[Tally]:
    """One tally a rule, in order of rule; of several decisions on a finding of an article the last counts."""
    last = {(one.article, one.fingerprint): one for one in decisions}
    counts: dict[str, dict[str, int]] = {}
    for one in last.values():
        held = counts.setdefault(one.rule, {"accept": 0, "edit": 0, "reject": 0})
        held[one.decision] = held.get(one.decision, 0) + 1
    return [
        Tally(rule=rule, accepted=held["accept"], edited=held["edit"], rejected=held["reject"])
        for rule, held in sorted(counts.items())
    ]


def total(held: Iterable[Tally]) -> Tally:
    """All rules together."""
    rows = list(held)
    return Tally(
        rule="all",
        accepted=sum(one.accepted for one in rows),
        edited=sum(one.edited for one in rows),
        rejected=sum(one.rejected for one in rows),
    )
