"""The cells of an Excel worksheet; the file is untrusted."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from audit.errors import IngestError
from audit.renderers.worksheet import COLUMNS, unguarded
from audit.renderers.xlsx import TITLE

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_BYTES = 200_000_000
"""Unpacked size of the largest workbook that is read: 100,000 findings in paragraphs of 1,000 characters take half."""
MOST_COLUMNS = 100
"""Cells read of a row: five times the worksheet's, for whoever adds columns; one stray cell could ask for 16,384."""
MOST_ROWS = 200_000
"""Rows read of a sheet, the empty ones too: one stray cell could ask for a million."""
_SIGNATURE = b"PK\x03\x04"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How Office Open XML writes what XML cannot hold (ECMA-376, 22.9.2.19)."""


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are a ZIP archive, as workbooks are."""
    return data.startswith(_SIGNATURE)


def workbook_rows(data: bytes, path: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of the sheet of findings with their numbers; IngestError where there is none, or the file is too large.

    The cells of a workbook that `audit run` wrote are as they are; in any other a guard is taken off, since it may have
    been made of a CSV.
    """
    _refuse_large(data, path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of every feature of Excel that it leaves out
            held = list(_rows(data, path))
    except IngestError:
        raise
    except Exception as cause:  # whatever a broken archive makes openpyxl raise
        raise IngestError(f"is no Excel workbook that can be read: {cause}", path=path) from cause
    yield from held


def _refuse_large(data: bytes, path: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as cause:
        raise IngestError(f"is no Excel workbook that can be read: {cause}", path=path) from cause
    if size > MOST_BYTES:
        limit = f"{MOST_BYTES // 1_000_000} MB"
        raise IngestError(f"unpacks to {size // 1_000_000:,} MB, more than the {limit} that are read", path=path)


def _rows(data: bytes, path: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    ours = book.properties.title == TITLE
    for number, row in _findings(book, path):
        if any(value not in (None, "") for value in row):
            cells = (_text(value, number, path) for value in row)
            yield number, tuple(cells) if ours else tuple(map(unguarded, cells))


def _findings(book: Workbook, path: str) -> Iterator[tuple[int, tuple[object, ...]]]:
    """The rows of the first sheet whose first row names columns of a worksheet."""
    for sheet in book.worksheets:
        rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
        header = next(rows, ())
        if len({str(name).strip().casefold() for name in header} & set(COLUMNS)) > 1:
            yield 1, header
            yield from enumerate(rows, start=2)
            return
    raise IngestError("has no sheet of findings – give the file that audit run --format xlsx wrote", path=path)


def _text(value: object, number: int, path: str) -> str:
    """A cell as text; a date is refused, for nobody knows what was typed."""
    if value is None:
        return ""
    if isinstance(value, date | time | timedelta):
        message = f"row {number}: a cell holds a date, not text – format it as text and type it again"
        raise IngestError(message, path=path)
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value))
