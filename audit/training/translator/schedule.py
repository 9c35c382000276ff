"""How long and how fast a run learns."""

from __future__ import annotations

import math
from dataclasses import dataclass

WARM_UP = 2_000
"""Most steps of warm-up; post-norm transformers need some thousand (Vaswani et al. 2017: 4,000)."""
WARM_SHARE = 0.1
"""Most of a short run that is warm-up."""
COOL_SHARE = 0.2
"""The end of a run, in which the rate falls to nothing: a fifth is enough (Hägele et al. 2024)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """`steps` batches, a checkpoint after each `every`, the learning rate at its peak.

    The rate rises linearly, falls with the inverse square root of the step, and linearly to nothing at the end. It
    hangs on the step alone: a run cut at `until`, a time of the clock in seconds, goes on as if it had not been.
    """

    steps: int
    rate: float
    every: int = 1_000
    averaged: int = 4
    until: float = float("inf")
    seed: int = 1

    def at(self, step: int) -> float:
        """The learning rate of a step, counted from 0."""
        rise = max(1, min(WARM_UP, int(WARM_SHARE * self.steps)))
        fall = max(1, int(COOL_SHARE * self.steps))
        done = step + 1
        return self.rate * min(done / rise, math.sqrt(rise / done)) * min(1.0, (self.steps - step) / fall)
