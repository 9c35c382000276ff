"""Examples in batches of a few fixed shapes."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch

LENGTHS = (8, 12, 16, 20, 24, 32, 40, 48, 64, 96, 128, 192, 256)
"""Padded lengths of both sides: variable shapes cost several times more on the CPU."""
IGNORED = -100
"""Label of padding, as torch's cross entropy has it."""

Example = tuple[tuple[int, ...], tuple[int, ...]]
"""Ids of a source (tag first, end last) and of its target (end last)."""
Shelf = tuple[int, tuple[Example, ...]]
"""A padded length and the examples of one batch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Tensors [rows, length]: source ids with their mask, what the decoder reads, and the labels it should say."""

    source: torch.Tensor
    mask: torch.Tensor
    read: torch.Tensor
    labels: torch.Tensor

    def to(self, device: torch.device) -> Batch:
        """The batch on a device."""
        held = (self.source, self.mask, self.read, self.labels)
        source, mask, read, labels = (one.to(device, non_blocking=True) for one in held)
        return Batch(source=source, mask=mask, read=read, labels=labels)


def shelves(examples: Sequence[Example], size: int, rng: random.Random) -> list[Shelf]:
    """Every example that fits once, in batches of about `size` pieces a side, in random order.

    What is left of one length goes to the next, so that at most one batch has rows of padding only.
    """
    sorted_in: dict[int, list[Example]] = defaultdict(list)
    for example in examples:
        longest = max(map(len, example))
        if longest <= LENGTHS[-1]:
            sorted_in[next(length for length in LENGTHS if longest <= length)].append(example)
    held = list(_filled(sorted_in, size))
    rng.shuffle(held)
    return held


def _filled(sorted_in: dict[int, list[Example]], size: int) -> Iterator[Shelf]:
    left: list[Example] = []
    last = 0
    for length in LENGTHS:
        if not sorted_in[length]:
            continue
        examples, rows, last = left + sorted_in[length], rows_of(length, size), length
        whole = len(examples) - len(examples) % rows
        for at in range(0, whole, rows):
            yield length, tuple(examples[at : at + rows])
        left = examples[whole:]
    rows = rows_of(last or LENGTHS[0], size)
    for at in range(0, len(left), rows):
        yield last, tuple(left[at : at + rows])


def rows_of(length: int, size: int) -> int:
    """Rows of a batch of a padded length."""
    return max(1, size // length)


def tensors(shelf: Shelf, size: int, pad: int, eos: int) -> Batch:
    """The tensors of a batch; missing rows are ends of sentences without labels, which nothing is learnt from."""
    import torch

    length, examples = shelf
    shape = (rows_of(length, size), length)
    source = torch.full(shape, pad)
    source[:, 0] = eos  # attention over nothing is not a number
    read, labels = torch.full(shape, pad), torch.full(shape, IGNORED)
    for at, (there, here) in enumerate(examples):
        source[at, : len(there)] = torch.tensor(there)
        read[at, 1 : len(here)] = torch.tensor(here[:-1])
        labels[at, : len(here)] = torch.tensor(here)
    return Batch(source=source, mask=(source != pad).long(), read=read, labels=labels)
