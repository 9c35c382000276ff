"""The network: a BERT encoder with linear heads over its tokens and over their mean."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits, mse_loss, softplus

from audit.artifact_model.ngrams import PAIR_CODES, SPLIT_CODES, TRIPLE_CODES
from audit.artifact_model.pieces import CASES, TYPES
from audit.training.artifact_model.batches import UNKNOWN, Batch
from audit.training.artifact_model.example import SENTENCE_HEADS, TOKEN_HEADS

if TYPE_CHECKING:
    from transformers import BertModel

WEIGHTS = {"tokens": 1.0, "da_z": 0.5, "da": 0.5, "mqm": 0.3, "rank": 0.5, "slips": 0.3, "steady": 0.5}
"""Weights of the losses, so that each starts near the same size."""
DROPPED = 0.1
"""Share of the last vectors' values left out in training, so that what people judged is not learnt by heart."""
PARTS = (CASES, PAIR_CODES, TRIPLE_CODES, SPLIT_CODES)
"""What a token type is made of, the fastest part first."""


class Network(nn.Module):
    """Encoder and heads. `bert` has six token types; `token` and `sentence` are the linear heads."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert
        self.dropout = nn.Dropout(DROPPED)
        self.token = nn.Linear(bert.config.hidden_size, len(TOKEN_HEADS))
        self.sentence = nn.Linear(bert.config.hidden_size, len(SENTENCE_HEADS))

    def forward(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Token logits [rows, token heads, length] and sentence values [rows, sentence heads]."""
        read = self.bert(input_ids=batch.ids, token_type_ids=batch.types, attention_mask=batch.mask).last_hidden_state
        held = self.dropout(read)
        mask = batch.mask.unsqueeze(-1).to(held.dtype)
        mean = (held * mask).sum(1) / mask.sum(1)
        return self.token(held).transpose(1, 2), self.sentence(mean)


class TokenTypes(nn.Module):
    """The vector of a token type as the sum of those of its parts: most of the 2,340 are too rare to learn alone."""

    def __init__(self, plain: torch.Tensor) -> None:
        super().__init__()
        self.parts = nn.ModuleList(nn.Embedding(size, len(plain)) for size in PARTS)
        for part in self.parts:
            nn.init.zeros_(part.weight)
        with torch.no_grad():
            self.parts[0].weight[:] = plain

    def forward(self, types: torch.Tensor) -> torch.Tensor:
        """Vectors [..., width] of types [...]."""
        vectors = []
        for part, size in zip(self.parts, PARTS, strict=True):
            vectors.append(part(types % size))
            types = types // size
        return torch.stack(vectors).sum(0)

    def whole(self) -> nn.Embedding:
        """One table of all types, as a plain encoder has it."""
        with torch.no_grad():
            return nn.Embedding.from_pretrained(self(torch.arange(TYPES)))


def base(folder: Path) -> BertModel:
    """A BERT encoder of a folder with its token types widened to those of the pieces, its word vectors frozen.

    Without dropout inside: most text is seen once, and on the CPU dropout costs a third of the time.
    """
    from transformers import BertModel

    bert = BertModel.from_pretrained(
        folder,
        add_pooling_layer=False,
        attn_implementation="sdpa",
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    bert.embeddings.token_type_embeddings = TokenTypes(bert.embeddings.token_type_embeddings.weight.data[0])
    bert.config.type_vocab_size = TYPES
    bert.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
    return bert


def losses(batch: Batch, tokens: torch.Tensor, values: torch.Tensor) -> dict[str, torch.Tensor]:
    """The loss of every head that the batch has labels for."""
    held = {}
    known = batch.labels != UNKNOWN
    if known.any():
        held["tokens"] = binary_cross_entropy_with_logits(tokens[known], batch.labels[known])
    for at, head in enumerate(SENTENCE_HEADS):
        there = ~batch.values[:, at].isnan()
        if there.any():
            held[head] = mse_loss(values[there, at], batch.values[there, at])
    if batch.rivals:
        better, worse = torch.tensor(batch.rivals, device=values.device).T
        rank = values[:, SENTENCE_HEADS.index("rank")]
        held["rank"] = softplus(rank[worse] - rank[better]).mean()
    if batch.twins:
        one, other = torch.tensor(batch.twins, device=values.device).T
        held["steady"] = mse_loss(values[one], values[other])
    return held


def total(held: dict[str, torch.Tensor]) -> torch.Tensor:
    """The weighted sum of the losses."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in held.items()]).sum()


def merged(network: Network) -> BertModel:
    """The encoder with its token types in one table, as it is exported."""
    held = copy.deepcopy(network.bert).cpu()
    types = held.embeddings.token_type_embeddings
    if isinstance(types, TokenTypes):
        held.embeddings.token_type_embeddings = types.whole()
    return held
