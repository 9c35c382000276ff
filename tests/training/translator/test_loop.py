"""A run that was cut goes on as if it had not been."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("sentencepiece")

from audit.training.translator.loop import REPORTED_EVERY, Watch, train
from audit.training.translator.pieces import Pieces
from audit.training.translator.schedule import Schedule
from tests.training.translator import tiny

STEPS = 60


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    """A vocabulary of the corpus."""
    return tiny.pieces(tmp_path_factory.mktemp("pieces"))


def trained(
    pieces: Pieces, work: Path, until: float = float("inf"), watch: Watch | None = None, every: int = 25
) -> tuple[int, object]:
    """The step a call reached and the weights it left; the clock counts the steps of the call."""
    work.mkdir(exist_ok=True)
    ticks = count()
    schedule = Schedule(steps=STEPS, rate=3e-3, guidance=1.0, every=every, averaged=2, until=until)
    learner = tiny.learner(pieces, schedule)
    held = watch or Watch(log=lambda _: None, clock=lambda: next(ticks))
    step = train(learner, tiny.stream(pieces), work, held)
    return step, learner.network.state_dict()


def test_a_cut_run_equals_one_in_one_go(pieces: Pieces, tmp_path: Path) -> None:
    """Cut by the time limit between checkpoints, while attention is guided and after; a call too many is nothing."""
    torch.set_num_threads(1)
    step, whole = trained(pieces, tmp_path / "whole")
    assert step == STEPS
    reached = [trained(pieces, tmp_path / "cut", until)[0] for until in (12, 32, 99, 99)]
    assert 0 < reached[0] < 25 < reached[1] < 50
    assert reached[2:] == [STEPS, STEPS]
    for work in ("whole", "cut"):
        names = sorted(path.name for path in (tmp_path / work).iterdir())
        assert names == ["checkpoint.pt", "weights-00000050.pt", "weights-00000060.pt"]
    _, cut = trained(pieces, tmp_path / "cut")
    assert whole.keys() == cut.keys()  # type: ignore[attr-defined]
    assert all(torch.equal(whole[name], cut[name]) for name in whole)  # type: ignore[attr-defined,index]


def test_the_curve_falls_and_checkpoints_are_judged(pieces: Pieces, tmp_path: Path) -> None:
    """One JSON object every fifty steps; every checkpoint is judged once, and the padding's row stays zero."""
    lines: list[str] = []
    steps: list[int] = []
    watch = Watch(log=lines.append, judged=steps.append)
    _, weights = trained(pieces, tmp_path / "work", watch=watch)
    (curve,) = map(json.loads, lines)
    assert curve["step"] == 50
    assert 0 < curve["loss"] < 6.3
    assert curve["tokens/s"] > 0
    assert steps == [25, 50, 60]
    assert not weights["model.shared.weight"][pieces.pad].any()  # type: ignore[index]


@pytest.mark.parametrize("step", [7, 50])
def test_a_cut_run_is_judged_where_it_was_cut(pieces: Pieces, tmp_path: Path, step: int) -> None:
    """So that even a short one gives a translator; the curve goes on to there, and no line of it comes twice."""
    steps: list[int] = []
    lines: list[str] = []
    passed = count()
    clock: Callable[[], float] = lambda: len(lines) if step == REPORTED_EVERY else next(passed)  # noqa: E731
    until = 1 if step == REPORTED_EVERY else step + 1  # the meter asks the clock once, each step once
    watch = Watch(log=lines.append, judged=steps.append, clock=clock)
    assert trained(pieces, tmp_path / "work", until, watch, every=1_000)[0] == step
    assert steps == [step]
    assert [json.loads(line)["step"] for line in lines] == [step]
