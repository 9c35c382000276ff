"""`audit review` and `audit run --baseline`: what they write where, and what they will not overwrite."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from audit.baseline.reading import load
from audit.cli import main
from audit.review.decisions import Decisions
from audit.review.row import Row
from tests.review.sheets import cells, row, sheet

TEXT = "The leader went with his pair of Russia ,and the crowd left .\n\nThe end.\n"
FIXED = TEXT.replace(" ,and", ", and")
Captured = pytest.CaptureFixture[str]


def line(held: Row) -> dict[str, str]:
    """The cells of a row."""
    given = {
        name: str(getattr(held, name)) for name in ("article", "path", "start", "end", "paragraph_text", "comment")
    }
    wanted = {name: getattr(held, name) for name in ("rule", "text", "suggestion", "fingerprint", "decision", "edit")}
    return given | wanted


ACCEPTED = row(TEXT, " ,and", suggestion=", and")
REJECTED = row(TEXT, " .", number=3, decision="reject", comment="house style")
LOST = row(TEXT, "The end", number=4, fingerprint="0" * 16, text="Gone\x1b[2J")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article and a worksheet; the user's data folder is in it too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    filled(ACCEPTED, REJECTED)
    return tmp_path


def filled(*rows: Row) -> None:
    """Write the worksheet of rows."""
    Path("w.csv").write_text(sheet([line(held) for held in rows]), "utf-8", newline="")


def failure(capsys: Captured, *argv: str) -> str:
    """The one line of a review that could not run; nothing was written."""
    before = {path.name: path.read_bytes() for path in Path().iterdir() if path.is_file()}
    assert main(["review", *argv]) == 2
    assert {path.name: path.read_bytes() for path in Path().iterdir() if path.is_file()} == before
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("audit: error: ")
    assert err.count("\n") == 1
    return err


def test_the_corrected_article_the_baseline_and_the_decisions_are_written(capsys: Captured) -> None:
    """And told in one line."""
    assert main(["review", "w.csv", "a.txt", "-o", "fixed.txt"]) == 0
    assert Path("fixed.txt").read_text("utf-8") == FIXED
    assert Path("a.txt").read_text("utf-8") == TEXT
    assert [entry.reason for entry in load(Path("audit-baseline.json")).entries] == ["house style"]
    held = Decisions(Path("data/mt-audit/decisions.sqlite")).held()
    assert sorted(one.decision for one in held) == ["accept", "reject"]
    assert capsys.readouterr() == ("", "audit: a.txt: 1 applied, 0 refused, 1 rejected, 0 undecided\n")


def test_a_refused_row_is_told_visibly_and_the_status_says_so(capsys: Captured) -> None:
    """The others are applied."""
    filled(LOST, ACCEPTED)
    assert main(["review", "w.csv", "a.txt", "-o", "fixed.txt"]) == 1
    assert Path("fixed.txt").read_text("utf-8") == FIXED
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(r"audit: row 2: LIN115 “Gone\x1b[2J”: it is not in the article")
    assert second.endswith("1 applied, 1 refused, 0 rejected, 0 undecided")


def test_the_article_can_go_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Its bytes, and nothing else."""
    assert main(["review", "w.csv", "a.txt", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out == FIXED.encode()


def test_the_article_can_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """As for every command."""
    with Path("a.txt").open(encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert main(["review", "w.csv", "-", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out == FIXED.encode()


def test_an_article_that_does_not_change_is_not_written_again() -> None:
    """Its date stays, for whoever builds by it."""
    filled(REJECTED)
    before = Path("a.txt").stat()
    assert main(["review", "w.csv", "a.txt", "-i"]) == 0
    assert (Path("a.txt").stat().st_mtime_ns, Path("a.txt").stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_in_place_changes_the_article_itself() -> None:
    """With or without -o."""
    assert main(["review", "w.csv", "a.txt", "-i"]) == 0
    assert Path("a.txt").read_text("utf-8") == FIXED
    Path("a.txt").write_text(TEXT, "utf-8")
    assert main(["review", "w.csv", "a.txt", "--in-place", "-o", "./a.txt"]) == 0
    assert Path("a.txt").read_text("utf-8") == FIXED


def test_a_diff_alone_writes_nothing_else(capsys: Captured, desk: Path) -> None:
    """It is a look at what would change."""
    assert main(["review", "w.csv", "a.txt", "--diff", "-"]) == 0
    assert "-The leader went with his pair of Russia ,and" in capsys.readouterr().out
    assert sorted(path.name for path in desk.iterdir()) == ["a.txt", "w.csv"]


def test_a_diff_can_go_to_a_file_beside_the_article() -> None:
    """As `patch` takes it."""
    assert main(["review", "w.csv", "a.txt", "-o", "fixed.txt", "--diff", "a.patch"]) == 0
    assert Path("a.patch").read_text("utf-8").startswith("--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n")


def test_the_baseline_grows_and_keeps_its_reasons() -> None:
    """Rejecting again without a comment changes nothing."""
    assert main(["review", "w.csv", "a.txt", "-o", "fixed.txt", "--baseline", "known.json"]) == 0
    before = Path("known.json").read_bytes()
    filled(row(TEXT, " .", decision="reject"), row(TEXT, "The end", number=3, decision="reject", comment="so it is"))
    assert main(["review", "w.csv", "a.txt", "-o", "fixed.txt", "--baseline", "known.json"]) == 0
    assert {entry.reason for entry in load(Path("known.json")).entries} == {"house style", "so it is"}
    assert set(before.splitlines()) < set(Path("known.json").read_bytes().splitlines())


@pytest.mark.parametrize("argv", [["--no-baseline"], []])
def test_no_baseline_is_written_without_need(argv: list[str]) -> None:
    """Where it is not wanted, or nothing was rejected."""
    if not argv:
        filled(ACCEPTED)
    assert main(["review", "w.csv", "a.txt", "-o", "fixed.txt", *argv]) == 0
    assert not Path("audit-baseline.json").exists()


@pytest.mark.parametrize(
    ("argv", "reason"),
    [
        (["w.csv"], "give the worksheet and its article"),
        (["w.csv", "a.txt", "b.txt", "-o", "c"], "give the worksheet and its article"),
        (["w.csv", "a.txt"], "say where the corrected article goes"),
        (["w.csv", "a.txt", "-o", "a.txt"], "would overwrite the article – give --in-place if that is meant"),
        (["w.csv", "a.txt", "-o", "./w.csv"], "-o ./w.csv would overwrite the worksheet"),
        (["w.csv", "a.txt", "-o", "b", "--diff", "a.txt"], "--diff a.txt would overwrite the article"),
        (["w.csv", "a.txt", "-o", "b", "--baseline", "w.csv"], "--baseline w.csv would overwrite the worksheet"),
        (["w.csv", "a.txt", "-o", "b", "--diff", "b"], "--diff b would overwrite what -o writes"),
        (["w.csv", "a.txt", "-o", "-", "--diff", "-"], "--diff - would overwrite what -o writes"),
        (["w.csv", "a.txt", "-i", "-o", "b.txt"], "--in-place changes the article itself"),
        (["w.csv", "-", "-i"], "--in-place changes the article itself"),
        (["none.csv", "a.txt", "-o", "b"], "none.csv: cannot be read"),
        (["w.csv", "none.txt", "-o", "b"], "none.txt: cannot be read"),
        (["a.txt", "w.csv", "-o", "b"], "a.txt:1: has no column rule"),
        (["w.csv", "a.txt", "-o", "missing/b.txt"], "missing/b.txt: cannot write"),
        (["w.csv", "a.txt", "-o", "a\0b"], "cannot write"),
        (["w.csv", "a.txt", "-o", "b", "--baseline", "a.json"], "the baseline is not valid JSON"),
        (["w.csv", "a.txt", "-o", "b", "--decisions", "a.txt/d.sqlite"], "cannot keep decisions there"),
        (["--stats", "--format", "xml"], "--format xml: there are table, json"),
        (["--stats", "none.csv"], "none.csv: cannot be read"),
    ],
)
def test_what_cannot_run_is_one_clear_line_and_changes_nothing(capsys: Captured, argv: list[str], reason: str) -> None:
    """Neither the article nor the worksheet is ever lost."""
    Path("a.json").write_text("{", "utf-8")
    assert reason in failure(capsys, *argv)


def test_a_data_folder_that_cannot_be_written_to_is_told_and_no_failure(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The article matters more."""
    monkeypatch.setenv("XDG_DATA_HOME", str(Path("a.txt").resolve()))
    assert main(["review", "w.csv", "a.txt", "-o", "fixed.txt"]) == 0
    assert Path("fixed.txt").read_text("utf-8") == FIXED
    assert "the decisions are not kept" in capsys.readouterr().err


def test_decisions_add_up_by_rule(capsys: Captured) -> None:
    """Over all reviews, each finding once."""
    for _ in range(2):
        assert main(["review", "w.csv", "a.txt", "-o", "fixed.txt"]) == 0
    capsys.readouterr()
    assert main(["review", "--stats"]) == 0
    assert "LIN115 punctuation-spacing" in capsys.readouterr().out
    assert main(["review", "--stats", "--format", "json"]) == 0
    held = json.loads(capsys.readouterr().out)
    [rule] = held["rules"]
    assert (rule["decided"], rule["accepted"], rule["rejected"], rule["precision"]) == (2, 1, 1, 0.5)
    assert (rule["precision_low"], rule["precision_high"]) == (0.121, 0.879)
    assert rule["stated_confidence"] == 0.9
    assert held["total"]["decided"] == 2


def test_worksheets_can_be_tallied_without_a_review(capsys: Captured) -> None:
    """Also of rules that are not installed."""
    Path("v.csv").write_text(sheet([cells(rule="XYZ999", decision="edit", article="b")]), "utf-8")
    assert main(["review", "--stats", "w.csv", "v.csv"]) == 0
    out = capsys.readouterr().out
    assert [text.split()[0] for text in out.splitlines()[2:]] == ["LIN115", "XYZ999", "all"]


def test_before_any_decision_that_is_said(capsys: Captured, desk: Path) -> None:
    """And no file is made for it."""
    assert main(["review", "--stats"]) == 0
    assert capsys.readouterr().out == "nothing was decided yet\n"
    assert not (desk / "data").exists()


def test_a_finding_in_the_baseline_fails_no_gate(capsys: Captured) -> None:
    """It is told as known; a new one fails it."""
    audit = ["run", "a.txt", "--engine", "none", "--scorer", "none", "--select", "LIN115", "--fail-on", "minor"]
    assert main([*audit, "-f", "jsonl"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {one["baseline"] for one in found} == {None}
    Path("known.json").write_text(
        "{\n"
        + "".join(
            f'"{one["evidence"]["fingerprint"]}": {{"rule": "LIN115", "text": "", "article": "a.txt"}},\n'
            for one in found
        )
        + '"schema": "audit-baseline/1"\n}\n',
        "utf-8",
    )
    assert main([*audit, "-f", "jsonl", "--baseline", "known.json"]) == 0
    assert {one["baseline"] for one in json.loads(capsys.readouterr().out)["findings"]} == {"unchanged"}
    Path("a.txt").write_text("Another line , they said on that day.\n\n" + TEXT, "utf-8")
    assert main([*audit, "-f", "jsonl", "--baseline", "known.json"]) == 1
    assert "1 new finding of severity minor" in capsys.readouterr().err


def test_a_missing_baseline_is_one_clear_line(capsys: Captured) -> None:
    """A gate that knows nothing would be another gate."""
    assert main(["run", "a.txt", "--engine", "none", "--scorer", "none", "--baseline", "none.json"]) == 2
    assert "none.json: cannot read the baseline" in capsys.readouterr().err
