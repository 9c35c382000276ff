"""Surprisal of each token given those before it, from a causal language model."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from audit.neural.batching import batches
from audit.scorers.hf.loading import Loaded
from audit.scorers.hf.windows import windows

if TYPE_CHECKING:
    from torch import Tensor

_WINDOW = 512
"""Tokens: longer than almost any paragraph, and half of what the smallest model in use (GPT-2) reads at once."""


def token_bits(loaded: Loaded, texts: Sequence[Sequence[int]]) -> list[list[float]]:
    """−log2 p of each token of each text; NaN for a first token that nothing stands before.

    The first follows the tokenizer's token of beginning, else that of end, which such models were trained to follow.
    """
    start = _start(loaded)
    size = max(2, min(_WINDOW, loaded.positions - len(start)))
    rows = [(i, w) for i, ids in enumerate(texts) for w in windows(len(ids), size, ahead=False)]
    tokens = [[*start, *texts[i][w.start : w.stop]] for i, w in rows]
    bits = [[math.nan] * len(ids) for ids in texts]
    for batch in batches([len(row) for row in tokens], loaded.most_tokens):
        held = _bits(loaded, [tokens[at] for at in batch])
        for at, values in zip(batch, held.tolist(), strict=True):
            i, window = rows[at]
            shift = len(start) - 1 - window.start  # values[n] is of the row's token n + 1
            first = max(window.first, -shift)
            bits[i][first : window.last] = values[first + shift : window.last + shift]
    return bits


def _start(loaded: Loaded) -> tuple[int, ...]:
    tokenizer = loaded.tokenizer
    token = tokenizer.bos_token_id if tokenizer.bos_token_id is not None else tokenizer.eos_token_id
    return () if token is None else (token,)


def _bits(loaded: Loaded, rows: Sequence[Sequence[int]]) -> Tensor:
    """(rows, longest row − 1): bits of each token but the first; what stands past a row's end is of no use."""
    import torch

    logits = loaded.logits(rows)[:, :-1]
    longest = max(len(row) for row in rows)
    next_ids = torch.tensor([[*row[1:], *[0] * (longest - len(row))] for row in rows], dtype=torch.long)
    chosen = logits.gather(2, next_ids.unsqueeze(2)).squeeze(2)
    return (logits.logsumexp(2) - chosen) / math.log(2)
