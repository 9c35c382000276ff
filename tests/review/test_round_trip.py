"""From the article through the worksheet and back: exactly the article that a person made by hand of the decisions."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from audit.cli import main

CORPUS = Path(__file__).parents[2] / "corpora" / "review"
ARTICLES = ("museum.txt", "harbour.md", "festival.html")
Rows = list[dict[str, str]]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with the articles and worksheets in it; nothing is kept outside it."""
    for held in CORPUS.iterdir():
        (tmp_path / held.name).write_bytes(held.read_bytes())
    (tmp_path / "audit.toml").write_text('engine = "none"\nscorer = "none"\ncache = ""\nsource-lang = "es"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


def fixed(desk: Path, name: str) -> bytes:
    """The article made by hand."""
    path = Path(name)
    return (desk / f"{path.stem}.fixed{path.suffix}").read_bytes()


def read(path: Path) -> Rows:
    """The rows of a worksheet."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def write(path: Path, rows: Rows, *, encoding: str = "utf-8-sig", **form: str) -> None:
    """A worksheet of rows."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]), **{"lineterminator": "\r\n", **form})  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(stream.getvalue().encode(encoding))


Decided = dict[tuple[str, str], list[dict[str, str]]]


def decisions(desk: Path, name: str) -> Decided:
    """What was decided on an article's findings, by rule and text, of each in order."""
    held: Decided = {}
    for row in read((desk / name).with_suffix(".csv")):
        decided = {part: row[part] for part in ("decision", "edit", "comment")}
        held.setdefault((row["rule"], row["text"].strip().removeprefix("'")), []).append(decided)
    return held


def dealt(held: Decided, rule: str, text: str) -> dict[str, str]:
    """The next decision on such a finding, nothing where none is left; `held` keeps the rest."""
    waiting = held.get((rule, text.strip().removeprefix("'")), [])
    return waiting.pop(0) if waiting else {}


def applied(worksheet: str, name: str, desk: Path) -> bytes:
    """The corrected article of a review in which every row was applied."""
    assert main(["review", worksheet, name, "-o", "out"]) == 0
    return (desk / "out").read_bytes()


@pytest.mark.parametrize("name", ARTICLES)
def test_the_worksheets_of_the_corpus_give_the_articles_made_by_hand(desk: Path, name: str) -> None:
    """To the byte."""
    assert applied(f"{Path(name).stem}.csv", name, desk) == fixed(desk, name)


@pytest.mark.parametrize("name", ARTICLES)
def test_audit_then_decisions_then_review_gives_the_article_made_by_hand(desk: Path, name: str) -> None:
    """With the worksheet of today's rules: whoever changes what a rule marks changes what people decided on."""
    held = decisions(desk, name)
    assert main(["run", name, "-o", "new.csv"]) == 0
    write(desk / "new.csv", [row | dealt(held, row["rule"], row["text"]) for row in read(desk / "new.csv")])
    assert not [decided for waiting in held.values() for decided in waiting if decided["decision"]]
    assert applied("new.csv", name, desk) == fixed(desk, name)


@pytest.mark.parametrize("name", ARTICLES)
def test_an_excel_worksheet_does_the_same(desk: Path, name: str) -> None:
    """Decided on in the workbook that the audit wrote."""
    held = decisions(desk, name)
    assert main(["run", name, "-o", "new.xlsx"]) == 0
    book = load_workbook(desk / "new.xlsx")
    header, *rows = book["Findings"].iter_rows()
    column = {str(cell.value): i for i, cell in enumerate(header)}
    for row in rows:
        for part, cell in dealt(held, str(row[column["rule"]].value), str(row[column["text"]].value)).items():
            row[column[part]].value = cell or None
    book.save(desk / "new.xlsx")
    assert applied("new.xlsx", name, desk) == fixed(desk, name)


def as_libreoffice(rows: Rows, path: Path) -> None:
    """Semicolons, no byte order mark, Unix line ends, also inside cells."""
    rows = [{name: cell.replace("\r\n", "\n") for name, cell in row.items()} for row in rows]
    write(path, rows, encoding="utf-8", delimiter=";", lineterminator="\n")


def as_european_excel(rows: Rows, path: Path) -> None:
    """Semicolons and windows-1252, which has no character for some cells of other columns; decimal commas."""
    rows = [row | {"confidence": row["confidence"].replace(".", ",")} for row in rows]
    write(path, rows, encoding="windows-1252", delimiter=";")


def sorted_by_rule(rows: Rows, path: Path) -> None:
    """The order of the rows is the translator's."""
    write(path, sorted(rows, key=lambda row: row["rule"]), delimiter="\t")


@pytest.mark.parametrize("name", ARTICLES[:2])
@pytest.mark.parametrize("save", [as_libreoffice, as_european_excel, sorted_by_rule])
def test_a_worksheet_saved_by_another_program_does_the_same(
    desk: Path, name: str, save: Callable[[Rows, Path], None]
) -> None:
    """Whatever it makes of the file."""
    save(read((desk / name).with_suffix(".csv")), desk / "saved.csv")
    assert applied("saved.csv", name, desk) == fixed(desk, name)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("museum.txt", "In the first day", "Already on the first day"),
        ("museum.txt", "Puerto Alba, Monday. – ", "Puerto Alba. – "),
        ("harbour.md", "The port authority of Villanueva,", "The authority of the port of Villanueva,"),
        ("harbour.md", "# The harbour will be enlarged\n\n", "# The harbour will be enlarged\n\n*From our staff*\n\n"),
        ("festival.html", "before the last concert of the night", "before the last concert"),
        ("festival.html", "<h1>The", '<h1 class="title">This'),
    ],
)
def test_an_article_edited_a_little_in_between_keeps_its_edits(desk: Path, name: str, before: str, after: str) -> None:
    """And gets the decisions all the same."""
    path = desk / name
    text = path.read_bytes().decode()
    assert text.count(before) == 1
    path.write_bytes(text.replace(before, after).encode())
    expected = fixed(desk, name).decode()
    assert expected.count(before) == 1
    assert applied(f"{path.stem}.csv", name, desk).decode() == expected.replace(before, after)
