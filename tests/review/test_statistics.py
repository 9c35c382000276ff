"""Tallies of decisions, and Wilson's interval."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.review.decisions import Decided
from audit.review.statistics import Tally, tallies, total, wilson


def made(rule: str, decision: str, number: int) -> Decided:
    """A decision on the finding of a number."""
    return Decided(article="a", fingerprint=str(number), rule=rule, decision=decision)


def test_decisions_are_counted_by_rule() -> None:
    """In order of rule; a finding decided twice counts as decided last."""
    held = [made("B", "accept", 1), made("A", "reject", 2), made("B", "edit", 3), made("B", "reject", 1)]
    assert tallies(held) == [Tally(rule="A", rejected=1), Tally(rule="B", edited=1, rejected=1)]


def test_precision_is_what_was_right_of_what_was_decided() -> None:
    """Accepted and edited findings were right; nothing is said of none."""
    held = Tally(rule="A", accepted=6, edited=1, rejected=3)
    assert (held.decided, held.precision) == (10, 0.7)
    assert (Tally(rule="A").precision, Tally(rule="A").interval) == (None, None)


def test_all_rules_together() -> None:
    """The sums."""
    assert total([Tally(rule="A", accepted=2), Tally(rule="B", edited=1, rejected=4)]) == Tally(
        rule="all", accepted=2, edited=1, rejected=4
    )


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [(8, 10, 0.541, 0.931), (0, 10, 0.0, 0.213), (10, 10, 0.787, 1.0), (50, 100, 0.419, 0.581)],
)
def test_the_interval_is_wilsons(hits: int, trials: int, low: float, high: float) -> None:
    """Against values worked out from the roots of (p - x)² = z² x (1 - x) / n."""
    assert wilson(hits, trials) == pytest.approx((low, high), abs=5e-4)


@given(st.integers(1, 500), st.data())
def test_the_interval_holds_the_share_and_stays_within_bounds(trials: int, data: st.DataObject) -> None:
    """Also for none and all."""
    hits = data.draw(st.integers(0, trials))
    low, high = wilson(hits, trials)
    assert 0 <= low <= hits / trials + 1e-12
    assert hits / trials - 1e-12 <= high <= 1
