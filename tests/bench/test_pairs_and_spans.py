"""Pairs in order, and spans that overlap."""

from __future__ import annotations

import math

import pytest

from audit.bench.pairs import above, ordered, pair_accuracy
from audit.bench.spans import Overlap, labels, overlap, touches
from audit.document import Suspicion


def test_pairs_that_people_tell_apart_are_counted() -> None:
    """Of three pairs one is judged equal, one is in order, one has equal values."""
    assert ordered([(5, 1.0), (5, 0.5), (9, 1.0)]) == (1.5, 2)


def test_pair_accuracy_stays_within_groups() -> None:
    """Two groups with one pair each, one in order; pairs across them are not looked at."""
    held = pair_accuracy([[(1, 0.1), (2, 0.9)], [(30, 0.1), (20, 0.9)]])
    assert (held.value, held.count) == (0.5, 2)


def test_groups_without_a_pair_give_no_figure() -> None:
    """One translation alone cannot be out of order."""
    assert math.isnan(pair_accuracy([[(1, 0.5)]]).value)


def test_above_is_half_for_equal_values() -> None:
    """Higher, equal, lower."""
    assert [above(2, 1), above(1, 1), above(1, 2)] == [1, 0.5, 0]


def test_character_f1_by_hand() -> None:
    """Found 0–4 and marked 2–8 share 2 characters of 4 and of 6; a character twice marked counts once."""
    held = overlap([(0, 4), (1, 3)], [(2, 8)])
    assert held == Overlap(both=2, found=4, marked=6)
    assert (held.precision, held.recall, held.f1) == pytest.approx((0.5, 1 / 3, 0.4))


def test_overlaps_add_up_before_the_figure_is_taken() -> None:
    """Characters are summed over texts."""
    assert (overlap([(0, 2)], [(0, 2)]) + overlap([], [(0, 2)])).f1 == pytest.approx(2 / 3)
    assert math.isnan(Overlap().f1)
    assert math.isnan(Overlap().precision)
    assert math.isnan(Overlap().recall)


def test_a_point_touches_the_words_on_either_side() -> None:
    """Something was deleted there; spans that only meet do not touch."""
    assert touches((0, 4), (4, 4))
    assert touches((4, 8), (4, 4))
    assert not touches((0, 4), (4, 8))


def test_words_in_a_span_are_labelled() -> None:
    """A point between characters labels none."""
    words = [Suspicion(start=0, end=3, probability=0.1), Suspicion(start=4, end=8, probability=0.2)]
    assert labels(words, [(7, 9), (2, 2)]) == [False, True]
