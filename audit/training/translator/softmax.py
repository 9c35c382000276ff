"""The cross entropy of pieces over the whole vocabulary, or over a fair sample of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch

SMALL = 4_000
"""Pieces up to which the whole vocabulary costs no more than a sample."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """How many of the first pieces are always compared with, and how many of all others are drawn.

    SentencePiece orders pieces by frequency, after some 260 tags and bytes.
    """

    first: int = 1_760
    drawn: int = 1_500


def sampling(pieces: int, device: torch.device) -> Sampling | None:
    """A sample where it pays: a large vocabulary on a CPU. There it more than doubled the pieces read a second."""
    return Sampling() if device.type == "cpu" and pieces > SMALL else None


def cross_entropy(
    vectors: torch.Tensor, labels: torch.Tensor, weights: torch.Tensor, sampled: Sampling | None
) -> torch.Tensor:
    """Nats per piece, a float scalar: `vectors` [n, width] against `weights` [pieces, width] at `labels` [n].

    Complementary sum sampling (Botev et al. 2017): the labels of the batch are candidates for all of it, with the most
    frequent pieces and some of the rest, each of which stands for as many as there are to one drawn. So the sum over
    the vocabulary is right on average.
    """
    if sampled is None:
        return torch.nn.functional.cross_entropy((vectors @ weights.T).float(), labels)
    chosen, extra = candidates(labels, len(weights), sampled)
    scores = (vectors @ weights[chosen].T).float() + extra
    return torch.nn.functional.cross_entropy(scores, torch.searchsorted(chosen, labels))


def candidates(labels: torch.Tensor, pieces: int, sampled: Sampling) -> tuple[torch.Tensor, torch.Tensor]:
    """The ids compared with, ascending, and what is added to the score of each: log(rest / drawn) for those drawn."""
    sure = torch.zeros(pieces, dtype=torch.bool)
    sure[: sampled.first] = True
    sure[labels] = True
    rest = (~sure).nonzero()[:, 0]
    drawn = rest[torch.randperm(len(rest))[: sampled.drawn]]
    extra = torch.zeros(pieces)
    extra[drawn] = math.log(max(1, len(rest)) / max(1, len(drawn)))
    sure[drawn] = True
    chosen = sure.nonzero()[:, 0]
    return chosen, extra[chosen]
