"""The three kinds of model that can be read, told from the architecture a model's configuration names."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class Kind(StrEnum):
    """What a model predicts."""

    CAUSAL = "causal"
    MASKED = "masked"
    CLASSIFIER = "classifier"


SUPPORTED = "…ForCausalLM (or …LMHeadModel), …ForMaskedLM and …ForSequenceClassification"

_ENDINGS: tuple[tuple[str, Kind | None], ...] = (
    ("WithLMHeadModel", None),  # XLM and Flaubert: one class for causal and for masked weights
    ("LMHeadModel", Kind.CAUSAL),  # the older name, GPT-2's
    ("ForCausalLM", Kind.CAUSAL),
    ("ForMaskedLM", Kind.MASKED),
    ("ForSequenceClassification", Kind.CLASSIFIER),
)


def kind_of(architectures: Sequence[str] | None) -> Kind | None:
    """The kind of the first architecture that has one; None where none has."""
    held = (next((k for ending, k in _ENDINGS if name.endswith(ending)), None) for name in architectures or ())
    return next((kind for kind in held if kind), None)
