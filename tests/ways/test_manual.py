"""The manual of the command line: what docstrings say, as help, as Markdown and as a man page."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from audit.cli import main
from audit.cli.app import app
from audit.cli.man_page import man_page
from audit.cli.manual import Manual, describe, parse
from audit.cli.pages import Page, names, pages
from audit.cli.reference import command_line

COMMAND: Any = typer.main.get_command(app)
GROUPS = {"audit", "audit lexicon", "audit train"}
RUN_HERE = (
    "audit run",
    "audit rules",
    "audit explain",
    "audit fix",
    "audit review",
    "audit baseline",
    "audit config",
    "audit --",
    "audit completion",
    "audit config",
)
"""Commands whose examples are run; the others need much time, a terminal or data that is not shipped."""
ARTICLE = "Envoys meet\n\nThe envoy arrived on Monday with the Minister , and left again in the evening.\n"
FEED = (
    '<rss version="2.0"><channel><title>News</title><item><title>Envoys</title><guid>1</guid>'
    "<description>The envoy arrived on Monday with the Minister , and left.</description></item></channel></rss>\n"
)


def every_page() -> list[Page]:
    """All pages of the manual."""
    with COMMAND.make_context("audit", [], resilient_parsing=True) as context:
        return list(pages(context))


PAGES = every_page()
EXAMPLES = [(page.path, example) for page in PAGES for example, _ in page.manual.examples]


def test_a_docstring_is_parted_into_its_sections() -> None:
    """Prose may stand before and after them."""
    manual = parse(
        """Do it.

        It is done
        at once.

        Exit status: 0 done.

        Files:
            a.toml, b.toml  Settings.

        Examples:
            audit do x  # to x
            audit do y

        See Also:
            audit undo, docs/do.md

        And no more.
        """
    )
    assert manual == Manual(
        description=("Do it.", "It is done at once.", "And no more."),
        exit_status="0 done.",
        files=(("a.toml, b.toml", "Settings."),),
        examples=(("audit do x", "to x"), ("audit do y", "")),
        see_also=("audit undo", "docs/do.md"),
    )
    assert parse(None) == Manual()


def test_every_command_has_a_summary_and_examples() -> None:
    """Groups have those of their commands."""
    for page in PAGES:
        assert page.summary, page.path
        assert page.manual.examples or page.path in GROUPS, page.path


@pytest.mark.parametrize(("path", "example"), EXAMPLES)
def test_every_example_is_a_command_that_parses(path: str, example: str) -> None:
    """It calls the command it stands with, or another where that comes next."""
    parts = [shlex.split(part.partition(" > ")[0].partition(" >> ")[0]) for part in example.split(" | ")]
    words = next(part for part in parts if part[0] == "audit")[1:]
    if "--help" in words:
        words.remove("--help")
        assert words[0] in COMMAND.commands
        return
    called = _parsed(words)
    assert called == path or path in {"audit", "audit baseline"}


def _parsed(words: list[str]) -> str:
    """The path of the command that words call, once its options and arguments are read."""
    command, path = COMMAND, "audit"
    while words and words[0] in getattr(command, "commands", {}):
        command, path, words = command.commands[words[0]], f"{path} {words[0]}", words[1:]
    command.make_context(path, words)
    return path


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with the files that examples speak of; nothing is translated, scored or kept."""
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    (tmp_path / "audit.toml").write_text('engine = "none"\nscorer = "none"\ncache = ""\nselect = ["LIN115"]\n', "utf-8")
    (tmp_path / "articles").mkdir()
    for name in ("article.txt", "original.txt", "articles/one.txt"):
        (tmp_path / name).write_text(ARTICLE, "utf-8")
    (tmp_path / "page.html").write_text(f"<html><body><p>{ARTICLE}</p></body></html>", "utf-8")
    (tmp_path / "feed.xml").write_text(FEED, "utf-8")
    assert main(["run", "article.txt", "-o", "findings.xlsx", "-o", "findings.csv"]) == 0
    assert main(["baseline", "feed.xml", "articles", "-o", "audit-baseline.json"]) == 0
    capsys.readouterr()
    return tmp_path


