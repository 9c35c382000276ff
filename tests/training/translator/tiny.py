"""A tiny network and stream, the same every time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audit.training.translator.corpora import Corpus
from audit.training.translator.direction import directions
from audit.training.translator.pieces import Pieces, make
from audit.training.translator.stream import Stream
from tests.training.translator.texts import PAIRS

if TYPE_CHECKING:
    from transformers import MarianMTModel

    from audit.training.translator.dictionary import Dictionary
    from audit.training.translator.learner import Learner
    from audit.training.translator.schedule import Schedule

BOTH = directions("es-en", both=True)


def pieces(folder: Path) -> Pieces:
    """A vocabulary of the corpus."""
    make((side for pair in PAIRS for side in pair), [way.tag for way in BOTH], 500, 1, folder / "spm.model")
    return Pieces(folder / "spm.model")


def stream(held: Pieces, weight: float = 1, size: int = 256) -> Stream:
    """Batches of the corpus, both ways."""
    corpora = [Corpus(name="text", weight=weight, pairs=PAIRS)]
    return Stream(corpora=corpora, directions=BOTH, pieces=held, size=size, seed=1)


def network(held: Pieces, dropout: float = 0.0) -> MarianMTModel:
    """One layer each, untrained."""
    import torch

    from audit.training.translator.network import Size
    from audit.training.translator.network import network as untrained

    torch.manual_seed(0)
    return untrained(Size(encoder=1, decoder=1, width=32), held.pad, held.eos, dropout)


def dictionary(held: Pieces) -> Dictionary:
    """What the corpus says of its pieces."""
    from audit.training.translator.dictionary import learnt, short_pairs

    return learnt(short_pairs(stream(held)), held.pad)


def learner(held: Pieces, schedule: Schedule, size: int = 256, dropout: float = 0.1) -> Learner:
    """An untrained one that uses all there is: dropout, a sample of the vocabulary, and guidance."""
    from audit.training.translator.guidance import Guide
    from audit.training.translator.learner import Learner, optimizer
    from audit.training.translator.softmax import Sampling

    model = network(held, dropout)
    return Learner(
        network=model, optimizer=optimizer(model), schedule=schedule, size=size,
        sampled=Sampling(first=100, drawn=50), guide=Guide(dictionary=dictionary(held), tag=held.id(BOTH[0].tag)),
    )  # fmt: skip
