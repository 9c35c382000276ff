"""`audit baseline` through the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.baseline.reading import load
from audit.cli.app import main

Captured = pytest.CaptureFixture[str]
QUICK = ["--engine", "none", "--scorer", "none"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with two articles."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Path("a.txt").write_text("The end of it\n\nHe waited at the gate , and nobody came.\n", "utf-8")
    Path("b.txt").write_text("The rain\n\nIt rained all day long in the town.\n\nLeave a Reply\n", "utf-8")


def test_a_baseline_holds_what_the_run_tells(capsys: Captured) -> None:
    """The same selection, confidence and languages."""
    assert main(["baseline", "a.txt", "b.txt", *QUICK]) == 0
    assert capsys.readouterr() == ("", "audit: audit-baseline.json: 2 findings, 2 added, 0 forgotten\n")
    assert main(["run", "a.txt", "b.txt", *QUICK, "--baseline", "audit-baseline.json", "-f", "jsonl"]) == 0
    reports = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [f["baseline"] for one in reports for f in one["findings"]] == ["unchanged", "unchanged"]
    assert main(["baseline", "a.txt", "b.txt", *QUICK, "--select", "DES", "-o", "design.json"]) == 0
    assert [entry.rule for entry in load(Path("design.json")).entries] == ["DES101"]


def test_a_renewed_baseline_keeps_other_articles_unless_it_is_pruned(capsys: Captured) -> None:
    """So that one article can be accepted by itself."""
    assert main(["baseline", "a.txt", "b.txt", *QUICK]) == 0
    assert main(["baseline", "b.txt", *QUICK]) == 0
    assert {entry.article for entry in load(Path("audit-baseline.json")).entries} == {"a.txt", "b.txt"}
    capsys.readouterr()
    assert main(["baseline", "b.txt", *QUICK, "--prune"]) == 0
    assert capsys.readouterr().err == "audit: audit-baseline.json: 1 finding, 0 added, 1 forgotten\n"
    assert {entry.article for entry in load(Path("audit-baseline.json")).entries} == {"b.txt"}


def test_reasons_outlive_a_renewal() -> None:
    """Whoever wrote them, `audit review` or a person."""
    assert main(["baseline", "a.txt", *QUICK]) == 0
    path = Path("audit-baseline.json")
    path.write_text(path.read_text("utf-8").replace('"reason": ""', '"reason": "a title"'), "utf-8")
    assert main(["baseline", "a.txt", "b.txt", *QUICK, "--prune"]) == 0
    assert [entry.reason for entry in load(path).entries if entry.article == "a.txt"] == ["a title"]


def test_the_bytes_do_not_depend_on_the_order_of_files() -> None:
    """Sorted by fingerprint."""
    assert main(["baseline", "a.txt", "b.txt", *QUICK, "-o", "one.json"]) == 0
    assert main(["baseline", "./b.txt", str(Path("a.txt").absolute()), *QUICK, "-o", "two.json"]) == 0
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["nothing.txt"], "nothing.txt: cannot be read"),
        (["a.txt", "-o", "gone/base.json"], "gone/base.json: cannot"),
        (["a.txt", "-o", "a.txt"], "a.txt:1: the baseline is not valid JSON"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_changes_nothing(capsys: Captured, argv: list[str], told: str) -> None:
    """An article in place of the baseline is not overwritten."""
    before = Path("a.txt").read_bytes()
    assert main(["baseline", *argv, *QUICK]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert told in err
    assert Path("a.txt").read_bytes() == before


def test_a_broken_baseline_stops_a_run_before_any_report(capsys: Captured) -> None:
    """Exit status 2, nothing on standard output."""
    Path("base.json").write_text("{", "utf-8")
    assert main(["run", "a.txt", *QUICK, "--baseline", "base.json"]) == 2
    assert capsys.readouterr().out == ""
