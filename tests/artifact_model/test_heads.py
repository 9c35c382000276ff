"""Heads: linear maps over the encoder's vectors."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from audit.artifact_model.heads import load_heads
from audit.errors import PluginError
from tests.artifact_model import tiny


def test_heads_are_linear(tmp_path: Path) -> None:
    """Tokens are mapped one by one, the sentence through the mean of its vectors."""
    held = tiny.heads()
    np.savez(tmp_path / "heads.npz", **held)
    heads = load_heads(tmp_path / "heads.npz")
    vectors = np.arange(3 * tiny.WIDTH, dtype=np.float32).reshape(3, tiny.WIDTH) / np.float32(50)
    assert heads.shape == (2, 2, tiny.WIDTH)
    assert heads.token_logits(vectors)[1, 0] == pytest.approx(float(held["token_weight"][0] @ vectors[1]) - 1, abs=1e-5)
    expected = float(held["sentence_weight"][0] @ vectors.mean(axis=0)) + 0.5
    assert heads.sentence_values(vectors)[0] == pytest.approx(expected, abs=1e-5)


def test_a_missing_array_is_named(tmp_path: Path) -> None:
    """The error says which."""
    held = tiny.heads()
    del held["sentence_bias"]
    np.savez(tmp_path / "heads.npz", **held)
    with pytest.raises(PluginError, match="sentence_bias"):
        load_heads(tmp_path / "heads.npz")


@pytest.mark.parametrize("name", ["token_bias", "sentence_bias", "token_weight", "sentence_weight"])
def test_arrays_that_do_not_fit_are_refused(tmp_path: Path, name: str) -> None:
    """Weights and biases are of one shape, and all weights of one width."""
    held = tiny.heads()
    held[name] = held[name][..., 1:]
    np.savez(tmp_path / "heads.npz", **held)
    with pytest.raises(PluginError, match="do not fit"):
        load_heads(tmp_path / "heads.npz")


@pytest.mark.parametrize("content", [b"", b"junk", b"PK\x03\x04junk", b"\x93NUMPY"])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    """With the file's name."""
    (tmp_path / "heads.npz").write_bytes(content)
    with pytest.raises(PluginError, match=r"heads\.npz"):
        load_heads(tmp_path / "heads.npz")
