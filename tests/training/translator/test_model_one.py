"""IBM Model 1 finds which words go together."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from audit.training.translator.model_one import probabilities

BLUE, HOUSE, BOOK = 0, 1, 2
AZUL, CASA, LIBRO = 3, 4, 5
PAIRS = [((CASA, AZUL), (BLUE, HOUSE)), ((CASA,), (HOUSE,)), ((LIBRO, AZUL), (BLUE, BOOK))]


def test_words_that_always_meet_are_translations() -> None:
    """Each row is a distribution over the pieces of the other side, or nothing for pieces that this side has not."""
    table = probabilities(PAIRS * 5, 6)
    assert table.shape == (7, 6)
    assert [int(table[one].argmax()) for one in (AZUL, CASA, LIBRO)] == [BLUE, HOUSE, BOOK]
    assert table[CASA, HOUSE] > 0.75
    assert table[CASA, BOOK] == 0
    assert table.sum(1).tolist() == pytest.approx([0, 0, 0, 1, 1, 1, 1])


def test_texts_of_unlike_lengths_are_counted_alone() -> None:
    """Padding is no piece: the order of pairs, and so their neighbours in a tensor, changes nothing."""
    long = ((CASA, AZUL, LIBRO, CASA), (HOUSE, BLUE, BOOK, HOUSE, BLUE))
    one, other = probabilities([*PAIRS, long], 6), probabilities([long, *PAIRS[::-1]], 6)
    assert torch.allclose(one, other, atol=1e-6)
    alone = probabilities([((CASA,), (HOUSE,))], 6)
    assert alone[CASA].tolist() == [0, 1, 0, 0, 0, 0]
