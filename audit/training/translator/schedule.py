"""How long and how fast a run learns."""

from __future__ import annotations

from dataclasses import dataclass

WARM_UP = 300
"""Most steps of warm-up: a start from a dictionary needs few."""
WARM_SHARE = 0.1
"""Most of a short run that is warm-up."""
GUIDED_SHARE = 0.3
"""The start of a run, in which attention is guided: after that it knows better than the dictionary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """`steps` batches, a checkpoint after each `every`, the learning rate and the weight of guidance at their peaks.

    The rate rises linearly and falls linearly to nothing at the end, which does best in a run of known length (Defazio
    et al. 2023). All hangs on the step alone: a run cut at `until`, a time of the clock in seconds, goes on as if it
    had not been.
    """

    steps: int
    rate: float
    guidance: float = 0.0
    every: int = 1_000
    averaged: int = 4
    until: float = float("inf")
    seed: int = 1

    def at(self, step: int) -> float:
        """The learning rate of a step, counted from 0."""
        rise = max(1, min(WARM_UP, int(WARM_SHARE * self.steps)))
        return self.rate * min((step + 1) / rise, (self.steps - step) / max(1, self.steps - rise))

    def guidance_at(self, step: int) -> float:
        """The weight of guided attention: it falls linearly, and is zero after its share of the run."""
        return self.guidance * max(0.0, 1 - step / (GUIDED_SHARE * self.steps))
