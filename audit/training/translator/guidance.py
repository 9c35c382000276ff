"""Shows attention where to look, early in a run: at the pieces that the dictionary says are translations."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from audit.training.translator.batches import IGNORED, Batch
from audit.training.translator.dictionary import Dictionary

NEARNESS = 6.0
"""A translation that stands a tenth of the text away from where it should counts e^-0.6 as much."""
LEAST = 0.03
"""Sum over the source from which a target piece is aligned at all."""
TINY = 1e-6
"""Added to attention before its logarithm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A dictionary, and the id of the tag before a source of the pair's first language."""

    dictionary: Dictionary
    tag: int

    def to(self, device: torch.device) -> Guide:
        """The guide on a device."""
        return Guide(dictionary=self.dictionary.to(device), tag=self.tag)

    def alignment(self, batch: Batch) -> torch.Tensor:
        """Float [rows, target, source]: the share of each source piece in each of the target, or zeros where unknown.

        The dictionary's value times the nearness of relative places; tag and ends are aligned with nothing.
        """
        source, target = batch.source[:, None, :], batch.labels.clamp(min=0)[:, :, None]
        there, back = self.dictionary.of(source, target), self.dictionary.of(target, source)
        first = (batch.source[:, 0] == self.tag)[:, None, None]
        known = batch.mask[:, None, :] * (batch.labels != IGNORED)[:, :, None]
        found = torch.where(first, there, back) * torch.exp(-NEARNESS * _distance(batch)) * known
        total = found.sum(2, keepdim=True)
        return torch.where(total > LEAST, found / total.clamp(min=LEAST), 0.0)

    def loss(self, attention: torch.Tensor, batch: Batch) -> torch.Tensor:
        """Cross entropy of attention [rows, target, source] with the alignment, in nats per aligned target piece.

        Guided alignment training (Chen et al. 2016).
        """
        wanted = self.alignment(batch)
        missed = -(wanted * (attention.float() + TINY).log()).sum()
        return missed / wanted.sum().clamp(min=1)


def _distance(batch: Batch) -> torch.Tensor:
    """How far each source piece is from each target piece [rows, target, source], in shares of the text."""
    # Without the source's tag and end, and without the target's end.
    sources = (batch.mask.sum(1) - 2).clamp(min=1)
    targets = ((batch.labels != IGNORED).sum(1) - 1).clamp(min=1)
    places = torch.arange(batch.source.shape[1], device=batch.source.device)
    one, other = (places - 1) / sources[:, None], places / targets[:, None]
    return (one[:, None, :] - other[:, :, None]).abs()
