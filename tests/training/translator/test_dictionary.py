"""The dictionary holds what both directions agree on, and little else."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("sentencepiece")

from audit.training.translator.dictionary import LEAST, LONGEST, learnt, read, short_pairs
from tests.training.translator import tiny
from tests.training.translator.test_model_one import AZUL, BLUE, BOOK, CASA, HOUSE, LIBRO, PAIRS


def test_translations_are_found_and_strangers_are_not() -> None:
    """Looked up by any shape; the first language's piece comes first."""
    held = learnt(PAIRS * 5, 6)
    ones, others = torch.tensor([[AZUL], [CASA], [LIBRO]]), torch.tensor([[BLUE, HOUSE, BOOK]])
    values = held.of(ones, others)
    assert values.shape == (3, 3)
    assert values.argmax(1).tolist() == [0, 1, 2]
    assert values[1, 2] == 0
    assert not held.of(others, ones).any()


def test_entries_are_those_of_a_value_or_more() -> None:
    """Weak ones are not kept at all."""
    held = learnt(PAIRS * 5, 6)
    ones, others, values = held.entries(0.5)
    assert set(zip(ones.tolist(), others.tolist(), strict=True)) == {(AZUL, BLUE), (CASA, HOUSE), (LIBRO, BOOK)}
    assert (values >= 0.5).all()
    assert (held.values >= LEAST).all()
    assert (held.cells[1:] > held.cells[:-1]).all()


def test_a_dictionary_is_kept_in_a_file(tmp_path: Path) -> None:
    """In half precision, and looked up as before."""
    held = learnt(PAIRS, 6)
    held.save(tmp_path / "dictionary.pt")
    assert [path.name for path in tmp_path.iterdir()] == ["dictionary.pt"]
    again = read(tmp_path / "dictionary.pt").to(torch.device("cpu"))
    assert again.values.dtype == torch.half
    assert torch.equal(again.cells, held.cells)
    assert torch.equal(again.values, held.values)


def test_without_pairs_it_is_empty() -> None:
    """And every value zero."""
    assert learnt([], 6).of(torch.tensor([1, 2]), torch.tensor([3, 4])).tolist() == [0, 0]


def test_it_is_learnt_from_short_texts(tmp_path: Path) -> None:
    """Of the stream's corpora, in pieces and without ends."""
    pieces = tiny.pieces(tmp_path)
    pairs = short_pairs(tiny.stream(pieces))
    assert 0 < len(pairs) <= 21
    assert all(0 < len(side) <= LONGEST and pieces.eos not in side for pair in pairs for side in pair)
