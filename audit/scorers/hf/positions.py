"""How many tokens a model reads at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerFast

_UNBOUNDED = 512
"""For models that name no limit (ALiBi, state spaces): the length BERT and its kin were trained on."""


def positions_of(model: PreTrainedModel, tokenizer: PreTrainedTokenizerFast) -> int:
    """The lowest of what the configuration, the tokenizer and the table of positions allow."""
    limit = getattr(model.config, "max_position_embeddings", None) or 0
    limits = [tokenizer.model_max_length, limit - _reserved(model) if limit > 0 else _UNBOUNDED]
    return int(min(limits))


def _reserved(model: PreTrainedModel) -> int:
    """Positions that no token takes: RoBERTa and its kin count from after the padding's."""
    held = [0]
    for name, module in model.named_modules():
        padding = getattr(module, "padding_idx", None)
        if name.endswith("position_embeddings") and padding is not None:
            held.append(padding + 1)
    return max(held)
