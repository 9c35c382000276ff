"""Figures with the interval that resampling gives them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = Sequence[float] | NDArray[np.float64]

RESAMPLES = 1_000
"""As Efron and Tibshirani (1993, p. 275) advise for percentile intervals."""

SEED = 20_240
"""Any number; it is fixed so that the tables are the same on every run."""

TAILS = (2.5, 97.5)
"""Percentiles of a 95 % interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure over `count` items with its 95 % percentile bootstrap interval; NaN where it is not defined."""

    value: float
    low: float
    high: float
    count: int


def estimated(statistic: Callable[..., float], *columns: Numbers) -> Estimate:
    """A statistic of columns of equal length, its interval from resampling their rows together.

    Resamples in which the statistic is not defined are left out.
    """
    import numpy as np

    held = [np.asarray(column, dtype=float) for column in columns]
    count = len(held[0])
    if not count:
        return Estimate(value=np.nan, low=np.nan, high=np.nan, count=0)
    random = np.random.default_rng(SEED)
    drawn = (random.integers(0, count, count) for _ in range(RESAMPLES))
    values = np.array([statistic(*(column[rows] for column in held)) for rows in drawn])
    values = values[~np.isnan(values)]
    low, high = np.percentile(values, TAILS) if len(values) else (np.nan, np.nan)
    return Estimate(value=float(statistic(*held)), low=float(low), high=float(high), count=count)


def ratio(parts: NDArray[np.float64], wholes: NDArray[np.float64]) -> float:
    """The sum of one column over the sum of another: a share whose items come in clusters, one row a cluster."""
    total = float(wholes.sum())
    return float(parts.sum()) / total if total else float("nan")
