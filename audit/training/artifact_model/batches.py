"""Groups in batches of a few fixed shapes."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audit.artifact_model.pieces import Pieces, batch, marks
from audit.training.artifact_model.example import SENTENCE_HEADS, TOKEN_HEADS, Example, Group

if TYPE_CHECKING:
    import torch
    from tokenizers import Tokenizer

    from audit.artifact_model.ngrams import NgramCounts

LENGTHS = (24, 32, 48, 64, 96, 128)
"""Padded lengths: variable shapes cost several times more on the CPU."""
PIECES = 2048
"""Pieces in a batch, padding included."""
UNKNOWN = -1.0
"""Label of a piece or value that nothing is known of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """One example ready for the network: pieces with special tokens, labels [heads][pieces], values [heads]."""

    ids: tuple[int, ...]
    types: tuple[int, ...]
    labels: dict[int, tuple[float, ...]]
    values: tuple[float | None, ...]
    rank: int | None
    twin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Tensors: ids, types, mask [rows, length]; labels [rows, token heads, length]; values [rows, sentence heads].

    `rivals` are pairs of rows, the better first; `twins` pairs that deserve the same values. Labels and values that
    are not known are UNKNOWN or NaN.
    """

    ids: torch.Tensor
    types: torch.Tensor
    mask: torch.Tensor
    labels: torch.Tensor
    values: torch.Tensor
    rivals: tuple[tuple[int, int], ...]
    twins: tuple[tuple[int, int], ...]

    def to(self, device: torch.device) -> Batch:
        """The batch with its tensors on a device."""
        names = ("ids", "types", "mask", "labels", "values")
        return replace(self, **{name: getattr(self, name).to(device) for name in names})


EncodedGroup = tuple[Encoded, ...]


def encode(groups: Sequence[Group], tokenizer: Tokenizer, counts: NgramCounts) -> list[EncodedGroup]:
    """The groups as pieces; a group with a text over the longest shape is left out."""
    flat = [example for group in groups for example in group]
    held = iter(
        [
            _encoded(example, found, tokenizer)
            for example, found in zip(flat, batch([e.text for e in flat], tokenizer, counts), strict=True)
        ]
    )
    encoded = [tuple(next(held) for _ in group) for group in groups]
    return [group for group in encoded if max(len(one.ids) for one in group) <= LENGTHS[-1]]


def _encoded(example: Example, found: Pieces, tokenizer: Tokenizer) -> Encoded:
    first, last = marks(tokenizer)
    labels = {
        TOKEN_HEADS.index(head): (UNKNOWN, *_labels(found, spans), UNKNOWN) for head, spans in example.bad.items()
    }
    return Encoded(
        ids=(first, *found.ids, last),
        types=(0, *found.types, 0),
        labels=labels,
        values=tuple(example.values.get(head) for head in SENTENCE_HEADS),
        rank=example.rank,
        twin=example.twin,
    )


def _labels(found: Pieces, spans: Sequence[tuple[int, int]]) -> Iterator[float]:
    for start, end in zip(found.starts, found.ends, strict=True):
        yield float(any(start < b and a < end for a, b in spans))


def batches(groups: Sequence[EncodedGroup], rng: random.Random) -> Iterator[Batch]:
    """Every group once, in random order, in batches of about PIECES pieces and one of LENGTHS."""
    shelves: dict[int, list[EncodedGroup]] = defaultdict(list)
    held: list[tuple[int, list[EncodedGroup]]] = []
    for group in rng.sample(groups, len(groups)):
        length = _length(group)
        shelves[length].append(group)
        if sum(map(len, shelves[length])) * length >= PIECES:
            held.append((length, shelves.pop(length)))
    held += list(shelves.items())
    rng.shuffle(held)
    for length, shelf in held:
        yield tensors(shelf, length)


def count(groups: Sequence[EncodedGroup]) -> int:
    """How many batches one pass over the groups makes, at least."""
    pieces = dict.fromkeys(LENGTHS, 0)
    for group in groups:
        pieces[_length(group)] += len(group)
    return sum(rows * length // PIECES for length, rows in pieces.items())


def _length(group: EncodedGroup) -> int:
    longest = max(len(one.ids) for one in group)
    return next(length for length in LENGTHS if longest <= length)


def tensors(groups: Sequence[EncodedGroup], length: int) -> Batch:
    """The groups as one batch; rows are padded to the shape's count with empty ones."""
    import torch

    rows = [one for group in groups for one in group]
    ids = torch.zeros(len(rows), length, dtype=torch.long)
    types, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    labels = torch.full((len(rows), len(TOKEN_HEADS), length), UNKNOWN)
    values = torch.full((len(rows), len(SENTENCE_HEADS)), float("nan"))
    for at, row in enumerate(rows):
        size = len(row.ids)
        ids[at, :size], types[at, :size], mask[at, :size] = torch.tensor(row.ids), torch.tensor(row.types), 1
        for head, held in row.labels.items():
            labels[at, head, :size] = torch.tensor(held)
        for head, value in enumerate(row.values):
            if value is not None:
                values[at, head] = value
    return Batch(
        ids=ids,
        types=types,
        mask=mask,
        labels=labels,
        values=values,
        rivals=tuple(_rivals(groups)),
        twins=tuple(_twins(rows)),
    )


def _rivals(groups: Sequence[EncodedGroup]) -> Iterator[tuple[int, int]]:
    base = 0
    for group in groups:
        for i, one in enumerate(group):
            for j, other in enumerate(group):
                if one.rank is not None and other.rank is not None and one.rank > other.rank:
                    yield base + i, base + j
        base += len(group)


def _twins(rows: Sequence[Encoded]) -> Iterator[tuple[int, int]]:
    return ((at - 1, at) for at, row in enumerate(rows) if row.twin)
