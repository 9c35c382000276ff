"""The endless stream of batches, pass after pass over the corpora, from any place of it."""

from __future__ import annotations

import random
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TypeVar

from audit.errors import AuditError
from audit.training.translator.augmentation import joined, roughened
from audit.training.translator.batches import Example, Shelf, shelves
from audit.training.translator.corpora import Corpus
from audit.training.translator.direction import Direction
from audit.training.translator.pieces import Pieces
from audit.training.translator.reading import Pair

Item = TypeVar("Item")

CHUNK = 20_000
"""Pairs that are augmented, encoded and sorted by length at a time: some seconds of work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the stream a batch stands; the stream can be taken up at any place without what came before."""

    turn: int = 0
    chunk: int = 0
    batch: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """What the batches are made of. `size` is pieces a side in a batch, padding included."""

    corpora: Sequence[Corpus]
    directions: tuple[Direction, ...]
    pieces: Pieces
    size: int
    seed: int
    threads: int = 1

    def batches(self, start: Place) -> Generator[tuple[Shelf, Place], None, None]:
        """Batches from `start` on, each with the place of the next. Raises AuditError when no text fits a batch."""
        for place, held in _ahead(self._chunks(start)):
            for at in range(place.batch, len(held)):
                yield held[at], replace(place, batch=at + 1)

    def drawn(self, turn: int) -> list[Pair]:
        """The pairs of one pass, in random order: as often as their corpus's weight says, on average."""
        rng = random.Random(f"{self.seed}/{turn}")  # noqa: S311 - reproducible, not secret
        held: list[Pair] = []
        for corpus in self.corpora:
            whole, part = divmod(corpus.weight, 1)
            held += corpus.pairs * int(whole)
            held += (pair for pair in corpus.pairs if rng.random() < part) if part else ()
        rng.shuffle(held)
        return held

    def _chunks(self, start: Place) -> Iterator[tuple[Place, list[Shelf]]]:
        place, some = start, False
        while True:
            pairs = self.drawn(place.turn)
            for chunk in range(place.chunk, -(-len(pairs) // CHUNK)):
                held = self._made(pairs[chunk * CHUNK : (chunk + 1) * CHUNK], f"{self.seed}/{place.turn}/{chunk}")
                some = some or bool(held)
                yield Place(turn=place.turn, chunk=chunk, batch=place.batch if chunk == place.chunk else 0), held
            if not some and not place.chunk:
                raise AuditError("no text is short enough to train on")
            place = Place(turn=place.turn + 1)

    def _made(self, pairs: Sequence[Pair], seed: str) -> list[Shelf]:
        rng = random.Random(seed)  # noqa: S311 - reproducible, not secret
        first = self.directions[0]
        longer = list(joined(pairs, rng, (first.source, first.target)))
        examples: list[Example] = []
        for direction in self.directions:
            sides = [pair if direction == first else pair[::-1] for pair in longer]
            examples += self._encoded([roughened(one, other, rng) for one, other in sides], direction)
        rng.shuffle(examples)
        return shelves(examples, self.size, rng)

    def _encoded(self, pairs: Sequence[Pair], direction: Direction) -> Iterator[Example]:
        tag, eos = self.pieces.id(direction.tag), self.pieces.eos
        sources, targets = (self.pieces.encode(side, self.threads) for side in zip(*pairs, strict=True))
        for one, other in zip(sources, targets, strict=True):
            yield (tag, *one, eos), (*other, eos)


def _ahead(items: Iterator[Item]) -> Iterator[Item]:
    """The items, each made while the one before is in use."""
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(next, items)
        while True:
            item = coming.result()
            coming = pool.submit(next, items)
            yield item
