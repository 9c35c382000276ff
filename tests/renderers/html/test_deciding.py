"""Decisions are made by key and button, kept by the browser and exported as the worksheet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from audit.cli import main
from audit.document import Role
from audit.renderers.worksheet import COLUMNS, guarded
from audit.report import Report
from audit.visible import cell_safe
from tests.renderers.html.conftest import Opened, Opener
from tests.renderers.html.pages import nested, wicked
from tests.renderers.rendering import rendered
from tests.renderers.reports import clean, document, finding, flawed, hostile, report


def exported(held: Opened) -> bytes:
    """The file that the page saves."""
    with held.page.expect_download() as saving:
        held.page.click("#export")
    assert saving.value.suggested_filename == "findings.csv"
    return Path(saving.value.path()).read_bytes()


def expected(*reports: Report, decided: dict[int, tuple[str, str, str]] | None = None) -> bytes:
    """The bytes of the csv format with decision, edit and comment filled in."""
    _, *rows = csv.reader(io.StringIO(rendered("csv", *reports).removeprefix("\ufeff"), newline=""))
    for index, cells in (decided or {}).items():
        rows[index][-3:] = [guarded(cell_safe(cell)) for cell in cells]
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows([COLUMNS, *rows])
    return f"\ufeff{stream.getvalue()}".encode()


def test_the_export_corrects_the_article(opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the article to the page, to the worksheet, to the article as it should be."""
    monkeypatch.chdir(tmp_path)
    article = tmp_path / "article.txt"
    article.write_text("The mayor , who left on thursday, pays 14.000 euros.\n", "utf-8")
    names = "punctuation-spacing,missing-capital,number-format"
    bare = ["--engine", "none", "--scorer", "none", "--no-cache", "--source-lang", "es", "--select", names]
    assert main(["run", str(article), *bare, "--format", "html", "-o", "report.html"]) == 0
    held = opened()
    held.press("n", "a", "n", "r", "n", "e", "Control+a")
    held.page.keyboard.type("fourteen thousand")
    (tmp_path / "findings.csv").write_bytes(exported(held))
    assert main(["review", "findings.csv", str(article), "-o", "fixed.txt", "--decisions", "decisions.sqlite"]) == 0
    assert (tmp_path / "fixed.txt").read_text(
        "utf-8"
    ) == "The mayor, who left on thursday, pays fourteen thousand euros.\n"
    assert (tmp_path / "audit-baseline.json").exists()


@pytest.mark.parametrize("made", [flawed, hostile, nested, wicked])
def test_without_decisions_the_export_is_the_csv_format(opened: Opener, made: Callable[[], Report]) -> None:
    """Byte by byte, whatever the article holds."""
    assert exported(opened(made(), clean())) == expected(made(), clean())


def test_decisions_are_in_the_export(opened: Opener) -> None:
    """Made with keys: accepted, edited, rejected with a comment, deleted."""
    held = opened(flawed())
    held.press("n", "a", "n", "e")
    held.page.keyboard.type(" so")
    held.press("Escape", "j", "r", "c")
    held.page.keyboard.type("=known, “house” style")
    held.press("Enter")
    held.page.keyboard.type('a "quoted" line')
    held.press("Escape", "n", "e", "Control+a", "Delete")
    assert exported(held) == expected(
        flawed(),
        decided={
            0: ("accept", "", ""),
            1: ("edit", ", and so", ""),
            2: ("reject", "", '=known, “house” style\na "quoted" line'),
            3: ("edit", "(delete)", ""),
        },
    )
    assert held.heard == []


@pytest.mark.parametrize("words", ["=1+1", "-x", "45.000", "May 3", "'tis", "'=x", "TRUE", "7", "\u202ex", "naïve 😀"])
def test_what_is_written_is_guarded_as_the_csv_format_does(opened: Opener, words: str) -> None:
    """No spreadsheet runs it or makes another figure of it."""
    held = opened(flawed())
    held.press("n", "e")
    held.page.fill(".card.on [data-field=edit] textarea", words)
    assert exported(held) == expected(flawed(), decided={0: ("edit", words, "")})