@pytest.mark.parametrize(
    "example",
    [
        example
        for _, example in EXAMPLES
        if example.startswith(RUN_HERE) and "https:" not in example and not {"|", ">", ">>"} & set(example.split())
    ],
)
def test_examples_run(example: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """None of them could not run."""
    assert main(shlex.split(example)[1:]) in {0, 1}, capsys.readouterr().err
    assert desk.exists()


def test_help_shows_prose_first_and_examples_last(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sections that only a manual needs are left out."""
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["fix", "--help"]) == 0
    shown = capsys.readouterr().out
    places = [shown.index(text) for text in ("Exit status: 0 done", "Arguments", "audit fix --diff article.txt  #")]
    assert places == sorted(places)
    assert "Examples:" not in shown
    assert "See Also" not in shown


def parameters(command: Any) -> Iterator[Any]:  # noqa: ANN401 - typer names no type
    """The parameters of a command and of those below it."""
    yield from command.params
    for inner in getattr(command, "commands", {}).values():
        yield from parameters(inner)


def test_an_option_with_few_choices_names_them() -> None:
    """In its help, so that the page has them."""
    choices = 0
    for parameter in parameters(COMMAND):
        if getattr(parameter, "_custom_shell_complete", None) is None:
            for item in parameter.shell_complete(None, ""):
                if item.type == "plain":
                    choices += 1
                    assert item.value in (parameter.help or ""), names(parameter)
    assert choices > 5


def test_defaults_are_told_once() -> None:
    """By the help itself, or added to it."""

    def sound(
        *,
        loud: bool = False,
        often: int = typer.Option(3, help="How often."),
        where: str = typer.Option("here", help="Where (default: here)."),
        what: str = typer.Option(..., help="What."),
    ) -> None:
        """Make a sound."""

    one = typer.Typer()
    one.command()(sound)
    one.command("other")(sound)
    describe(one)
    with typer.main.get_command(one).make_context("audit", [], resilient_parsing=True) as context:
        page = command_line(context)
    assert "| `--often OFTEN` | How often. Default: 3. |" in page
    assert "| `--where WHERE` | Where (default: here). |" in page
    assert "| `--what WHAT` | What. Required. |" in page
    assert "| `--loud, --no-loud` |  |" in page


def test_the_page_has_the_sections_of_a_manual() -> None:
    """In their order, for every command."""
    with COMMAND.make_context("audit", [], resilient_parsing=True) as context:
        page = command_line(context)
    run = page[page.index("## audit run\n") : page.index("## audit rules\n")]
    titles = ["NAME", "SYNOPSIS", "ARGUMENTS", "OPTIONS", "GATE", "EXIT STATUS", "FILES", "EXAMPLES", "SEE ALSO"]
    places = [run.index(f"**{title}**") for title in titles]
    assert places == sorted(places)
    assert page.count("**EXIT STATUS**") == len(PAGES)
    assert "**ENVIRONMENT**" in page[: page.index("## audit run\n")]


def test_see_also_leads_somewhere() -> None:
    """To commands that there are, and to pages of the docs."""
    paths = {page.path for page in PAGES}
    docs = Path(__file__).parents[2]
    for page in PAGES:
        for name in page.manual.see_also:
            assert name in paths or (docs / name).is_file(), (page.path, name)


def written() -> str:
    """The man page."""
    with COMMAND.make_context("audit", [], resilient_parsing=True) as context:
        return man_page(context, "1.2.3")


def test_the_man_page_sets_every_character_as_it_stands() -> None:
    """Hyphens stay hyphens, a stop that begins a line stays text, and backslashes too."""

    def odd(*, which: str = typer.Option("", "--which-one", help=".dotted \\ and 'quoted'")) -> None:
        """'Quoted' first."""

    one = typer.Typer()
    one.command("odd")(odd)
    one.command("other")(odd)
    with typer.main.get_command(one).make_context("audit", [], resilient_parsing=True) as context:
        lines = man_page(context, "1.2.3").splitlines()
    assert "\\&.dotted \\e and 'quoted'" in lines
    assert "\\&'Quoted' first." in lines
    assert ".B \\-\\-which\\-one WHICH" in lines


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff here")
def test_the_man_page_is_set_without_a_warning() -> None:
    """By groff, with all its warnings."""
    done = subprocess.run(
        ["groff", "-ww", "-man", "-Kutf8", "-Tutf8", "-P-cbou"],
        input=written(), capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    assert done.stderr == ""
    for page in PAGES:
        assert page.path in done.stdout
    assert "--fail-on SEVERITY" in done.stdout
    assert "SEE ALSO" in done.stdout
