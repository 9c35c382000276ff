"""The quality of sentences from a sequence-classification model: a regression value or a label's probability."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from audit.errors import PluginError
from audit.neural.batching import batches
from audit.scorers.hf.labels import BEST, best_label
from audit.scorers.hf.loading import Loaded
from audit.scorers.hf.windows import windows

if TYPE_CHECKING:
    from torch import Tensor

_PROBES = (
    "The council met on Monday and agreed to open the new library in June.",
    "She said that most of the roads would stay closed until the end of the week.",
)
"""Fluent sentences, written for this: what a regression gives them tells which range it uses."""
_UNIT_HIGHEST = 1.5
"""A regression trained on 0–1 overshoots 1 a little; one trained on 0–100 gives fluent sentences far more."""


class Classifier:
    """Sentences to quality on 0–100.

    Raises PluginError where none of several labels is known to be the best quality.
    """

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._best: int | None = None
        self._factor = 100.0
        if loaded.model.config.num_labels > 1:
            self._best = self._known_best()
        elif max(self._values(_PROBES)) > _UNIT_HIGHEST:
            self._factor = 1.0

    def quality(self, texts: Sequence[str]) -> list[float]:
        """Each text's quality in 0–100; NaN for one without a token.

        A text longer than the model is the mean of its windows, weighted by their tokens.
        """
        return [self._scaled(value) for value in self._values(texts)]

    def _scaled(self, value: float) -> float:
        return value if math.isnan(value) else min(100.0, max(0.0, self._factor * value))

    def _known_best(self) -> int:
        labels = self._loaded.model.config.id2label
        best = best_label(labels)
        if best is None:
            told, known = ", ".join(map(str, labels.values())), ", ".join(BEST)
            raise PluginError(f"{self._loaded.name}: no label among {told} is known for the best quality ({known})")
        return best

    def _values(self, texts: Sequence[str]) -> list[float]:
        loaded = self._loaded
        encoded = [ids for ids, _ in loaded.encode(texts)]
        size = max(1, loaded.positions - len(loaded.prefix) - len(loaded.suffix))
        rows = [(i, w) for i, ids in enumerate(encoded) for w in windows(len(ids), size, ahead=True)]
        tokens = [[*loaded.prefix, *encoded[i][w.start : w.stop], *loaded.suffix] for i, w in rows]
        sums = [0.0] * len(texts)
        for batch in batches([len(row) for row in tokens], loaded.most_tokens):
            values = self._picked(loaded.logits([tokens[at] for at in batch])).tolist()
            for at, value in zip(batch, values, strict=True):
                i, window = rows[at]
                sums[i] += value * (window.last - window.first)
        return [total / len(ids) if ids else math.nan for total, ids in zip(sums, encoded, strict=True)]

    def _picked(self, logits: Tensor) -> Tensor:
        return logits[:, 0] if self._best is None else logits.softmax(1)[:, self._best]
