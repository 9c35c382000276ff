"""The command line, run in process: what it prints where, and the status it ends with."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from pathlib import Path

import pytest
import typer

from audit import plugins
from audit.__main__ import run
from audit.back_translation import measured
from audit.check import Check
from audit.cli import main
from audit.cli.reference import command_line
from audit.engines import embedded

ARTICLE = "Envoys meet\n\nHe arrived on Monday [ad_1] with the Minister , and left.\n"
CLEAN = "It rained in the north on Monday, and the roads were closed until noon.\n"
SPANISH = (
    "Llovió en el norte el lunes, y las carreteras estuvieron cerradas hasta el mediodía por la crecida de los ríos.\n"
)

BARE = 'engine = "none"\nscorer = "none"\ncache = ""\nselect = ["DES104", "LIN115"]\n'
"""Nothing translated, scored or kept, and two rules only: what the others find is their own tests' business."""


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one flawed and one clean article, without a configuration; nothing is cached or translated."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "flawed.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "audit.toml").write_text(f'{BARE}source-lang = "es"\n', "utf-8")
    return tmp_path


Captured = pytest.CaptureFixture[str]


def failure(capsys: Captured, *argv: str) -> str:
    """The one line on standard error of a run that could not run."""
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("audit: error: ")
    assert err.count("\n") == 1
    return err.removeprefix("audit: error: ").strip()


def test_version_is_told(capsys: Captured) -> None:
    """All three ways give the same line."""
    assert [main(["--version"]), main(["-V"]), run(["--version"])] == [0, 0, 0]
    lines = capsys.readouterr().out.splitlines()
    assert len(set(lines)) == 1
    assert re.fullmatch(r"audit \d+\.\d+\.\d+\S*", lines[0])


@pytest.mark.parametrize("argv", [["--help"], ["run", "--help"], ["rules", "--help"], ["explain", "--help"]])
def test_help_is_no_failure(argv: list[str], capsys: Captured) -> None:
    """It goes to standard output."""
    assert main(argv) == 0
    assert "Usage" in capsys.readouterr().out


def test_no_command_shows_the_help_and_fails(capsys: Captured) -> None:
    """Nothing was run."""
    assert main([]) == 2
    assert "Commands" in capsys.readouterr().out


def test_findings_alone_are_no_failure(capsys: Captured) -> None:
    """Without a gate the status is 0, and nothing is said on standard error."""
    assert main(["run", "flawed.txt"]) == 0
    out, err = capsys.readouterr()
    assert "DES104 residual-markup" in out
    assert "~~~" in out
    assert "\x1b" not in out
    assert err == ""


def test_several_articles_come_in_order(capsys: Captured) -> None:
    """One line each, by the path as it was given."""
    assert main(["run", "--format", "jsonl", "flawed.txt", "clean.txt"]) == 0
    assert [json.loads(line)["path"] for line in capsys.readouterr().out.splitlines()] == ["flawed.txt", "clean.txt"]


def test_formats_and_files_go_in_pairs(workplace: Path, capsys: Captured) -> None:
    """The i-th file belongs to the i-th format; the last format goes to standard output."""
    assert (
        main(["run", "clean.txt", "flawed.txt", "-f", "csv", "-o", "a.csv", "-f", "json", "-o", "b", "-f", "table"])
        == 0
    )
    assert (workplace / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle,path")
    assert b"\r\n" in (workplace / "a.csv").read_bytes()
    assert len(json.loads((workplace / "b").read_text("utf-8"))) == 2
    assert "2 articles" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("x.jsonl", b'{"schema"'),
        ("x.csv", b"\xef\xbb\xbf"),
        ("x.txt", b"\xe2\x94\x80"),
        ("x.xml", b"<?xml"),
        ("x.md", b"<!-- audit -->"),
    ],
)
def test_a_file_without_a_format_has_that_of_its_ending(name: str, start: bytes, workplace: Path) -> None:
    """`-o findings.csv` needs no `--format csv`."""
    assert main(["run", "clean.txt", "-o", name]) == 0
    assert (workplace / name).read_bytes().startswith(start)


