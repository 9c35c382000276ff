"""Fits what the run time multiplies the raw readings with, on documents the training never saw."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from audit.artifact_model.calibration import feature_names
from audit.artifact_model.model import ArtifactModel
from audit.artifact_model.reading import SentenceReading
from audit.document import Paragraph
from audit.training.artifact_model.example import SENTENCE_HEADS, TOKEN_HEADS, Group
from audit.training.artifact_model.judged import DA_CENTRE, DA_SCALE

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray

WORD_SETS = {"planted": 1.0, "bio": 1.0}
"""Held-out sets the words are fitted on, with their weights. Literal renderings and post-edits are left out: words that
merely differ from another translation are not wrong, and with them 0.26–0.36 of DEMETR's damage is found where one
clean word in a hundred is flagged, without them 0.40."""
RANKS = {"planted": 0.25, "literal": 0.125, "post_edit": 0.0625, "bio": 0.125}
"""Weights of the rankings beside the fit to direct assessment."""
FITTED = "da_z"
"""The judgement the weights are fitted to: standardised per rater, so that no language's level teaches a topic."""
STEADY = 2.0
"""Weight of the penalty on what a change of names and figures does to a score."""
RIDGE = 0.1
"""Weight of the squares of the weights: with a fifth of it, heads that say nearly the same get weights against each
other."""
BINS = 12
"""Bins of equal size that the scale and its interval are read off."""
COVERED = 0.90
"""Share of judgements the interval covers."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Held:
    """Readings of one held-out set: per group, per example."""

    groups: Sequence[Group]
    readings: Sequence[Sequence[SentenceReading]]


def read(model: ArtifactModel, groups: Sequence[Group]) -> Held:
    """Each text of the groups read as one sentence."""
    texts = [example.text for group in groups for example in group]
    found = iter(model.read([Paragraph(index=0, start=0, end=len(t), text=t, sentences=((0, len(t)),)) for t in texts]))
    return Held(groups=groups, readings=[[next(found)[0] for _ in group] for group in groups])


def fit(
    model: ArtifactModel, sets: Mapping[str, Sequence[Group]], twins: Sequence[tuple[str, str]], revision: str
) -> dict[str, Any]:
    """The content of `calibration.json`. `twins` are texts that differ in names, figures and spelling only."""
    from audit.training.artifact_model.example import Example

    held = {name: read(model, groups) for name, groups in sets.items()}
    return fitted(held, read(model, [(Example(text=one), Example(text=other)) for one, other in twins]), revision)


def fitted(held: Mapping[str, Held], twins: Held, revision: str) -> dict[str, Any]:
    """The same from readings. No sentence's highest word is a feature: it would grow with the length."""
    names = feature_names(TOKEN_HEADS, SENTENCE_HEADS)
    features = tuple(name for name in names if not name.startswith("max:"))
    weights, bias = fluency_weights(held, twins, features)
    z, da = _judgements(held["post_edit"], features, weights, bias)
    knots = scale(z, da)
    return {
        "revision": revision,
        "token_heads": list(TOKEN_HEADS),
        "sentence_heads": list(SENTENCE_HEADS),
        "word": word_weights(held),
        "fluency": {
            "features": list(features),
            "weights": weights.tolist(),
            "bias": bias,
            "knots": knots,
            "interval": interval(z, da, knots),
        },
    }


def word_weights(held: Mapping[str, Held]) -> dict[str, Any]:
    """Logistic regression of the heads' logits on the held-out labels, sets weighted."""
    import numpy as np
    import torch

    rows, labels, weights = [], [], []
    for name, share in WORD_SETS.items():
        logits, bad = _words(held[name])
        rows.append(logits)
        labels.append(bad)
        weights.append(np.full(len(bad), share / len(bad)))
    x, y, w = (torch.tensor(np.concatenate(part), dtype=torch.float64) for part in (rows, labels, weights))
    parameters = torch.zeros(x.shape[1] + 1, dtype=torch.float64, requires_grad=True)

    def loss() -> torch.Tensor:
        score = x @ parameters[:-1] + parameters[-1]
        return (w * torch.nn.functional.binary_cross_entropy_with_logits(score, y, reduction="none")).sum()

    _minimise(loss, parameters)
    found = parameters.detach().tolist()
    return {"weights": found[:-1], "bias": found[-1]}


