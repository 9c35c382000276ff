"""The samples in a folder of their own, so that files can be named as a project names them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.renderers.sarif.logs import SAMPLES


@pytest.fixture
def samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a copy of the samples in `samples`."""
    shutil.copytree(SAMPLES, tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "samples"
