"""What a step learns from a batch: to say the target, and to look at what it translates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from audit.training.translator.batches import IGNORED, Batch
from audit.training.translator.guidance import Guide
from audit.training.translator.softmax import Sampling, cross_entropy

if TYPE_CHECKING:
    from transformers import MarianMTModel


def losses(
    held: MarianMTModel, batch: Batch, sampled: Sampling | None = None, guide: Guide | None = None
) -> tuple[torch.Tensor, torch.Tensor]:
    """Cross entropy in nats per target piece, and that of attention with the guide's alignment (zero without guide).

    Guided is the last decoder layer's cross-attention, the mean of its heads; the network must then attend `eager`.
    The padding is no class: its row of the embeddings gets no gradient and stays zero.
    """
    said = held.model(
        input_ids=batch.source, attention_mask=batch.mask, decoder_input_ids=batch.read, use_cache=False,
        output_attentions=guide is not None,
    )  # fmt: skip
    labels = batch.labels.flatten()
    real = (labels != IGNORED).nonzero()[:, 0]
    weights = held.get_input_embeddings().weight[: held.config.pad_token_id]
    value = cross_entropy(said.last_hidden_state.flatten(0, 1)[real], labels[real], weights, sampled)
    if guide is None:
        return value, torch.zeros_like(value)
    return value, guide.loss(said.cross_attentions[-1].float().mean(1), batch)
