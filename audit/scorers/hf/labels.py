"""Which of a classifier's labels is the best quality."""

from __future__ import annotations

from collections.abc import Mapping

BEST = ("excellent", "good", "fluent", "acceptable", "ok", "grammatical", "correct")
"""Names of the best label, the first that a model has: scales of adequacy and fluency, CoLA, word-level QE."""

_UNNAMED = {0: "label_0", 1: "label_1"}
"""What transformers calls two labels nobody named; the models on the hub trained on CoLA leave 1 for acceptable."""


def best_label(id2label: Mapping[int, str]) -> int | None:
    """The index of the label that means the best quality, case aside; None where no name tells it."""
    names = {int(i): name.strip().lower() for i, name in id2label.items()}
    if names == _UNNAMED:
        return 1
    return next((i for best in BEST for i, name in names.items() if name == best), None)
