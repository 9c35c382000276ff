"""From raw logits and features to probabilities and a fluency that people would agree with."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from audit.errors import PluginError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BEST = 100.0
"""Upper end of the fluency scale."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What `calibration.json` holds.

    `word_weights` has one weight per token head. `features` are names as in `SentenceReading.features`, `weights`
    theirs; `knots` are (z, fluency) with rising z, `interval` (fluency, low, high) with rising fluency.
    """

    revision: str
    token_heads: tuple[str, ...]
    sentence_heads: tuple[str, ...]
    word_weights: tuple[float, ...]
    word_bias: float
    features: tuple[str, ...]
    weights: tuple[float, ...]
    bias: float
    knots: tuple[tuple[float, ...], ...]
    interval: tuple[tuple[float, ...], ...]

    def probabilities(self, logits: NDArray[np.float32]) -> list[float]:
        """The probability of each word [n] that it is part of a translation error, from its logits [n, k]."""
        import numpy as np

        held: list[float] = sigmoid(logits @ np.array(self.word_weights) + self.word_bias).tolist()
        return held

    def z(self, features: Mapping[str, float]) -> float:
        """The weighted sum of a sentence's features, before it is put on the scale."""
        pairs = zip(self.features, self.weights, strict=True)
        return sum(weight * features[name] for name, weight in pairs) + self.bias

    def fluency(self, features: Mapping[str, float]) -> tuple[float, float, float]:
        """The fluency of a sentence on 0–100 and the ends of its 90 % interval."""
        import numpy as np

        z, value = zip(*self.knots, strict=True)
        score = min(max(float(np.interp(self.z(features), z, value)), 0.0), BEST)
        at, low, high = zip(*self.interval, strict=True)
        return score, float(np.interp(score, at, low)), float(np.interp(score, at, high))


def sigmoid(logits: NDArray[Any]) -> NDArray[Any]:
    """The logistic function, without overflow."""
    import numpy as np

    held: NDArray[Any] = np.exp(-np.logaddexp(0.0, -logits))
    return held


def load_calibration(path: Path) -> Calibration:
    """The calibration of a `calibration.json`; raises PluginError when it is not complete or contradicts itself."""
    try:
        calibration = parse(json.loads(path.read_text("utf-8")))
    except KeyError as cause:
        raise PluginError(
            f"artifact model {path.parent}: calibration.json has no key {cause} – fit it again"
        ) from cause
    except (OSError, ValueError, TypeError) as cause:
        raise PluginError(f"artifact model {path.parent}: calibration.json: {cause} – fit it again") from cause
    return calibration


def parse(raw: Mapping[str, Any]) -> Calibration:
    """The calibration of a JSON object; raises KeyError, TypeError or ValueError when it is none."""
    word, fluency = raw["word"], raw["fluency"]
    calibration = Calibration(
        revision=str(raw["revision"]),
        token_heads=_tuple(raw["token_heads"], str),
        sentence_heads=_tuple(raw["sentence_heads"], str),
        word_weights=_tuple(word["weights"], float),
        word_bias=float(word["bias"]),
        features=_tuple(fluency["features"], str),
        weights=_tuple(fluency["weights"], float),
        bias=float(fluency["bias"]),
        knots=_tuple(fluency["knots"], lambda row: _tuple(row, float)),
        interval=_tuple(fluency["interval"], lambda row: _tuple(row, float)),
    )
    _check(calibration)
    return calibration


def feature_names(token_heads: tuple[str, ...], sentence_heads: tuple[str, ...]) -> tuple[str, ...]:
    """The names of all features of a sentence, in order."""
    means, most = (f"mean:{head}" for head in token_heads), (f"max:{head}" for head in token_heads)
    return (*(f"sentence:{head}" for head in sentence_heads), *means, *most)


def _tuple(values: Any, kind: Callable[[Any], _T]) -> tuple[_T, ...]:  # noqa: ANN401 - any JSON value
    return tuple(kind(value) for value in values)


def _check(calibration: Calibration) -> None:
    if len(calibration.word_weights) != len(calibration.token_heads):
        raise ValueError("word.weights needs one weight per token head")
    if len(calibration.weights) != len(calibration.features):
        raise ValueError("fluency.weights needs one weight per feature")
    known = feature_names(calibration.token_heads, calibration.sentence_heads)
    for name in calibration.features:
        if name not in known:
            raise ValueError(f"unknown feature {name!r} (known: {', '.join(known)})")
    for name, rows, width in (("knots", calibration.knots, 2), ("interval", calibration.interval, 3)):
        if not rows or any(len(row) != width for row in rows) or any(a[0] >= b[0] for a, b in pairwise(rows)):
            raise ValueError(f"fluency.{name} needs rows of {width} numbers, the first rising")
