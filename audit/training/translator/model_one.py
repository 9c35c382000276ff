"""IBM Model 1: how likely a piece of one language is the translation of a piece of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch

ROUNDS = 4
"""Rounds of EM. Och & Ney 2003 take five; after four the tables hardly change."""
ROWS = 512
"""Pairs counted at a time."""
NOTHING = -1
"""Padding of a row of pieces."""

Ids = Sequence[int]


def probabilities(pairs: Sequence[tuple[Ids, Ids]], pieces: int) -> torch.Tensor:
    """Learn by EM how likely each piece of the second sides is, given one of the first (Brown et al. 1993, §4.1).

    Float [pieces + 1, pieces]; the last row is given nothing, and pieces that never met have zero. Every piece of a
    second side comes from one piece of the first or from nothing, whatever the places of both. Holds two
    tables of pieces² floats: 1.2 GB for 12,000 pieces.
    """
    held = list(_padded(pairs, pieces))
    table = torch.ones(pieces + 1, pieces)
    for _ in range(ROUNDS):
        table = _round(table, held)
    return table


def _round(table: torch.Tensor, held: Sequence[tuple[torch.Tensor, torch.Tensor]]) -> torch.Tensor:
    flat, counts = table.view(-1), torch.zeros(table.numel())
    for ones, others in held:
        real = (ones != NOTHING)[:, :, None] & (others != NOTHING)[:, None, :]
        cells = torch.where(real, ones[:, :, None] * table.shape[1] + others[:, None, :], 0)
        shares = flat[cells] * real
        shares /= shares.sum(1, keepdim=True).clamp(min=torch.finfo(shares.dtype).tiny)
        counts.index_add_(0, cells.flatten(), shares.flatten())
    made = counts.view_as(table)
    made /= made.sum(1, keepdim=True).clamp(min=torch.finfo(made.dtype).tiny)
    return made


def _padded(pairs: Sequence[tuple[Ids, Ids]], pieces: int) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """The pairs in tensors [rows, length], those of like lengths together; first sides begin with nothing."""
    ordered = sorted(pairs, key=lambda pair: (len(pair[0]), len(pair[1])))
    for at in range(0, len(ordered), ROWS):
        ones, others = zip(*ordered[at : at + ROWS], strict=True)
        yield _rows([[pieces, *one] for one in ones]), _rows(others)


def _rows(texts: Sequence[Ids]) -> torch.Tensor:
    held = [torch.tensor(text) for text in texts]
    return torch.nn.utils.rnn.pad_sequence(held, batch_first=True, padding_value=NOTHING)
