"""The network's size, and the loss of its batches."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("sentencepiece")

from audit.errors import ConfigError
from audit.training.translator.batches import tensors
from audit.training.translator.network import Size
from audit.training.translator.objective import losses
from tests.training.translator import tiny


@pytest.mark.parametrize("size", [(0, 1, 64), (1, 0, 64), (1, 1, 100), (1, 1, 0)])
def test_what_cannot_be_built_is_told(size: tuple[int, int, int]) -> None:
    """No layers, or a width that heads cannot share."""
    with pytest.raises(ConfigError, match="a multiple of 64"):
        Size(encoder=size[0], decoder=size[1], width=size[2])


def test_padding_changes_no_loss(tmp_path: Path) -> None:
    """A longer shape and more empty rows give the same."""
    pieces = tiny.pieces(tmp_path)
    held = tiny.network(pieces).eval()
    example = (2, 300, 301, 0), (310, 311, 312, 0)
    shapes = [
        tensors((length, (example,)), rows * length, pieces.pad, pieces.eos) for length, rows in ((16, 1), (32, 3))
    ]
    one, other = (float(losses(held, batch)[0].detach()) for batch in shapes)
    assert one == pytest.approx(other, abs=1e-5)
    assert 4 < one < 10
