"""The learning rate rises, falls and ends at nothing; guidance ends before."""

from __future__ import annotations

import pytest

from audit.training.translator.schedule import GUIDED_SHARE, WARM_UP, Schedule

LONG = Schedule(steps=20_000, rate=2e-3, guidance=0.5)


def test_the_rate_rises_to_its_peak() -> None:
    """Linearly over the warm-up."""
    assert LONG.at(WARM_UP // 2 - 1) == 1e-3
    assert LONG.at(WARM_UP - 1) == 2e-3


def test_the_rate_falls_to_nothing() -> None:
    """Linearly from the peak: half of it is left half the way, and the last step still has some."""
    assert LONG.at((LONG.steps + WARM_UP) // 2) == pytest.approx(1e-3)
    assert 0 < LONG.at(LONG.steps - 1) < 2e-3 / 10_000


@pytest.mark.parametrize("steps", [1, 5, 100])
def test_a_short_run_warms_up_shortly(steps: int) -> None:
    """A tenth of its steps, and every step has a rate."""
    short = Schedule(steps=steps, rate=1)
    assert short.at(max(1, steps // 10) - 1) == 1
    assert all(0 < short.at(step) <= 1 for step in range(steps))


def test_guidance_falls_and_ends() -> None:
    """From its full weight to none at its share of the run."""
    end = round(GUIDED_SHARE * LONG.steps)
    assert LONG.guidance_at(0) == 0.5
    assert LONG.guidance_at(end // 2) == pytest.approx(0.25)
    assert LONG.guidance_at(end - 1) > 0
    assert LONG.guidance_at(end) == LONG.guidance_at(LONG.steps) == 0