def test_decisions_are_kept_when_the_page_is_opened_again(opened: Opener) -> None:
    """With their wording and comment, and shown on the card and in the text."""
    held = opened(flawed())
    held.press("n", "a", "n", "e")
    held.page.keyboard.type("!")
    held.press("Escape", "c")
    held.page.keyboard.type("why not")
    again = opened()
    assert again.text("#count") == "5 findings, 2 decided"
    assert again.page.get_attribute("#f0 [data-act=accept]", "aria-pressed") == "true"
    assert again.page.input_value("#f1 [data-field=edit] textarea") == ", and!"
    assert again.page.input_value("#f1 [data-field=comment] textarea") == "why not"
    assert "done" in str(again.page.get_attribute("mark[data-f='0']", "class"))
    assert exported(again) == expected(flawed(), decided={0: ("accept", "", ""), 1: ("edit", ", and!", "why not")})


def test_another_report_has_no_part_in_them(opened: Opener) -> None:
    """What was decided on one page is not taken for a decision on another."""
    opened(flawed()).press("n", "a")
    assert opened(nested()).text("#count") == "4 findings, 0 decided"


def test_a_decision_can_be_taken_back(opened: Opener) -> None:
    """The same key again, or undo; the sheet is as it was."""
    held = opened(flawed())
    held.press("n", "a", "a", "n", "r", "u")
    assert held.text("#count") == "5 findings, 0 decided"
    assert exported(held) == expected(flawed())


def test_what_cannot_be_accepted_says_so(opened: Opener) -> None:
    """Without a suggestion there is nothing to accept, by key or button."""
    article = document(((Role.BODY, "Envoys agree."),))
    held = opened(report(article, finding(article, "Envoys")))
    held.press("n", "a")
    assert held.text("#told").startswith("There is no suggestion to accept.")
    assert held.page.is_disabled("#f0 [data-act=accept]")
    held.press("e")
    assert held.page.input_value("#f0 [data-field=edit] textarea") == "Envoys"


def test_a_page_that_may_keep_nothing_still_works_and_says_so(opened: Opener) -> None:
    """As some browsers have it for a page opened from a file."""
    refusal = (
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    held = opened(flawed(), script=refusal)
    held.press("n", "a")
    assert held.page.is_visible("#unkept")
    assert exported(held) == expected(flawed(), decided={0: ("accept", "", "")})
    held.page.click("#theme")
    assert held.page.get_attribute("html", "data-theme") == "dark"
    assert held.heard == []


NONSENSE = (
    "{",
    "7",
    "null",
    '{"a": 1}',
    "[1, null, [], [0], [0, null], [99, {}]]",
    '[["length", {"decision": "accept", "edit": "", "comment": ""}]]',
    '[[0, {"decision": "<b>", "edit": "", "comment": ""}]]',
    '[[0, {"decision": "accept", "edit": 1, "comment": ""}]]',
)


@pytest.mark.parametrize("stored", NONSENSE)
def test_stored_nonsense_is_no_decision(opened: Opener, stored: str) -> None:
    """Anything may have been written there; the page opens as a new one."""
    script = f"Storage.prototype.getItem = () => {json.dumps(stored)}"
    held = opened(flawed(), script=script)
    assert held.text("#count") == "5 findings, 0 decided"
    assert held.heard == []


def test_buttons_do_what_the_keys_do(opened: Opener) -> None:
    """Next, accept, reject, edit, comment."""
    held = opened(flawed())
    held.page.click("[data-act=next]")
    assert held.current == "f0"
    held.page.click("#f0 [data-act=accept]")
    held.page.click("#f1 [data-act=reject]")
    held.page.click("#f2 [data-act=edit]")
    held.page.keyboard.type("?")
    held.page.click("#f2 [data-act=comment]")
    held.page.keyboard.type("ask")
    decided = {0: ("accept", "", ""), 1: ("reject", "", ""), 2: ("edit", "45,000?", "ask")}
    assert exported(held) == expected(flawed(), decided=decided)
    assert held.text("#count") == "5 findings, 3 decided"
