"""The worksheet as an Excel file: frozen header, filters, a drop-down for the decision, and nothing that runs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO, TextIO

from audit.renderer import binary
from audit.renderers.worksheet import COLUMNS, DECISIONS, DELETE, rows
from audit.report import Report
from audit.visible import glyph

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import NamedStyle
    from openpyxl.worksheet.worksheet import Worksheet

TITLE = "audit worksheet"
"""The workbook's title: it tells the reader of decisions that no cell of it is guarded."""
WIDTHS: Mapping[str, int] = {
    **dict.fromkeys("severity decision".split(), 10),
    **dict.fromkeys("article name".split(), 16),
    **dict.fromkeys("text suggestion edit comment".split(), 25),
    **dict.fromkeys("message back_translation".split(), 30),
    **dict.fromkeys("paragraph_text source".split(), 45),
}
"""Widths in characters of the columns that are shown, where any row fills them: what is decided on fits a screen of
1,920 pixels. The others serve `audit review` and are folded away."""
FILLED = frozenset({"back_translation", "source"})
"""Columns folded away where no row fills them."""
MOST_CHARACTERS = 32_767
"""What a cell holds (Excel specifications and limits)."""
PLAIN, BOLD = "Worksheet cell", "Worksheet header"
"""Names of the cell styles, as Excel lists them."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a ZIP archive can tell: the same findings make the same bytes on any day."""
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""How Office Open XML writes what XML cannot hold (ECMA-376, 22.9.2.19): text that looks so is escaped itself."""
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

    book = Workbook()
    book.properties.title, book.properties.creator = TITLE, "audit"
    book.remove(book.worksheets[0])
    for style in (PLAIN, BOLD):
        book.add_named_style(_style(style))
    held = [row for report in reports for row in rows(report)]
    _findings(book.create_sheet("Findings"), held)
    _read_me(book.create_sheet("Read me"))
    return book


def _findings(sheet: Worksheet, held: Sequence[tuple[str, ...]]) -> None:
    for number, row in enumerate((COLUMNS, *held), start=1):
        _write(sheet, number, row, PLAIN if number > 1 else BOLD)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for i, column in enumerate(COLUMNS):
        dimension = sheet.column_dimensions[_letter(column)]
        dimension.width = WIDTHS.get(column, 12)
        if column not in WIDTHS or (column in FILLED and not any(row[i] for row in held)):
            dimension.hidden, dimension.outlineLevel = True, 1
    if held:
        _drop_down(sheet, f"{_letter('decision')}2:{_letter('decision')}{len(held) + 1}")


def _drop_down(sheet: Worksheet, cells: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    choice = DataValidation(type="list", formula1=f'"{",".join(DECISIONS)}"', allow_blank=True, showErrorMessage=True)
    choice.error = f"One of {', '.join(DECISIONS)}, or nothing."
    choice.add(cells)
    sheet.add_data_validation(choice)


def _letter(column: str) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(COLUMNS.index(column) + 1)


def _read_me(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 110
    for number, line in enumerate(READ_ME, start=1):
        _write(sheet, number, (line,), PLAIN)


def _style(name: str) -> NamedStyle:
    from openpyxl.styles import Alignment, Font, NamedStyle

    font, alignment = Font(name="Calibri", size=11, bold=name == BOLD), Alignment(wrap_text=True, vertical="top")
    return NamedStyle(name, font=font, alignment=alignment, number_format="@")


def _write(sheet: Worksheet, number: int, texts: Iterable[str], style: str) -> None:
    for column, text in enumerate(texts, start=1):
        cell = sheet.cell(number, column)
        if text:
            cell.value = _text(text)
            cell.data_type = "s"  # openpyxl makes a formula of what begins with =
        cell.style = style
        cell.quotePrefix = True  # else Excel makes one when somebody goes into the cell and out of it again


def _text(text: str) -> str:
    r"""What a cell can hold: XML has no `\r` but in a reference, no noncharacters, and Excel no more than its limit."""
    held = _NO_XML.sub(lambda match: glyph(match[0]), text.replace("\r\n", "\n").replace("\r", "\n"))
    held = _ESCAPE.sub("_x005F_", held)
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
