"""Batches have a few shapes and lose no example."""

from __future__ import annotations

import random

import pytest

torch = pytest.importorskip("torch")

from audit.training.translator.batches import IGNORED, LENGTHS, Example, rows_of, shelves, tensors

SIZE = 256


def example(length: int, number: int = 5) -> Example:
    """An example of a length, with a number in it."""
    return (2, *[number] * (length - 2), 0), (number, 0)


def test_every_example_that_fits_is_in_one_batch() -> None:
    """Rows are as many as the shape has; only one batch is not full."""
    rng = random.Random(1)
    examples = [example(rng.randint(3, 256), number) for number in range(10, 510)]
    held = shelves([*examples, example(257)], SIZE, random.Random(1))
    assert sorted(one for _, rows in held for one in rows) == sorted(examples)
    assert sum(len(rows) < rows_of(length, SIZE) for length, rows in held) <= 1
    assert {length for length, _ in held} <= {*LENGTHS}


def test_the_longer_side_says_the_length() -> None:
    """A long target needs as much room as a long source."""
    (shelf,) = shelves([example(21)[::-1]], SIZE, random.Random(1))
    assert shelf[0] == 24


def test_nothing_fits_no_batch() -> None:
    """Without examples there are no batches."""
    assert shelves([example(300)], SIZE, random.Random(1)) == []


def test_the_decoder_reads_what_it_should_have_said_before() -> None:
    """Labels are the target, read are the padding and the target but its end; empty rows teach nothing."""
    batch = tensors((16, (((2, 7, 8, 0), (9, 6, 0)),)), SIZE, pad=99, eos=0)
    assert batch.source.shape == batch.read.shape == batch.labels.shape == (16, 16)
    assert batch.source[0, :6].tolist() == [2, 7, 8, 0, 99, 99]
    assert batch.mask[0].sum() == 4
    assert batch.read[0, :5].tolist() == [99, 9, 6, 99, 99]
    assert batch.labels[0, :5].tolist() == [9, 6, 0, IGNORED, IGNORED]
    assert (batch.labels[1:] == IGNORED).all()
    assert batch.mask[1:].sum(1).tolist() == [1] * 15
    assert torch.equal(batch.to(torch.device("cpu")).source, batch.source)
