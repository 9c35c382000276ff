"""The part of the benchmark that times a gate."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audit.bench.gate import part, timing
from audit.bench.gate.timing import Gate
from audit.bench.workbench import Workbench
from audit.errors import EngineError

GOLD = Path(__file__).parents[3] / "corpora" / "gold"


def workbench(output: Path, *folders: Path) -> Workbench:
    """A benchmark without scorer that has no engine to compare."""
    return Workbench(
        shared=output / "none",
        judgements=output / "none",
        folders=folders,
        bilingual=(),
        output=output,
        engine="none",
        scorer="none",
        words=None,
        model_rules=(),
        engines=("ct2:/nowhere",),
        scores=None,
        command="audit bench --only gate",
    )


def test_the_page_tells_start_up_warm_and_cold_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row an engine in both tables, and the same bytes from every run."""
    monkeypatch.setattr(timing, "ROUNDS", 1)
    part.run(workbench(tmp_path, GOLD), entries=2)
    page = (tmp_path / "gate.md").read_text("utf-8")
    assert page.startswith("# A gate over a feed\n\n`audit bench --only gate` – scorer none")
    assert "A feed of 2 entries, " in page
    figure = r"-?\d+\.\d+"
    assert re.search(rf"^\| none \| {figure} \| {figure} \| {figure} \| \d+ \| {figure} \|$", page, re.MULTILINE)
    assert re.search(rf"^\| none \| {figure} \| {figure} \| [\d,]+ \| {figure} \| yes \|$", page, re.MULTILINE)
    assert "skipped engine ct2:/nowhere" in capsys.readouterr().err


def test_without_enough_words_there_is_no_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The reason is told, and a folder that is not to be read is not."""
    (tmp_path / "short").mkdir()
    (tmp_path / "short" / "one.txt").write_text("It rained in the north on Monday.\n", "utf-8")
    part.run(workbench(tmp_path, tmp_path / "short"))
    assert not (tmp_path / "gate.md").exists()
    assert (
        capsys.readouterr().err
        == "audit: skipped gate: the articles make a feed of 0 entries, and one of 200 is timed\n"
    )


def test_a_run_that_fails_is_no_figure(tmp_path: Path) -> None:
    """It ends the benchmark with what the run said."""
    gate = Gate(folder=tmp_path / "none", engine="none", scorer="none")
    with pytest.raises(EngineError, match=r"ended with status 2: .*missing\.xml"):
        gate.run(tmp_path / "missing.xml")
