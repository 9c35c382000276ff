"""Work folders: their settings, and the mean of the last checkpoints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from audit.errors import ConfigError
from audit.training.translator.checkpoints import averaged, claim, keep, related


def layer(value: float) -> Any:  # noqa: ANN401 - torch is optional
    """A layer with one weight."""
    held = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.constant_(held.weight, value)
    return held


def test_a_folder_belongs_to_one_run(tmp_path: Path) -> None:
    """The same settings may come again, others are told with both values."""
    claim(tmp_path / "work", {"width": 64, "layers": (6, 2)})
    claim(tmp_path / "work", {"width": 64, "layers": (6, 2)})
    with pytest.raises(ConfigError, match="holds a run with width 64, not 128 – give another folder with --work"):
        claim(tmp_path / "work", {"width": 128, "layers": (6, 2)})


def test_a_run_begins_only_from_one_of_its_kind(tmp_path: Path) -> None:
    """With a checkpoint, and alike in what the weights hang on."""
    settings = {"directions": ["es-en"], "layers": (3, 1), "width": 64, "vocabulary": 500, "rate": 1}
    claim(tmp_path, settings)
    with pytest.raises(ConfigError, match="holds no run to begin from"):
        related(tmp_path, settings)
    (tmp_path / "checkpoint.pt").touch()
    related(tmp_path, settings | {"rate": 2})
    with pytest.raises(ConfigError, match=r"holds a run with layers \[3, 1\], not \[6, 2\]"):
        related(tmp_path, settings | {"layers": (6, 2)})


def test_the_last_checkpoints_are_averaged(tmp_path: Path) -> None:
    """Older ones are removed, and the present weights count once."""
    for step in (1, 2, 3, 4):
        keep(layer(step), step, tmp_path, 3)
    assert averaged(layer(4), tmp_path, 3)["weight"].item() == 3
    assert averaged(layer(8), tmp_path, 3)["weight"].item() == 5
    assert averaged(layer(8), tmp_path, 1)["weight"].item() == 8


def test_without_checkpoints_the_weights_are_their_own_mean(tmp_path: Path) -> None:
    """As when a run is cut before its first."""
    assert averaged(layer(2), tmp_path, 4)["weight"].item() == 2
