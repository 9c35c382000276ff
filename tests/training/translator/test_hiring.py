"""Two workers learn what one learns from both their batches, and go on where they were cut."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("sentencepiece")

from audit.training.translator.batches import Example, Shelf
from audit.training.translator.loop import Watch, train
from audit.training.translator.pieces import Pieces
from audit.training.translator.schedule import Schedule
from audit.training.translator.stream import Place, Stream
from tests.training.translator import tiny

EXAMPLES: list[Example] = [
    ((2, *range(300, 300 + at % 5), 0), (*range(310, 311 + at % 7), 0)) for at in range(16)
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Stream):
    """Batches of known rows of one length."""

    rows: int

    def batches(self, start: Place) -> Generator[tuple[Shelf, Place], None, None]:
        """The examples in order, over and over."""
        for at in count(start.batch):
            first = at * self.rows % len(EXAMPLES)
            yield (8, tuple(EXAMPLES[first : first + self.rows])), Place(batch=at + 1)


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    """A vocabulary of the corpus."""
    return tiny.pieces(tmp_path_factory.mktemp("pieces"))


def gradient(pieces: Pieces, work: Path, workers: int) -> Any:  # noqa: ANN401 - torch is optional
    """The direction of the first step, which Adam's first moment keeps."""
    rows = 16 // workers
    stream = Known(corpora=(), directions=tiny.BOTH, pieces=pieces, size=8 * rows, seed=1, rows=rows)
    learner = tiny.learner(pieces, Schedule(steps=1, rate=0), 8 * rows, dropout=0.0)
    work.mkdir()
    train(replace(learner, sampled=None, guide=None), stream, work, Watch(log=lambda _: None), workers)
    held = torch.load(work / "checkpoint.pt", weights_only=True)
    assert held["place"]["batch"] == workers
    return torch.cat([one["exp_avg"].flatten() for one in held["optimizer"]["state"].values()])


def test_two_workers_learn_as_one_with_twice_the_batch(pieces: Pieces, tmp_path: Path) -> None:
    """The gradient is the mean over the target pieces of both, however they are shared out."""
    torch.set_num_threads(1)
    one = gradient(pieces, tmp_path / "one", 1)
    two = gradient(pieces, tmp_path / "two", 2)
    assert one.norm() > 0
    assert (one - two).norm() < 0.02 * one.norm()


def weights(pieces: Pieces, work: Path, *until: float) -> Any:  # noqa: ANN401 - torch is optional
    """What two workers reach in calls that are cut when the clock says so; it counts the steps of a call."""
    work.mkdir()
    for end in until:
        ticks = count()
        learner = tiny.learner(pieces, Schedule(steps=6, rate=3e-3, guidance=1.0, until=end))
        train(learner, tiny.stream(pieces), work, Watch(log=lambda _: None, clock=lambda: float(next(ticks))), 2)  # noqa: B023
    return torch.load(work / "checkpoint.pt", weights_only=True)["network"]


def test_two_workers_go_on_as_if_not_cut(pieces: Pieces, tmp_path: Path) -> None:
    """With all they have: dropout, samples and guidance, of other draws each."""
    torch.set_num_threads(1)
    whole, cut = weights(pieces, tmp_path / "whole", 99), weights(pieces, tmp_path / "cut", 4, 99)
    assert all(torch.equal(whole[name], cut[name]) for name in whole)
