"""`audit fix`, run in process."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from audit.cli.app import main

FLAWED = "Council meets on the bridge\n\nThe ”end” came on monday , he said. The the end.\n"
RIGHT = "Council meets on the bridge\n\nThe “end” came on Monday, he said. The the end.\n"
CLEAN = "It rained in the north on Monday, and the roads were closed until noon.\n"

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one flawed and one clean article; nothing is scored or cached."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "flawed.txt").write_text(FLAWED, "utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "audit.toml").write_text('scorer = "none"\ncache = ""\n', "utf-8")
    return tmp_path


def test_a_file_is_fixed_in_place(workplace: Path, capsys: Captured) -> None:
    """And a second run changes nothing."""
    assert main(["fix", "flawed.txt"]) == 0
    assert (workplace / "flawed.txt").read_text("utf-8") == RIGHT
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("audit: flawed.txt: 3 fixed: 1 missing-capital, 1 punctuation-spacing, 1 quote-direction")
    assert main(["fix", "flawed.txt"]) == 0
    assert (workplace / "flawed.txt").read_text("utf-8") == RIGHT
    assert "nothing to fix" in capsys.readouterr().err


def test_a_file_with_nothing_to_fix_is_not_written(workplace: Path) -> None:
    """Its time of change stays."""
    before = (workplace / "clean.txt").stat()
    assert main(["fix", "clean.txt"]) == 0
    after = (workplace / "clean.txt").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_a_diff_changes_nothing_and_fails_if_anything_would(workplace: Path, capsys: Captured) -> None:
    """Status 1 where a file would change, else 0."""
    assert main(["fix", "--diff", "flawed.txt"]) == 1
    out = capsys.readouterr().out
    assert "-The ”end” came on monday , he said." in out
    assert "+The “end” came on Monday, he said." in out
    assert (workplace / "flawed.txt").read_text("utf-8") == FLAWED
    assert main(["fix", "--diff", "clean.txt"]) == 0
    assert capsys.readouterr().out == ""


def test_the_fixed_file_may_go_elsewhere(workplace: Path, capsys: Captured) -> None:
    """To another file, or to standard output; the article stays."""
    assert main(["fix", "flawed.txt", "-o", "fixed.txt"]) == 0
    assert (workplace / "fixed.txt").read_text("utf-8") == RIGHT
    capsys.readouterr()
    assert main(["fix", "flawed.txt", "-o", "-"]) == 0
    assert capsys.readouterr().out == RIGHT
    assert (workplace / "flawed.txt").read_text("utf-8") == FLAWED
    assert main(["fix", "clean.txt", "-o", "same.txt"]) == 0
    assert (workplace / "same.txt").read_text("utf-8") == CLEAN


def test_standard_input_is_fixed_to_standard_output(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """As a filter."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FLAWED.encode()), encoding="utf-8"))
    assert main(["fix", "-"]) == 0
    assert capsys.readouterr().out == RIGHT


def test_unsafe_fixes_are_made_when_asked_for(workplace: Path) -> None:
    """Without an engine those that need none."""
    text = "A title\n\nThe agency opened at noon.The end came, and they collected 1.260.000 euros.\n"
    (workplace / "a.txt").write_text(text, "utf-8")
    assert main(["fix", "a.txt"]) == 0
    assert (workplace / "a.txt").read_text("utf-8") == text
    assert main(["fix", "a.txt", "--unsafe", "--engine", "none"]) == 0
    assert "noon. The end came, and they collected 1,260,000 euros" in (workplace / "a.txt").read_text("utf-8")


def test_only_selected_rules_fix(workplace: Path) -> None:
    """`--select` and `--ignore` as in `audit run`."""
    assert main(["fix", "flawed.txt", "--select", "quote-direction"]) == 0
    assert (workplace / "flawed.txt").read_text("utf-8") == FLAWED.replace("”end", "“end")


def test_many_files_are_fixed_and_one_that_cannot_be_is_told(workplace: Path, capsys: Captured) -> None:
    """The others are fixed all the same; the status says that something could not run."""
    (workplace / "bad.txt").write_bytes(b"%PDF-1.7 \x00\x01")
    assert main(["fix", "bad.txt", "flawed.txt", "clean.txt"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("audit: error: bad.txt: is a PDF document")
    assert (workplace / "flawed.txt").read_text("utf-8") == RIGHT


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["fix", "flawed.txt", "clean.txt", "-o", "x.txt"], "-o takes the one fixed file"),
        (["fix", "flawed.txt", "--diff", "-o", "x.txt"], "-o takes the one fixed file"),
        (["fix", "none.txt"], "none.txt: cannot be read: No such file or directory"),
        (["fix", "https://example.com/a.html"], "save the page, pass the file"),
        (["fix", "flawed.txt", "--engine", "nonesuch"], "nonesuch"),
        (["fix", "flawed.txt", "--select", "quote-directoin"], "quote-direction"),
        (["fix", "flawed.txt", "-o", "no/such/folder.txt"], "no/such/folder.txt: cannot write"),
    ],
)
def test_what_cannot_run_is_one_line(argv: list[str], told: str, workplace: Path, capsys: Captured) -> None:
    """Status 2, nothing on standard output, and the article stays as it is."""
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("audit: error: ")
    assert told in err
    assert err.count("\n") == 1
    assert (workplace / "flawed.txt").read_text("utf-8") == FLAWED