def test_two_formats_may_write_files_of_one_ending(workplace: Path) -> None:
    """A code quality report is a `.json` by name, and no other is meant."""
    assert main(["run", "clean.txt", "-f", "json", "-o", "a.json", "-f", "gitlab", "-o", "quality.json"]) == 0
    assert json.loads((workplace / "quality.json").read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["-f", "csv", "-f", "json"], "two formats go to standard output"),
        (["-f", "csv", "-o", "x", "-f", "json", "-o", "x"], "two formats go to x"),
        (["-f", "table", "-f", "csv", "-o", "x.csv"], "--format csv -o x.csv --format table"),
        (["-f", "junit", "-o", "x.md", "-f", "markdown", "-o", "y"], "--format markdown -o x.md --format junit"),
        (["-o", "clean.txt"], "would overwrite the article"),
        (["-o", "x.docx"], "no format is called 'docx'"),
        (["-o", "missing/x.csv"], "missing/x.csv: cannot write: No such file"),
        (["-f", "cvs"], "did you mean 'csv'?"),
        (["--select", "ALL", "--ignore", "LIN115,stray-capitel"], "did you mean 'stray-capital'?"),
        (["--fail-on", "grave"], "not one of neutral, minor, major, critical"),
        (["--min-confidence", "2"], "between 0 and 1"),
        (["--engine", "nonne"], "did you mean 'none'?"),
        (["--config", "missing.toml"], "missing.toml: cannot read the configuration"),
        (["--input-format", "docx"], "docx"),
        (["--source", "missing.txt"], "missing.txt"),
        (["--foo"], "No such option"),
        (["--color", "sometimes"], "sometimes"),
    ],
)
def test_a_wrong_option_is_one_clear_line(argv: list[str], told: str, capsys: Captured) -> None:
    """No traceback, no panel: what is wrong and how to mend it."""
    assert told in failure(capsys, "run", "clean.txt", *argv)


@pytest.mark.parametrize("argv", [["run"], ["run", "missing.txt"], ["runn"], ["explain"], ["explain", "zzz"]])
def test_what_cannot_run_ends_with_2(argv: list[str], capsys: Captured) -> None:
    """Missing files, commands and arguments alike."""
    assert failure(capsys, *argv)


def test_a_hostile_path_cannot_play_with_the_terminal(capsys: Captured) -> None:
    """Control characters of a message are escaped too."""
    assert "\\x1b[2J" in failure(capsys, "run", "\x1b[2J.txt")


def test_select_and_ignore_take_comma_lists(capsys: Captured) -> None:
    """Only what is selected and not ignored is found."""
    assert main(["run", "flawed.txt", "-f", "jsonl", "--select", "DES, LIN115", "--ignore", "LIN115"]) == 0
    assert {finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]} == {"DES104"}


@pytest.mark.parametrize(
    ("argv", "status", "told"),
    [
        (["--fail-on", "minor"], 1, "audit: gate failed: flawed.txt: "),
        (["--fail-on", "minor", "--exit-zero"], 0, "audit: gate failed: flawed.txt: "),
        (["--fail-on", "critical"], 0, "audit: gate passed (fail-on critical): 1 article, 2 findings\n"),
        (["--max-per-1000", "1"], 1, "findings per 1,000 words exceed max-per-1000 1\n"),
        (["--max-per-1000", "1000"], 0, "audit: gate passed (max-per-1000 1000): 1 article, 2 findings\n"),
        (["--max-mqm-drop", "50"], 0, "audit: gate passed (max-mqm-drop 50): 1 article, 2 findings\n"),
        (["--max-mqm-drop", "1.5"], 1, " below 100.0, more than max-mqm-drop 1.5\n"),
    ],
)
def test_the_gate_decides_the_status(argv: list[str], status: int, told: str, capsys: Captured) -> None:
    """The verdict goes to standard error, the report to standard output."""
    assert main(["run", "flawed.txt", "-f", "jsonl", *argv]) == status
    out, err = capsys.readouterr()
    assert told in err
    assert json.loads(out)["schema"] == "audit/1"


def test_fluency_that_is_not_scored_cannot_pass_a_gate(capsys: Captured) -> None:
    """It could not run, and the line says why."""
    assert main(["run", "clean.txt", "-f", "csv", "--min-fluency", "50"]) == 2
    assert "min-fluency 50 cannot be judged: fluency" in capsys.readouterr().err


