"""A dictionary of pieces, learnt from the parallel text itself before the network is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import torch

from audit.training.translator.model_one import Ids, probabilities
from audit.training.translator.stream import Stream

PAIRS = 160_000
"""Most pairs it is learnt from: a minute on one core, for 12,000 pieces."""
LONGEST = 48
"""Most pieces of a side: long texts tell little of which piece goes with which."""
LEAST = 0.01
"""Entries below are left out: of News Commentary's 12,000² pairs of pieces 37,000 stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """Pieces that translate each other, and how well: the geometric mean of both directions' probabilities.

    `cells` (ascending) are `one * pieces + other`, where `one` is a piece of the pair's first language and `other` one
    of its second; `values` are half floats, 0–1.
    """

    pieces: int
    cells: torch.Tensor
    values: torch.Tensor

    def of(self, ones: torch.Tensor, others: torch.Tensor) -> torch.Tensor:
        """The values of pairs of pieces, float, zero where there is no entry; the shapes broadcast."""
        wanted = ones * self.pieces + others
        if not len(self.cells):
            return torch.zeros(wanted.shape, device=wanted.device)
        at = torch.searchsorted(self.cells, wanted).clamp(max=len(self.cells) - 1)
        return self.values[at].float() * (self.cells[at] == wanted)

    def entries(self, least: float) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """The entries of at least a value: pieces of the first language, of the second, and the values."""
        values = self.values.float()
        cells = self.cells[values >= least]
        return cells // self.pieces, cells % self.pieces, values[values >= least]

    def to(self, device: torch.device) -> Dictionary:
        """The dictionary on a device."""
        return Dictionary(pieces=self.pieces, cells=self.cells.to(device), values=self.values.to(device))

    def save(self, path: Path) -> None:
        """Write it to a file."""
        torch.save({"pieces": self.pieces, "cells": self.cells, "values": self.values}, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)


def read(path: Path) -> Dictionary:
    """The dictionary in a file."""
    return Dictionary(**torch.load(path, weights_only=True))


def learnt(pairs: Sequence[tuple[Ids, Ids]], pieces: int) -> Dictionary:
    """The dictionary of pairs of texts in pieces."""
    there, values = _likely(probabilities(pairs, pieces))
    back = probabilities([(other, one) for one, other in pairs], pieces)
    values = (values * back[there % pieces, there // pieces]).sqrt()
    kept = values >= LEAST
    return Dictionary(pieces=pieces, cells=there[kept], values=values[kept].half())


def _likely(table: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Cells, ascending, and probabilities that an entry can come of: the other probability is at most one."""
    flat = table[:-1].view(-1)
    cells = (flat >= LEAST**2).nonzero()[:, 0]
    return cells, flat[cells]


def short_pairs(stream: Stream) -> list[tuple[Ids, Ids]]:
    """What the dictionary is learnt from: the first pairs of the stream that are short enough, in pieces."""
    drawn = stream.drawn(0)[: 2 * PAIRS]
    ones, others = (stream.pieces.encode(side, stream.threads) for side in zip(*drawn, strict=True))
    fits = (
        pair for pair in zip(ones, others, strict=True) if 0 < min(map(len, pair)) <= max(map(len, pair)) <= LONGEST
    )
    return list(islice(fits, PAIRS))
