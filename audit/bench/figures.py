"""Correlation and ranking figures over plain columns of numbers; NaN where a figure is not defined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = Sequence[float] | NDArray[np.float64]

NAN = float("nan")


def pearson(one: Numbers, other: Numbers) -> float:
    """Pearson's correlation, −1 to 1; NaN for fewer than two pairs or a column that does not vary."""
    import numpy as np

    x, y = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    if len(x) <= 1:
        return NAN
    x, y = x - x.mean(), y - y.mean()
    spread = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / spread if spread else NAN


def ranks(values: Numbers) -> NDArray[np.float64]:
    """The rank of each value from 1, equal values sharing the mean of theirs."""
    import numpy as np

    _, which, counts = np.unique(np.asarray(values, dtype=float), return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    shared: NDArray[np.float64] = (last - (counts - 1) / 2)[which]
    return shared


def spearman(one: Numbers, other: Numbers) -> float:
    """Spearman's rank correlation, −1 to 1."""
    return pearson(ranks(one), ranks(other))


def auc(values: Numbers, labels: Numbers) -> float:
    """Area under the ROC curve: how often a value labelled 1 is above one labelled 0, equal values counting half."""
    import numpy as np

    held = np.asarray(labels, dtype=bool)
    positive, negative = int(held.sum()), int((~held).sum())
    if not positive or not negative:
        return NAN
    above = float(ranks(values)[held].sum()) - positive * (positive + 1) / 2
    return above / (positive * negative)


def average_precision(values: Numbers, labels: Numbers) -> float:
    """The mean precision over the values labelled 1, highest first; equal values are one step."""
    import numpy as np

    scores, held = np.asarray(values, dtype=float), np.asarray(labels, dtype=float)
    if not held.sum():
        return NAN
    order = np.argsort(-scores, kind="stable")
    scores, hits = scores[order], np.cumsum(held[order])
    steps = np.append(np.flatnonzero(np.diff(scores)), len(scores) - 1)
    gained = np.diff(hits[steps], prepend=0.0)
    return float((gained * hits[steps] / (steps + 1)).sum() / hits[-1])


def mean(values: Numbers) -> float:
    """The mean; NaN of nothing."""
    return float(sum(values)) / len(values) if len(values) else NAN