def test_the_source_article_is_read(workplace: Path, capsys: Captured) -> None:
    """It goes with exactly one article."""
    (workplace / "source.txt").write_text(SPANISH, "utf-8")
    (workplace / "bare.toml").write_text(BARE, "utf-8")
    assert main(["run", "clean.txt", "--source", "source.txt", "--config", "bare.toml", "-f", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["source_lang"] == "es"
    assert "exactly one article" in failure(capsys, "run", "clean.txt", "flawed.txt", "--source", "source.txt")


def test_the_configuration_file_is_found(workplace: Path, capsys: Captured) -> None:
    """What the command line does not say the file does."""
    (workplace / "other.toml").write_text('scorer = "none"\nselect = ["LIN115"]\nfail-on = "minor"\n', "utf-8")
    assert main(["run", "flawed.txt", "--config", "other.toml", "--no-cache", "-f", "jsonl"]) == 1
    assert {finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]} == {"LIN115"}


@pytest.mark.parametrize(
    ("environment", "argv", "coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
    ],
)
def test_colour_follows_the_option_then_the_environment(
    environment: dict[str, str], argv: list[str], *, coloured: bool, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """A pipe has none by itself."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert main(["run", "flawed.txt", *argv]) == 0
    assert ("\x1b[" in capsys.readouterr().out) is coloured


def test_the_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """COLUMNS, as every terminal program takes it."""
    monkeypatch.setenv("COLUMNS", "80")
    main(["run", "clean.txt"])
    assert len(capsys.readouterr().out.splitlines()[0]) == 80


def test_rules_are_listed(capsys: Captured) -> None:
    """As a table and as JSON, every one."""
    assert main(["rules"]) == 0
    table = capsys.readouterr().out
    assert main(["rules", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [rule["id"] for rule in listed] == [check.id for check in plugins.checks()]
    assert all(rule["id"] in table and rule["name"] in table for rule in listed)


@pytest.mark.parametrize("check", plugins.checks(), ids=lambda check: check.name)
def test_every_rule_is_explained(check: Check, capsys: Captured) -> None:
    """By id in any case or by name, with its examples."""
    assert main(["explain", check.id.lower()]) == 0
    by_id = capsys.readouterr().out
    assert main(["explain", check.name]) == 0
    assert capsys.readouterr().out == by_id
    assert f"{check.id} {check.name}" in by_id
    assert "^" in by_id


def test_an_explanation_underlines_in_colour(capsys: Captured) -> None:
    """Where there is colour no row of marks is needed."""
    assert main(["explain", "LIN115", "--color", "always"]) == 0
    out = capsys.readouterr().out
    assert "^" not in out
    assert "\x1b[4;31m ," in out


def test_engines_say_why_they_cannot(capsys: Captured) -> None:
    """Each with a yes, or with the reason."""
    assert main(["engines", "--source-lang", "xx"]) == 0
    out = capsys.readouterr().out
    assert "en → xx" in out
    assert re.search(r"none +no ", out)
    told = " ".join(out.split())
    assert "engine ct2 needs a model: ct2:FOLDER – a CTranslate2 model with" in told
    assert "engine hf needs a model: hf:NAME-OR-FOLDER – MarianMT, NLLB, M2M100 or mBART-50; pip install" in told


def test_engines_tell_their_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """One that can has its revision, and its pairs where it tells them; a measured one its chrF."""
    folder = tmp_path / "es-en"
    folder.mkdir()
    (folder / "model.bin").write_bytes(b"")
    (folder / "engine.json").write_text('{"pairs": ["es-en", "en-es"], "revision": "r7"}', "utf-8")
    monkeypatch.setattr(embedded, "shipped", lambda: tmp_path)
    monkeypatch.setattr(measured, "measured", lambda _pair: measured.Measured(chrf={"embedded": 44.21}))
    assert main(["engines"]) == 0
    assert re.search(r"embedded +yes +44\.2 +r7: es-en, en-es", capsys.readouterr().out)


def test_the_generated_docs_are_checked(workplace: Path, capsys: Captured) -> None:
    """Missing, changed and left-over pages are stale; writing them mends it."""
    assert main(["docs", "docs", "--check"]) == 1
    assert "docs/cli.md is stale" in capsys.readouterr().err
    assert main(["docs", "docs"]) == 0
    assert main(["docs", "docs", "--check"]) == 0
    checks = workplace / "docs" / "checks"
    assert {page.stem for page in checks.iterdir()} == {"README", *(check.name for check in plugins.checks())}
    (checks / "README.md").rename(checks / "gone-rule.md")
    (checks / "by-hand.md").write_text("Kept.\n", "utf-8")
    assert main(["docs", "docs", "--check"]) == 1
    assert main(["docs", "docs"]) == 0
    assert not (checks / "gone-rule.md").exists()
    assert (checks / "by-hand.md").exists()


def test_docs_that_cannot_be_read_are_told(workplace: Path, capsys: Captured) -> None:
    """A page that is no text is not overwritten in silence."""
    main(["docs", "docs"])
    (workplace / "docs" / "cli.md").write_bytes(b"\xff\xfe")
    assert "docs/cli.md: cannot read the page" in failure(capsys, "docs", "docs")


def test_docs_that_cannot_be_written_are_told(workplace: Path, capsys: Captured) -> None:
    """A dangling link where the folder should be is one clear line too."""
    (workplace / "docs").symlink_to(workplace / "nowhere")
    assert "cannot write" in failure(capsys, "docs", "docs")


def test_the_reference_goes_into_groups_and_leaves_out_the_hidden() -> None:
    """A command of a group has its own section under its full name."""
    app, group = typer.Typer(), typer.Typer()
    app.command("hidden", hidden=True)(lambda: None)
    group.command("inner")(lambda: None)
    app.add_typer(group, name="outer")
    command = typer.main.get_command(app)
    with command.make_context("audit", [], resilient_parsing=True) as context:
        page = command_line(context)
    assert "## audit outer inner\n" in page
    assert "hidden" not in page


def test_a_closed_pipe_is_no_news(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """`audit rules | head -1` ends as the shell expects, and says nothing."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        assert main(["rules"]) == 141
    assert capfd.readouterr().err == ""


def test_an_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """Without a traceback."""

    class Interrupted(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            del size
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted()))
    assert main(["run", "-"]) == 130
    assert capsys.readouterr().err == ""


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """Its path is `-`."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert main(["run", "-", "-f", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["path"] == "-"


def test_no_encoding_stops_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets UTF-8 and a poor terminal escapes."""

    class Poor(io.TextIOWrapper):
        terminal = False

        def isatty(self) -> bool:
            return self.terminal

    stream = Poor(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["explain", "LIN119"]) == 0
    stream.terminal = True
    assert main(["explain", "LIN119", "--color", "never"]) == 0
    piped, _, shown = stream.buffer.getvalue().decode("utf-8").rpartition("LIN119 ")  # type: ignore[attr-defined]
    assert "¿" in piped
    assert "\\xbf" in shown


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_several_articles_are_counted_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """On standard error only, and only while the report goes elsewhere."""
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    assert main(["run", "flawed.txt", "clean.txt", "-f", "jsonl", "-o", "out.jsonl"]) == 0
    assert "articles" in shown.getvalue()
    assert capsys.readouterr().out == ""


def test_a_report_that_scrolls_by_needs_no_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """The report on the terminal is the progress; it is coloured there."""
    shown, told = Terminal(), Terminal()
    monkeypatch.setattr(sys, "stdout", shown)
    monkeypatch.setattr(sys, "stderr", told)
    monkeypatch.setenv("TERM", "xterm")
    assert main(["run", "flawed.txt", "clean.txt"]) == 0
    assert told.getvalue() == ""
    assert "\x1b[" in shown.getvalue()


def test_engines_that_cannot_be_built_are_listed(
    workplace: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    """A plugin that does not load, or wants a model, hides no other engine."""
    info = workplace / "others-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: others\nVersion: 1.0\n", "utf-8")
    points = "[audit.engines]\nbroken = not_there:Engine\nneedy = needy_engine:Needy\n"
    (info / "entry_points.txt").write_text(points, "utf-8")
    (workplace / "needy_engine.py").write_text("class Needy:\n    def __init__(self, model): ...\n", "utf-8")
    monkeypatch.syspath_prepend(workplace)
    plugins.found.cache_clear()
    try:
        assert main(["engines"]) == 0
    finally:
        plugins.found.cache_clear()
    out = capsys.readouterr().out
    assert re.search(r"broken +no +.*does not load", out)
    assert re.search(r"needy +no +engine needy needs a model", out)
