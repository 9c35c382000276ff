"""Worksheets as spreadsheets save them, and what a broken one says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from audit.errors import AuditError, IngestError
from audit.review import workbook
from audit.review.reading import read_worksheet
from tests.review.sheets import cells, saved, sheet

TWO = (cells(decision="accept", comment="así, sí"), cells(text="”We", decision="Reject "))


def book(*rows: tuple[str | float | date, ...], title: str | None = None) -> bytes:
    """A workbook whose first sheet has the rows."""
    held = Workbook()
    held.properties.title = title
    first = held.worksheets[0]
    for cells_ in rows:
        first.append(cells_)
    stream = io.BytesIO()
    held.save(stream)
    return stream.getvalue()


def with_member(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its members changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, change(content) if member == name else content)
    return stream.getvalue()


def read_or_told(path: str) -> int:
    """How many rows a file has, 0 where it is refused; any other error is raised, and a refusal names the file."""
    try:
        return len(read_worksheet(path))
    except AuditError as error:
        if path not in str(error):
            raise
        return 0


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
def test_a_worksheet_is_read_as_any_spreadsheet_saves_it(
    tmp_path: Path, delimiter: str, encoding: str, line_end: str
) -> None:
    """Commas, semicolons or tabs; with or without a byte order mark; Windows or Unix line ends."""
    text = sheet(TWO[:1], delimiter=delimiter, line_end=line_end)
    [read] = read_worksheet(saved(tmp_path / "w.csv", text.encode(encoding)))
    assert (read.number, read.text, read.decision, read.comment) == (2, " ,", "accept", "así, sí")


def test_excel_may_say_the_delimiter_in_a_line_of_its_own(tmp_path: Path) -> None:
    """And the rows are numbered as Excel shows them."""
    text = "sep=|\r\n" + sheet([cells()], delimiter="|")
    assert [row.number for row in read_worksheet(saved(tmp_path / "w.csv", text))] == [3]


def test_columns_may_stand_in_any_order_and_case_and_others_beside_them(tmp_path: Path) -> None:
    """A translator may move and add what they like."""
    held = {
        "My notes": "x",
        **{name.upper(): cell for name, cell in reversed(cells(decision="EDIT", edit="y").items())},
    }
    [read] = read_worksheet(saved(tmp_path / "w.csv", sheet([held])))
    assert (read.decision, read.edit, read.text) == ("edit", "y", " ,")


def test_the_guard_comes_off(tmp_path: Path) -> None:
    """A cell that would have been a formula or a figure is what it was."""
    [read] = read_worksheet(saved(tmp_path / "w.csv", sheet([cells(text="'=1", suggestion="'45,000", edit="'tis")])))
    assert (read.text, read.suggestion, read.edit) == ("=1", "45,000", "'tis")


def test_empty_rows_are_left_out_and_counted(tmp_path: Path) -> None:
    """Row numbers are the spreadsheet's."""
    text = sheet([cells(), dict.fromkeys(cells(), ""), cells()])
    assert [row.number for row in read_worksheet(saved(tmp_path / "w.csv", text))] == [2, 4]


def test_lost_positions_are_no_fault(tmp_path: Path) -> None:
    """A spreadsheet may have made anything of them."""
    [read] = read_worksheet(saved(tmp_path / "w.csv", sheet([cells(start="1,5", end="²")])))
    assert (read.start, read.end) == (-1, -1)


def test_a_long_cell_is_no_fault(tmp_path: Path) -> None:
    """A paragraph may be longer than Python's csv reads by default."""
    [read] = read_worksheet(saved(tmp_path / "w.csv", sheet([cells(paragraph_text="x" * 300_000)])))
    assert len(read.paragraph_text) == 300_000


def test_a_worksheet_of_ten_megabytes_is_read(tmp_path: Path) -> None:
    """Row by row, none lost."""
    text = sheet([cells(paragraph_text="word " * 400)] * 5_000)
    assert len(text) > 10_000_000
    assert len(read_worksheet(saved(tmp_path / "w.csv", text))) == 5_000


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ("\ufeff\r\n\r\n", "is empty"),
        ("name,surname\r\na,b\r\n", r"w\.csv:1: has no column rule, text, suggestion, fingerprint, decision"),
        ("rule,text,fingerprint,decision\r\n", r"no column suggestion \(there: rule, text, fingerprint, decision\)"),
        ("rule,text,suggestion,fingerprint,decision,text\r\n", "has the column text twice"),
        (sheet([cells(decision="acept")]), r"row 2: no decision is called 'acept' – did you mean 'accept'\?"),
        (sheet([cells(), cells(decision="x\x1b[2J")]), "row 3: no decision is called"),
        (sheet([cells()])[:-23], "row 2 ends after"),
        ('rule,text,suggestion,fingerprint,decision\r\nLIN115,"a', r"w\.csv:2: .*save it again"),
        ("rule\0text", "is binary"),
    ],
)
def test_a_broken_worksheet_is_one_clear_line(tmp_path: Path, text: str, reason: str) -> None:
    """Which names the file, the row and what to do."""
    with pytest.raises(IngestError, match=reason):
        read_worksheet(saved(tmp_path / "w.csv", text))


def test_a_missing_worksheet_is_one_clear_line(tmp_path: Path) -> None:
    """Also with a name that no file can have."""
    for name in (str(tmp_path / "none.csv"), "a\0b", "https://example.org/w.csv"):
        with pytest.raises(IngestError, match="cannot be read"):
            read_worksheet(name)


