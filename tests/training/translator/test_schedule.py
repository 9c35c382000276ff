"""The learning rate rises, falls and ends at nothing."""

from __future__ import annotations

from audit.training.translator.schedule import COOL_SHARE, WARM_UP, Schedule

LONG = Schedule(steps=100_000, rate=1e-3)


def test_the_rate_rises_to_its_peak() -> None:
    """Linearly over the warm-up."""
    assert LONG.at(WARM_UP // 2 - 1) == 0.5e-3
    assert LONG.at(WARM_UP - 1) == 1e-3


def test_the_rate_falls_with_the_square_root_and_then_to_nothing() -> None:
    """Four times the steps halve it; the end is linear."""
    assert LONG.at(4 * WARM_UP - 1) == 0.5e-3
    cool = int(LONG.steps * (1 - COOL_SHARE))
    assert LONG.at(cool + 10_000) < 0.51 * LONG.at(cool)
    assert 0 < LONG.at(LONG.steps - 1) < 1e-8


def test_a_short_run_warms_up_shortly() -> None:
    """A tenth of its steps."""
    assert Schedule(steps=100, rate=1).at(9) == 1
