"""Surprisal of each token given all others, from a masked language model, one mask at a time.

The sum over a text is its pseudo-log-likelihood (Salazar et al. 2020, doi 10.18653/v1/2020.acl-main.240) in bits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from audit.neural.batching import batches
from audit.scorers.hf.loading import Loaded
from audit.scorers.hf.windows import Window, windows

_WINDOW = 128
"""Tokens: every one costs a reading of its whole window, so that cost grows with the square of this."""


def token_bits(loaded: Loaded, texts: Sequence[Sequence[int]]) -> list[list[float]]:
    """−log2 p of each token of each text where it alone is masked."""
    size = max(1, min(_WINDOW, loaded.positions - len(loaded.prefix) - len(loaded.suffix)))
    rows = [
        (i, window, at)
        for i, ids in enumerate(texts)
        for window in windows(len(ids), size, ahead=True)
        for at in range(window.first, window.last)
    ]
    bits = [[math.nan] * len(ids) for ids in texts]
    for batch in batches([_length(loaded, window) for _, window, _ in rows], loaded.most_tokens):
        picked = [rows[n] for n in batch]
        held = _bits(loaded, texts, picked)
        for (i, _, at), value in zip(picked, held, strict=True):
            bits[i][at] = value
    return bits


def _length(loaded: Loaded, window: Window) -> int:
    return len(loaded.prefix) + window.stop - window.start + len(loaded.suffix)


def _bits(loaded: Loaded, texts: Sequence[Sequence[int]], rows: Sequence[tuple[int, Window, int]]) -> list[float]:
    import torch

    mask = loaded.tokenizer.mask_token_id
    masked = [
        [*loaded.prefix, *texts[i][w.start : at], mask, *texts[i][at + 1 : w.stop], *loaded.suffix] for i, w, at in rows
    ]
    places = torch.tensor([len(loaded.prefix) + at - w.start for _, w, at in rows])
    hidden = torch.tensor([texts[i][at] for i, _, at in rows])
    every = torch.arange(len(rows))
    logits = loaded.logits(masked)[every, places]
    bits: list[float] = ((logits.logsumexp(1) - logits[every, hidden]) / math.log(2)).tolist()
    return bits
