"""The encoder: batches, and vectors that depend on nothing else in them."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.artifact_model.encoder import Encoder, Row, batches, cores
from audit.errors import PluginError
from tests.artifact_model import tiny


@given(st.lists(st.integers(1, 128), max_size=80), st.integers(128, 600))
def test_batches_hold_every_row_once_within_bounds(lengths: list[int], most: int) -> None:
    """Padded to its longest row, no batch exceeds the bound; batches rise in length."""
    held = list(batches(lengths, most))
    assert sorted(at for batch in held for at in batch) == list(range(len(lengths)))
    assert all(len(batch) * max(lengths[at] for at in batch) <= most for batch in held)
    assert [lengths[at] for batch in held for at in batch] == sorted(lengths)


def test_threads_follow_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A set number wins; what is no number does not."""
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    assert cores() == 3
    monkeypatch.setenv("OMP_NUM_THREADS", "many")
    assert cores() >= 1


def rows(count: int) -> list[Row]:
    """Random rows of 3–40 pieces."""
    rng = random.Random(5)  # noqa: S311 - reproducible, not secret
    size = tiny.tokenizer().get_vocab_size()
    held = []
    for _ in range(count):
        length = rng.randint(1, 38)
        ids, types = ([rng.randrange(top) for _ in range(length)] for top in (size, 6))
        held.append(Row(ids=(2, *ids, 3), types=(0, *types, 0)))
    return held


@pytest.mark.parametrize("threads", [1, 2])
def test_a_row_does_not_depend_on_its_company(tmp_path_factory: pytest.TempPathFactory, threads: int) -> None:
    """Read alone, with all others, or with half of them, its vectors are the same to 1e-5."""
    encoder, held = Encoder(tiny.exported(tmp_path_factory), threads), rows(60)
    together = dict(encoder.read(held))
    half = dict(encoder.read(held[::2]))
    for at, row in enumerate(held):
        ((_, alone),) = encoder.read([row])
        assert alone.shape == (len(row.ids), tiny.WIDTH)
        assert np.abs(alone - together[at]).max() < 1e-5
        assert at % 2 or np.abs(alone - half[at // 2]).max() < 1e-5


def test_token_types_count(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The same pieces with other types have other vectors."""
    encoder = Encoder(tiny.exported(tmp_path_factory), 1)
    read = dict(encoder.read([Row(ids=(2, 9, 3), types=(0, kind, 0)) for kind in range(6)]))
    assert all(np.abs(read[a] - read[b]).max() > 0.01 for a in range(6) for b in range(a))


def test_what_the_encoder_cannot_read_is_an_error(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A row beyond its positions is refused in one line."""
    encoder = Encoder(tiny.exported(tmp_path_factory), 1)
    with pytest.raises(PluginError, match="the encoder failed"):
        list(encoder.read([Row(ids=(5,) * 200, types=(0,) * 200)]))


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    """The error names it."""
    with pytest.raises(PluginError, match="does not load"):
        Encoder(tmp_path)
