"""What a probability of error is worth."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import thresholds

ANY = st.floats(allow_nan=True, allow_infinity=True)


def test_the_shipped_table_rises_from_0_to_1() -> None:
    """A more suspicious word never makes a less sure finding, and half the way there is half as sure or more."""
    steps = [thresholds.confidence(i / 20) for i in range(21)]
    assert steps == sorted(steps)
    assert steps[0] < 0.5 < steps[-1]


def test_between_the_rows_it_is_linear() -> None:
    """Halfway between two probabilities lies half of their confidences."""
    low, middle, high = map(thresholds.confidence, (0.6, 0.61, 0.62))
    assert math.isclose(middle, (low + high) / 2)


@given(ANY)
def test_no_number_is_too_odd(probability: float) -> None:
    """Out of range, infinite or no number at all: a confidence between 0.01 and 0.99."""
    assert thresholds.LEAST <= thresholds.confidence(probability) <= thresholds.MOST
    assert thresholds.LEAST <= thresholds.bounded(probability) <= thresholds.MOST


def test_an_ambiguous_entry_alone_stays_under_the_default_bar() -> None:
    """Otherwise the second opinion would decide nothing."""
    from audit.config import Config

    assert Config().min_confidence > thresholds.AMBIGUOUS_CONFIDENCE


def test_entries_for_known_translations_are_as_sure_as_people_seldom_write_them() -> None:
    """Nothing lost where people never write it; even odds at the rate a fault is taken to have; less beyond."""
    assert thresholds.known_translation(0.0) == thresholds.MOST_KNOWN
    assert thresholds.known_translation(thresholds.FAULT_RATE) == 0.5
    assert thresholds.known_translation(9 * thresholds.FAULT_RATE) == pytest.approx(0.1)