def _words(held: Held) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Logits [n, k] and labels [n] of the words of every example that has a label for its words."""
    import numpy as np

    logits, labels = [], []
    for group, readings in zip(held.groups, held.readings, strict=True):
        for example, reading in zip(group, readings, strict=True):
            if not example.bad or not len(reading.words):
                continue
            spans = [span for spans in example.bad.values() for span in spans]
            logits.append(reading.token_logits)
            labels.append([any(a < end and start < b for start, end in spans) for a, b in reading.words])
    return np.concatenate(logits), np.concatenate(labels).astype(np.float32)


def fluency_weights(
    held: Mapping[str, Held], twins: Held, features: tuple[str, ...]
) -> tuple[NDArray[np.float64], float]:
    """Weights and bias that fit direct assessment (in units of its spread), keep rivals in order and twins together."""
    import numpy as np
    import torch

    judged, da = _features(held["post_edit"], features, FITTED)
    centre, spread = judged.mean(0), judged.std(0) + 1e-6
    ordered = {name: _rivals(held[name], features) / spread for name in RANKS}
    apart = _rivals(twins, features, ranked=False) / spread
    x, y = torch.tensor((judged - centre) / spread), torch.tensor(da)
    gaps = {name: torch.tensor(rows) for name, rows in ordered.items()}
    same = torch.tensor(apart)
    parameters = torch.zeros(len(features) + 1, dtype=torch.float64, requires_grad=True)

    def loss() -> torch.Tensor:
        weights = parameters[:-1]
        value = ((x @ weights + parameters[-1] - y) ** 2).mean() + RIDGE * (weights**2).sum()
        for name, share in RANKS.items():
            value = value + share * torch.nn.functional.softplus(-2 * gaps[name] @ weights).mean()
        return value + STEADY * ((same @ weights) ** 2).mean()

    _minimise(loss, parameters)
    found = parameters.detach().numpy()
    weights = found[:-1] / spread
    return weights, float(found[-1] - np.dot(weights, centre))


def _features(held: Held, names: Sequence[str], head: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    import numpy as np

    rows, values = [], []
    for group, readings in zip(held.groups, held.readings, strict=True):
        for example, reading in zip(group, readings, strict=True):
            if head in example.values and reading.features is not None:
                rows.append([reading.features[name] for name in names])
                values.append(example.values[head])
    return np.array(rows, dtype=np.float64), np.array(values, dtype=np.float64)


def _rivals(held: Held, names: Sequence[str], *, ranked: bool = True) -> NDArray[np.float64]:
    """Differences of features, better minus worse: of the rivals in a group, or of rows with unlike MQM penalties."""
    import numpy as np

    rows = []
    for group, readings in zip(held.groups, held.readings, strict=True):
        order = sorted(range(len(group)), key=lambda i: -(group[i].rank or 0)) if ranked else range(len(group))
        if len(group) > 1 and all(reading.features is not None for reading in readings):
            best, worst = (readings[order[at]].features or {} for at in (0, -1))
            rows.append([best[name] - worst[name] for name in names])
    if not rows:
        x, y = _features(held, names, "mqm")
        order_at = random.Random(0).sample(range(len(y)), len(y))  # noqa: S311 - reproducible, not secret
        for i, j in zip(range(len(y)), order_at, strict=True):
            if y[i] > y[j]:
                rows.append(list(x[i] - x[j]))
    return np.array(rows, dtype=np.float64)


def _judgements(
    held: Held, features: tuple[str, ...], weights: NDArray[np.float64], bias: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    x, y = _features(held, features, "da")
    return x @ weights + bias, y * DA_SCALE + DA_CENTRE


def scale(z: NDArray[np.float64], da: NDArray[np.float64]) -> list[list[float]]:
    """Knots (z, DA): the mean judgement of bins, made monotone, and straight on to 0 and 100 beyond them."""
    import numpy as np

    order = np.argsort(z)
    points = [(float(z[bin_].mean()), float(da[bin_].mean())) for bin_ in np.array_split(order, BINS)]
    held: list[list[float]] = []
    for at, value in points:
        held.append([at, max(value, held[-1][1] + 0.5) if held else value])
    slope = (held[-1][1] - held[0][1]) / (held[-1][0] - held[0][0])
    low, high = held[0], held[-1]
    return [[low[0] - low[1] / slope, 0.0], *held, [high[0] + (100 - high[1]) / slope, 100.0]]


def interval(z: NDArray[np.float64], da: NDArray[np.float64], knots: Sequence[Sequence[float]]) -> list[list[float]]:
    """Rows (score, low, high): the quantiles of the judgements around each score that leave out a tenth."""
    import numpy as np

    at, value = np.array(knots).T
    score = np.interp(z, at, value)
    order = np.argsort(score)
    rows = [
        [float(score[b].mean()), *(float(q) for q in np.quantile(da[b], [(1 - COVERED) / 2, (1 + COVERED) / 2]))]
        for b in np.array_split(order, BINS)
    ]
    for before, row in pairwise(rows):
        row[1], row[2] = max(row[1], before[1]), max(row[2], before[2])
    first, last = rows[0], rows[-1]
    return [[0.0, 0.0, first[2]], *rows, [100.0, last[1], 100.0]]


def _minimise(loss: Any, parameters: torch.Tensor) -> None:  # noqa: ANN401 - a closure without arguments
    import torch

    optimizer = torch.optim.LBFGS([parameters], max_iter=500, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        value: torch.Tensor = loss()
        value.backward()
        return value

    optimizer.step(closure)
