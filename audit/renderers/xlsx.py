"""The worksheet as an Excel file: frozen header, filters, a drop-down for the decision, and nothing that runs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from audit.renderer import binary
from audit.renderers.worksheet import COLUMNS, DECISIONS, DELETE, rows
from audit.report import Report
from audit.visible import glyph

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

TITLE = "audit worksheet"
"""The workbook's title: it tells the reader of decisions that no cell of it is guarded."""
WIDTHS: Mapping[str, int] = {
    **dict.fromkeys("rule severity confidence decision".split(), 11),
    **dict.fromkeys("article name".split(), 18),
    **dict.fromkeys("text suggestion edit comment".split(), 28),
    **dict.fromkeys("message back_translation".split(), 36),
    **dict.fromkeys("paragraph_text source".split(), 60),
}
"""Widths in characters of the columns that are shown: what is decided on fits a screen of 1,920 pixels. The others
serve `audit review` and are folded away."""
MOST_CHARACTERS = 32_767
"""What a cell holds (Excel specifications and limits)."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a ZIP archive can tell: the same findings make the same bytes on any day."""
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_NO_XML = re.compile("[\ufffe\uffff]")

READ_ME = (
    "One row is one finding: “text” is what was found in “paragraph_text”, “suggestion” what could stand there.",
    f"decision: accept (the suggestion is put in place; {DELETE} takes the text out), reject (it stays), or edit.",
    f"edit: with the decision edit, what is to be put in place of the text; write {DELETE} to take it out.",
    "comment: why; the comment on a rejected finding is kept with it, and it is not reported again.",
    "Rows without a decision are left alone. Leave the other columns as they are; they may be sorted and hidden.",
    "Then: audit review THIS-FILE ARTICLE -o FIXED-ARTICLE",
)


class XlsxRenderer:
    """An Office Open XML workbook of text cells only, the same bytes for the same findings."""

    name = "xlsx"

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:  # noqa: ARG002 - the same bytes everywhere
        """Write the findings of each report, a row each, and a sheet that says what to do.

        Raises ConfigError where the stream is a terminal.
        """
        out = binary(stream, self.name)
        _write_dateless(_workbook(reports), out)


def _workbook(reports: Iterable[Report]) -> Workbook:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.title = TITLE
    book.properties.creator = "audit"
    held = [row for report in reports for row in rows(report)]
    _findings(book.create_sheet("Findings"), held)
    _read_me(book.create_sheet("Read me"))
    return book


def _findings(sheet: WriteOnlyWorksheet, held: list[tuple[str, ...]]) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letters = [get_column_letter(number) for number in range(1, len(COLUMNS) + 1)]
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{letters[-1]}{len(held) + 1}"
    for column, letter in zip(COLUMNS, letters, strict=True):
        dimension = sheet.column_dimensions[letter]
        dimension.width = WIDTHS.get(column, 12)
        if column not in WIDTHS:
            dimension.hidden, dimension.outlineLevel = True, 1
    choice = DataValidation(type="list", formula1=f'"{",".join(DECISIONS)}"', allow_blank=True)
    choice.error = f"One of {', '.join(DECISIONS)}, or nothing."
    letter = letters[COLUMNS.index("decision")]
    choice.add(f"{letter}2:{letter}{max(len(held) + 1, 2)}")
    sheet.add_data_validation(choice)
    sheet.append(_cells(sheet, COLUMNS, bold=True))
    for row in held:
        sheet.append(_cells(sheet, row))


def _read_me(sheet: WriteOnlyWorksheet) -> None:
    sheet.column_dimensions["A"].width = 110
    for line in READ_ME:
        sheet.append(_cells(sheet, (line,)))


def _cells(sheet: WriteOnlyWorksheet, texts: Iterable[str], *, bold: bool = False) -> Iterator[Any]:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    top, font = Alignment(wrap_text=True, vertical="top"), Font(bold=bold)
    for text in texts:
        cell = WriteOnlyCell(sheet)
        cell.value = _text(text)
        cell.data_type = "s"  # openpyxl makes a formula of what begins with =
        cell.alignment, cell.font, cell.number_format = top, font, "@"
        cell.quotePrefix = True  # else Excel makes one when somebody goes into the cell and out of it again
        yield cell


def _text(text: str) -> str:
    r"""What a cell can hold: XML has no `\r` but in a reference, no noncharacters, and Excel no more than its limit."""
    held = _NO_XML.sub(lambda match: glyph(match[0]), text.replace("\r\n", "\n").replace("\r", "\n"))
    return held if len(held) <= MOST_CHARACTERS else held[: MOST_CHARACTERS - 1] + "…"


def _write_dateless(book: Workbook, out: BinaryIO) -> None:
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            data = old.read(member)
            if member == "docProps/core.xml":
                data = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(member, _EPOCH), data, zipfile.ZIP_DEFLATED)
