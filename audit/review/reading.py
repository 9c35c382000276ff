"""Reads a worksheet with decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from audit.config import nearest
from audit.errors import IngestError
from audit.ingest.files import cannot_read
from audit.renderers.worksheet import COLUMNS, DECISIONS
from audit.review.cells import Numbered, numbered_rows
from audit.review.row import Row

NEEDED = ("rule", "text", "suggestion", "fingerprint", "decision")
"""Columns without which nothing can be applied; the others may be gone."""


def read_worksheet(path: str) -> tuple[Row, ...]:
    """The rows of a worksheet, CSV or Excel, in order.

    Cells may be parted by commas, semicolons or tabs, and columns may stand in any order. Raises IngestError where the
    file cannot be read, a column is missing, a row is cut short or a decision is none.
    """
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as cause:
        raise cannot_read(path, cause) from cause
    rows = numbered_rows(data, path)
    if not rows:
        raise IngestError("is empty – give the file that audit run --format csv wrote", path=path)
    header = [name.strip().casefold() for name in rows[0][1]]
    _refuse_header(header, path)
    return tuple(_row(numbered, header, path) for numbered in rows[1:])


def _refuse_header(header: Sequence[str], path: str) -> None:
    missing = [name for name in NEEDED if name not in header]
    if missing:
        there = ", ".join(name for name in header if name in COLUMNS) or "none that is known"
        raise IngestError(f"has no column {', '.join(missing)} (there: {there})", path=path, line=1)
    twice = [name for name in COLUMNS if header.count(name) > 1]
    if twice:
        raise IngestError(f"has the column {twice[0]} twice – take one away", path=path, line=1)


def _row(numbered: Numbered, header: Sequence[str], path: str) -> Row:
    number, cells = numbered
    if len(cells) <= header.index("decision"):
        message = f"row {number} ends after {len(cells)} cells of {len(header)} – is the file cut short?"
        raise IngestError(message, path=path)
    held = dict(zip(header, cells, strict=False))
    return Row(
        number=number,
        rule=held["rule"].strip(),
        text=held["text"],
        suggestion=held["suggestion"],
        fingerprint=held["fingerprint"].strip().lower(),
        decision=_decision(held["decision"], number, path),
        edit=held.get("edit", ""),
        comment=held.get("comment", "").strip(),
        article=held.get("article", ""),
        path=held.get("path", ""),
        severity=held.get("severity", "").strip().lower(),
        paragraph_text=held.get("paragraph_text", ""),
        start=_offset(held, "start"),
        end=_offset(held, "end"),
    )


def _decision(cell: str, number: int, path: str) -> str:
    word = cell.strip().casefold()
    if word and word not in DECISIONS:
        known = ", ".join(DECISIONS)
        message = f"row {number}: no decision is called {cell.strip()!r}{nearest(word, DECISIONS)} (one of {known})"
        raise IngestError(message, path=path)
    return word


def _offset(held: Mapping[str, str], column: str) -> int:
    cell = held.get(column, "").strip()
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) < 12 else -1  # noqa: PLR2004 - no text is longer
