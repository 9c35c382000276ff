"""A translator trained once by the command, and shared by the tests that read it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from audit.cli import main
from tests.training.translator.texts import corpus

STEPS = 500
LAYERS, WIDTH = (1, 1), 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """The folders of a run, its command, and what it wrote to standard error."""

    work: Path
    engine: Path
    command: list[str]


def command(folder: Path, *more: str) -> list[str]:
    """The command that trains on the tiny corpus; one pair of it is held out."""
    return [
        "train", "translator", "--corpus", corpus(folder), "--work", str(folder / "work"), "-o", str(folder / "engine"),
        "--steps", str(STEPS), "--every", str(STEPS), "--layers", ",".join(map(str, LAYERS)), "--width", str(WIDTH),
        "--vocabulary", "500", "--batch", "512", "--rate", "6e-3", "--threads", "1", *more,
    ]  # fmt: skip


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """Both directions, learnt by heart."""
    for name in ("torch", "transformers", "sentencepiece"):
        pytest.importorskip(name)
    folder = tmp_path_factory.mktemp("translator")
    line = command(folder)
    assert main(line) == 0
    return Trained(work=folder / "work", engine=folder / "engine", command=line)
