"""Correlation and ranking figures against values worked out by hand."""

from __future__ import annotations

import math

import pytest

from audit.bench.bootstrap import estimated, ratio
from audit.bench.figures import auc, average_precision, mean, pearson, ranks, spearman


def test_pearson_of_hand_computed_columns() -> None:
    """Deviations −1, 0, 1 and −1, 1, 0 give 1 / √(2·2)."""
    assert pearson([1, 2, 3], [2, 4, 3]) == pytest.approx(0.5)
    assert pearson([1, 2, 3], [6, 4, 2]) == pytest.approx(-1)


@pytest.mark.parametrize("columns", [([], []), ([1], [2]), ([3, 3], [1, 2])])
def test_pearson_without_variation_is_not_defined(columns: tuple[list[float], list[float]]) -> None:
    """It is NaN, and no warning."""
    assert math.isnan(pearson(*columns))


def test_equal_values_share_their_rank() -> None:
    """Two values at the second and third place both get 2.5."""
    assert list(ranks([10, 20, 20, 5])) == [2, 3.5, 3.5, 1]


def test_spearman_looks_at_order_alone() -> None:
    """A monotonic curve is a perfect correlation."""
    assert spearman([1, 2, 3, 4], [1, 10, 100, 1000]) == pytest.approx(1)
    assert pearson([1, 2, 3, 4], [1, 10, 100, 1000]) < 0.9


def test_auc_counts_pairs_in_order() -> None:
    """Of 2 × 2 pairs three are in order: 0.75; an equal pair counts half."""
    assert auc([0.9, 0.3, 0.5, 0.1], [1, 1, 0, 0]) == pytest.approx(0.75)
    assert auc([0.5, 0.5], [1, 0]) == pytest.approx(0.5)
    assert math.isnan(auc([0.5, 0.6], [1, 1]))


def test_average_precision_by_hand() -> None:
    """Hits at the first and third place: (1 + 2/3) / 2; all equal values are one step: the share of hits."""
    assert average_precision([0.9, 0.8, 0.7], [1, 0, 1]) == pytest.approx(5 / 6)
    assert average_precision([0.5] * 4, [0, 1, 0, 0]) == pytest.approx(0.25)
    assert math.isnan(average_precision([0.5], [0]))


def test_the_mean_of_nothing_is_not_defined() -> None:
    """It is NaN; of 1 and 2 it is 1.5."""
    assert math.isnan(mean([]))
    assert mean([1, 2]) == 1.5


def test_bootstrap_is_the_same_on_every_run() -> None:
    """The seed is fixed, and the interval holds the figure."""
    columns = ([1.0, 2, 3, 4, 5, 6], [2.0, 1, 4, 3, 6, 5])
    one, other = (estimated(pearson, *columns) for _ in range(2))
    assert one == other
    assert one.low < one.value < one.high
    assert one.count == 6


def test_bootstrap_interval_has_the_width_of_theory() -> None:
    """The share of 200 ones in 400 has a standard error of 0.025."""
    held = estimated(ratio, [1.0, 0.0] * 200, [1.0] * 400)
    assert held.value == 0.5
    assert held.high - held.low == pytest.approx(2 * 1.96 * 0.025, rel=0.1)


def test_bootstrap_of_nothing_is_not_defined() -> None:
    """No rows give NaN, and so does a column that never varies."""
    assert math.isnan(estimated(pearson, [], []).value)
    assert math.isnan(estimated(pearson, [1, 1], [2, 2]).low)
