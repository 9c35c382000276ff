"""Rows and worksheets made by hand for the tests."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from audit.check import context_of
from audit.document import Document
from audit.finding import fingerprint
from audit.review.row import Row
from audit.segmentation.article import segment

NEEDED = ("rule", "text", "suggestion", "fingerprint", "decision")


def article(text: str) -> Document:
    """A segmented document of a text."""
    return segment(Document(id="a.txt", path="a.txt", text=text))


def row(body: str, wanted: str, *, nth: int = 0, number: int = 2, rule: str = "LIN115", **given: Any) -> Row:  # noqa: ANN401 - any field of the value
    """The row of a finding over the n-th place where `wanted` stands in a text, accepted and with a suggestion."""
    start = -1
    for _ in range(nth + 1):
        start = body.index(wanted, start + 1)
    end = start + len(wanted)
    held = article(body)
    paragraph = held.paragraph_at(start)
    defaults: dict[str, Any] = {
        "suggestion": "NEW",
        "decision": "accept",
        "fingerprint": fingerprint(rule, wanted, context_of(held, start, end)),
        "article": "a.txt",
        "path": "a.txt",
        "paragraph_text": paragraph.text if paragraph else "",
        "start": start,
        "end": end,
    }
    return Row(**{**defaults, "number": number, "rule": rule, "text": wanted, **given})


def sheet(rows: Sequence[Mapping[str, str]], *, delimiter: str = ",", line_end: str = "\r\n") -> str:
    """A worksheet as CSV, with the columns of the first row."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter, lineterminator=line_end)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def cells(**given: str) -> dict[str, str]:
    """The cells of a row that can be read."""
    return {"rule": "LIN115", "text": " ,", "suggestion": ",", "fingerprint": "0" * 16, "decision": ""} | given


def saved(path: Path, data: str | bytes) -> str:
    """A file with the data; its path."""
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return str(path)