def test_a_workbook_is_told_by_its_content(tmp_path: Path) -> None:
    """Whatever its name; figures typed by hand are read as they look."""
    data = book(tuple(cells()), ("LIN115", 12.0, 1.5, "0" * 16, "Accept"))
    [read] = read_worksheet(saved(tmp_path / "w.csv", data))
    assert (read.number, read.text, read.suggestion, read.decision) == (2, "12", "1.5", "accept")


def test_only_a_workbook_made_of_a_csv_is_guarded(tmp_path: Path) -> None:
    """The tool's own says so in its title."""
    rows = (tuple(cells()), ("LIN115", "'07", "'=1", "0" * 16, "accept"))
    [own] = read_worksheet(saved(tmp_path / "own.xlsx", book(*rows, title="audit worksheet")))
    [made] = read_worksheet(saved(tmp_path / "made.xlsx", book(*rows)))
    assert [(r.text, r.suggestion) for r in (own, made)] == [("'07", "'=1"), ("07", "=1")]


def test_the_escapes_of_office_open_xml_are_read(tmp_path: Path) -> None:
    """Excel writes a carriage return so."""
    data = book(tuple(cells()), ("LIN115", "a_x000D_\nb", "_x005F_x0041_", "0" * 16, "accept"))
    [read] = read_worksheet(saved(tmp_path / "w.xlsx", data))
    assert (read.text, read.suggestion) == ("a\r\nb", "_x0041_")


def test_the_sheet_of_findings_is_found_by_its_header(tmp_path: Path) -> None:
    """Somebody may put a sheet of notes before it."""
    held = Workbook()
    held.worksheets[0].append(("Notes", "for", "Monday"))
    second = held.create_sheet("Findings")
    second.append(tuple(cells()))
    second.append(tuple(cells(decision="reject").values()))
    stream = io.BytesIO()
    held.save(stream)
    assert [row.decision for row in read_worksheet(saved(tmp_path / "w.xlsx", stream.getvalue()))] == ["reject"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (book(("a", "b")), "has no sheet of findings"),
        (book(tuple(cells()), ("LIN115", "a", date(2024, 5, 3), "0" * 16, "accept")), "row 2: a cell holds a date"),
        (book(tuple(cells()), ("LIN115", "a", "b", "0" * 16, "perhaps")), "row 2: no decision is called 'perhaps'"),
        (book(tuple(cells()))[:300], "no Excel workbook"),
        (b"PK\x03\x04", "no Excel workbook"),
    ],
)
def test_a_broken_workbook_is_one_clear_line(tmp_path: Path, data: bytes, reason: str) -> None:
    """Never a traceback of the library that reads it."""
    with pytest.raises(IngestError, match=reason):
        read_worksheet(saved(tmp_path / "w.xlsx", data))


def test_a_zip_that_is_no_workbook_is_one_clear_line(tmp_path: Path) -> None:
    """As any other archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(IngestError, match="no Excel workbook"):
        read_worksheet(saved(tmp_path / "w.xlsx", stream.getvalue()))


def test_a_zip_bomb_is_refused_unread(tmp_path: Path) -> None:
    """By what it says it unpacks to."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (workbook.MOST_BYTES + 1))
    with pytest.raises(IngestError, match="unpacks to 200 MB, more than the 200 MB"):
        read_worksheet(saved(tmp_path / "w.xlsx", stream.getvalue()))


def test_entities_of_a_workbook_are_not_expanded_without_end(tmp_path: Path) -> None:
    """A billion laughs are one clear line."""
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10 if i else b"lol" * 10) for i in range(10))
    doctype, begin = b"<!DOCTYPE x [" + laughs + b"]>", b"<sheetData>"
    data = with_member(
        book(tuple(cells()), tuple(cells().values())),
        "xl/worksheets/sheet1.xml",
        lambda old: doctype + old.replace(begin, begin + b"&l9;"),
    )
    with pytest.raises(IngestError, match="no Excel workbook"):
        read_worksheet(saved(tmp_path / "w.xlsx", data))


def test_one_stray_cell_does_not_ask_for_millions(tmp_path: Path) -> None:
    """Neither rows nor columns."""
    name, end = "xl/worksheets/sheet1.xml", b"</sheetData>"
    stray = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>stray</t></is></c></row>'
    data = with_member(book(tuple(cells()), tuple(cells().values())), name, lambda old: old.replace(end, stray + end))
    assert len(read_worksheet(saved(tmp_path / "w.xlsx", data))) == 1


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cut=st.integers(0, 400), noise=st.binary(max_size=20), at=st.integers(0, 400))
def test_no_csv_is_a_traceback(tmp_path: Path, cut: int, noise: bytes, at: int) -> None:
    """Cut short and sprinkled with any bytes: rows, or one clear error."""
    data = sheet(TWO).encode()[:cut]
    path = saved(tmp_path / "fuzzed.csv", data[:at] + noise + data[at:])
    assert read_or_told(path) <= len(data) + len(noise)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cut=st.integers(4, 6_000), noise=st.binary(max_size=20), at=st.integers(4, 6_000))
def test_no_workbook_is_a_traceback(tmp_path: Path, cut: int, noise: bytes, at: int) -> None:
    """Nor one of these."""
    data = book(tuple(cells()), tuple(cells(decision="edit").values()))[:cut]
    path = saved(tmp_path / "fuzzed.xlsx", data[:at] + noise + data[at:])
    assert read_or_told(path) <= 1
