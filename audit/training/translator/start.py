"""Where training starts from: embeddings that know a dictionary, and attention that walks along the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from audit.training.translator.dictionary import Dictionary

if TYPE_CHECKING:
    from transformers import MarianMTModel

LEAST = 0.05
"""Entries of the dictionary that are too weak to start from."""
TRUST, MOST = 1.2, 0.85
"""The share of a start that comes from translations: so many times the value of the best one, and at most so much."""
OWN = 0.3
"""Value from which a piece is its own translation, as figures and names are, and stays as it is."""
COPIED = 0.7
"""Weight of the identity in what cross-attention reads and writes; the rest stays as drawn."""
PERIOD = 10_000
"""Of the slowest code of a position, as in Vaswani et al. 2017."""


def start(network: MarianMTModel, dictionary: Dictionary) -> None:
    """Begin with what the dictionary knows, in place; the numbers were set by trial on the CPU, see docs/training.md.

    Lexical starts are those of cross-lingual transfer (WECHSEL, Minixhofer et al. 2022), here within one model.
    """
    weights = network.get_input_embeddings().weight
    with torch.no_grad():
        weights[: dictionary.pieces] = embeddings(dictionary, weights.shape[1])
        for layer in network.model.decoder.layers:
            _walk(layer.encoder_attn)


def embeddings(dictionary: Dictionary, width: int) -> torch.Tensor:
    """Vectors of length one [pieces, width]: a piece of the first language is near the mean of its translations.

    Those of the second language are drawn at random, as are pieces that both share or that no entry has.
    """
    shape = (dictionary.pieces, dictionary.pieces)
    ones, others, values = dictionary.entries(LEAST)
    drawn = torch.randn(dictionary.pieces, width)
    table = torch.sparse_coo_tensor(torch.stack([ones, others]), values, shape, check_invariants=False)
    best = torch.zeros(dictionary.pieces).scatter_reduce(0, ones, values, "amax")
    every = torch.arange(dictionary.pieces)
    share = (TRUST * best).clamp(max=MOST) * (dictionary.of(every, every) < OWN)
    share = share[:, None]
    return _unit(share.sqrt() * _unit(torch.sparse.mm(table, drawn)) + (1 - share).sqrt() * _unit(drawn))


def _unit(vectors: torch.Tensor) -> torch.Tensor:
    return torch.nn.functional.normalize(vectors, dim=1)


def _walk(attention: torch.nn.Module) -> None:
    """Let cross-attention copy what stands one place on, as a tag stands before the source's first piece."""
    same = torch.eye(attention.embed_dim)
    for layer in (attention.v_proj, attention.out_proj):
        layer.weight.mul_(1 - COPIED).add_(COPIED * same)
    attention.k_proj.weight.add_(COPIED * same)
    attention.q_proj.weight.add_(COPIED * next_position(attention.embed_dim))


def next_position(width: int) -> torch.Tensor:
    """The rotation [width, width] that turns the code of a position into that of the next.

    Marian's codes have all sines in the first half and all cosines in the second.
    """
    half = width // 2
    turn = PERIOD ** (-torch.arange(half) / half)
    sine, cosine = turn.sin().diag(), turn.cos().diag()
    return torch.cat([torch.cat([cosine, sine], 1), torch.cat([-sine, cosine], 1)])
