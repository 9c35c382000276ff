"""Attention is shown the pieces that are translations, near where they should stand."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from audit.training.translator.batches import tensors
from audit.training.translator.dictionary import Dictionary
from audit.training.translator.guidance import Guide
from tests.training.translator.test_model_one import AZUL, BLUE, BOOK, CASA, HOUSE, LIBRO

THERE, BACK, END, PAD = 6, 7, 8, 9
CELLS = [one * PAD + other for one, other in ((AZUL, BLUE), (CASA, BLUE), (CASA, HOUSE), (LIBRO, BOOK))]
DICTIONARY = Dictionary(pieces=PAD, cells=torch.tensor(sorted(CELLS)), values=torch.tensor([0.9, 0.02, 0.9, 0.9]))
GUIDE = Guide(dictionary=DICTIONARY, tag=THERE).to(torch.device("cpu"))


def test_each_piece_is_aligned_with_its_translation() -> None:
    """In both directions; tag, ends and padding with nothing, and an empty row is no fault."""
    examples = (
        ((THERE, CASA, AZUL, LIBRO, END), (BLUE, HOUSE, BOOK, END)),
        ((BACK, BLUE, HOUSE, END), (CASA, AZUL, END)),
    )
    batch = tensors((8, examples), 24, PAD, END)
    held = GUIDE.alignment(batch)
    assert held.shape == (3, 8, 8)
    assert held[0, :3].argmax(1).tolist() == [2, 1, 3]
    assert held[1, :2].argmax(1).tolist() == [2, 1]
    assert held.sum(2).tolist() == [
        pytest.approx([1, 1, 1, 0, 0, 0, 0, 0]), pytest.approx([1, 1, 0, 0, 0, 0, 0, 0]), [0] * 8
    ]  # fmt: skip


def test_of_two_the_nearer_is_meant() -> None:
    """Measured in shares of the text."""
    batch = tensors((8, (((THERE, CASA, LIBRO, CASA, END), (HOUSE, BOOK, HOUSE, END)),)), 8, PAD, END)
    held = GUIDE.alignment(batch)[0]
    assert held[0, 1] > 10 * held[0, 3]
    assert held[2, 3] > 10 * held[2, 1]


def test_attention_that_looks_there_costs_least() -> None:
    """Its loss is the alignment's own entropy; text without translations costs nothing."""
    batch = tensors((8, (((THERE, CASA, AZUL, END), (BLUE, HOUSE, END)),)), 8, PAD, END)
    wanted = GUIDE.alignment(batch)
    best, even = GUIDE.loss(wanted, batch), GUIDE.loss(torch.full((1, 8, 8), 1 / 8), batch)
    assert 0 <= best < 0.5
    assert even > 2
    strange = tensors((8, (((THERE, END, END, END), (END, END, END)),)), 8, PAD, END)
    assert GUIDE.loss(torch.full((1, 8, 8), 1 / 8), strange) == 0
