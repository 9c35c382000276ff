"""The cells of a worksheet file, CSV or Excel, as whatever spreadsheet saved it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from audit.errors import IngestError
from audit.ingest.decoding import decode
from audit.renderers.worksheet import unguarded
from audit.review.workbook import is_workbook, workbook_rows

Numbered = tuple[int, tuple[str, ...]]
"""A row's number as a spreadsheet counts it, from 1, and its cells."""

DELIMITERS = ",;\t"
"""What spreadsheets put between cells: where the decimal sign is a comma Excel takes a semicolon."""
_DELIMITER_LINE = re.compile(r"sep=(.)\r?\n")
"""A first line by which Excel is told the delimiter, and which it may keep."""


def numbered_rows(data: bytes, path: str) -> list[Numbered]:
    """Every row that has a cell filled, the header first; IngestError where the file is none or is cut short."""
    if is_workbook(data):
        return list(workbook_rows(data, path))
    text = decode(data, path=path).removeprefix("\ufeff")
    return [(number, tuple(map(unguarded, cells))) for number, cells in _csv_rows(text, path) if any(cells)]


def _csv_rows(text: str, path: str) -> Iterator[Numbered]:
    stated = _DELIMITER_LINE.match(text)
    text = text[stated.end() :] if stated else text
    delimiter = stated[1] if stated else _delimiter(text)
    before = csv.field_size_limit(max(len(text), 1))  # a paragraph may be as long as the file
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from enumerate((tuple(cells) for cells in reader), start=2 if stated else 1)
    except csv.Error as cause:
        message = f"is no worksheet that can be read: {cause} – save it again as CSV"
        raise IngestError(message, path=path, line=reader.line_num) from cause
    finally:
        csv.field_size_limit(before)


def _delimiter(text: str) -> str:
    """The delimiter that parts the header into most cells."""
    header: Sequence[str] = text.split("\n", 1)
    return max(DELIMITERS, key=header[0].count)
