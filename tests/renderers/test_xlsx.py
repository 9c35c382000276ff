"""The Excel worksheet: the same rows as the CSV, in cells that run nothing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TextIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from audit import plugins
from audit.document import Role
from audit.errors import ConfigError
from audit.renderers.worksheet import COLUMNS, rows
from audit.report import Report
from tests.renderers.reports import clean, document, finding, flawed, hostile, report


def workbook(*reports: Report) -> bytes:
    """The file's bytes."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    plugins.renderer("xlsx").render(iter(reports), stream, colour=False, width=None)
    return stream.detach().getvalue()


def sheet(*reports: Report) -> Worksheet:
    """The sheet of findings, as a spreadsheet opens it."""
    return load_workbook(io.BytesIO(workbook(*reports)))["Findings"]


def test_it_has_the_rows_of_the_csv() -> None:
    """Cell by cell, before the guard that only a text file needs."""
    held = [tuple(cell or "" for cell in row) for row in sheet(flawed(), hostile()).iter_rows(values_only=True)]
    assert held == [COLUMNS, *rows(flawed()), *rows(hostile())]


def test_no_cell_is_a_formula_or_a_figure() -> None:
    """Every filled cell is a string, also one that begins with an equals sign."""
    kinds = {cell.data_type for row in sheet(flawed()).iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}


def test_every_cell_is_text_for_what_is_typed_into_it() -> None:
    """So that “May 3” typed as an edit stays what it is."""
    assert {(cell.number_format, cell.quotePrefix) for row in sheet(flawed()).iter_rows() for cell in row} == {
        ("@", True)
    }


def test_the_header_is_frozen_and_filters() -> None:
    """Scrolling and sorting a long sheet keeps the names of the columns."""
    held = sheet(flawed())
    assert (held.freeze_panes, held.auto_filter.ref) == ("A2", f"A1:T{len(list(rows(flawed()))) + 1}")


def test_the_decision_is_chosen_from_a_list() -> None:
    """On every row of a finding and nowhere else."""
    [choice] = sheet(flawed()).data_validations.dataValidation
    assert (choice.formula1, str(choice.sqref)) == ('"accept,reject,edit"', "R2:R6")


def test_what_only_the_tool_needs_is_folded_away() -> None:
    """And so are the columns that no row fills."""
    held = sheet(flawed())
    hidden = {COLUMNS[ord(letter) - ord("A")] for letter, column in held.column_dimensions.items() if column.hidden}
    expected = {"path", "paragraph", "start", "end", "rule", "confidence", "category", "source", "fingerprint"}
    assert hidden == expected


def test_a_second_sheet_says_what_to_do() -> None:
    """In words, with the command that reads the decisions."""
    lines = [str(row[0]) for row in load_workbook(io.BytesIO(workbook(clean())))["Read me"].iter_rows(values_only=True)]
    assert any("audit review" in line for line in lines)


def test_the_same_findings_make_the_same_bytes() -> None:
    """No clock is in the file."""
    assert workbook(flawed()) == workbook(flawed())
    with zipfile.ZipFile(io.BytesIO(workbook(flawed()))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2


@pytest.mark.parametrize("text", ["\ufffe\uffff", "\udc80", "\x00\x1b[0m", "a\r\nb"])
def test_what_xml_cannot_hold_is_escaped(text: str) -> None:
    """The file opens whatever the article holds."""
    article = document(((Role.BODY, f"x{text}"),))
    assert sheet(report(article, finding(article, text))).max_row == 2


def test_text_that_looks_like_an_escape_stays_text() -> None:
    """Excel would show an A."""
    article = document(((Role.BODY, "x_x0041_"),))
    cell = sheet(report(article, finding(article, "_x0041_"))).cell(2, COLUMNS.index("text") + 1)
    assert cell.value == "_x005F_x0041_"


def test_a_cell_beyond_the_limit_is_cut_visibly() -> None:
    """A spreadsheet would refuse the whole file."""
    article = document(((Role.BODY, "word " * 10_000),))
    cell = sheet(report(article, finding(article, "word"))).cell(2, COLUMNS.index("paragraph_text") + 1).value
    assert isinstance(cell, str)
    assert (len(cell), cell[-1]) == (32_767, "…")


class Screen(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


@pytest.mark.parametrize("stream", [io.StringIO(), Screen(io.BytesIO())])
def test_a_terminal_is_refused(stream: TextIO) -> None:
    """With the option that helps."""
    with pytest.raises(ConfigError, match=r"--format xlsx is no text for a terminal .* -o findings\.xlsx"):
        plugins.renderer("xlsx").render(iter([flawed()]), stream, colour=False, width=None)


def test_what_was_written_before_stands_before(tmp_path: Path) -> None:
    """The text layer's buffer is emptied first, so nothing lands in the middle of the archive."""
    path = tmp_path / "book.xlsx"
    with path.open("w", encoding="utf-8", newline="") as stream:
        plugins.renderer("xlsx").render(iter([flawed()]), stream, colour=False, width=None)
    assert path.read_bytes() == workbook(flawed())
