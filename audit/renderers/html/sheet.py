"""The worksheet as the page carries it: what the page needs to write the same file as the csv format."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from audit.renderers.worksheet import COLUMNS, DELETE, GUARDED, guarded, rows
from audit.report import Report

_UNSAFE_IN_SCRIPT = re.compile("[<>&\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""What could end the script element or open another (HTML, *Restrictions for contents of script elements*), what older
JavaScript takes for a line end, and what turns the line around where the file itself is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows as JSON that is safe inside a script element; `digest` (16 hex digits) tells one report from others."""

    json: Markup
    digest: str


def sheet(reports: Sequence[Report]) -> Sheet:
    """The worksheet of the reports; the cells are ready for the file, but for those a reader fills in.

    A cell is a place in a list of texts, for a paragraph stands in the row of each of its findings.
    """
    places: dict[str, int] = {}

    def place(text: str) -> int:
        return places.setdefault(text, len(places))

    cells = [[place(guarded(cell)) for cell in row] for report in reports for row in rows(report)]
    remedies = [
        None if issue.suggestion is None else place(issue.suggestion) for report in reports for issue in report.issues
    ]
    spans = [place(issue.text) for report in reports for issue in report.issues]
    content = {
        "columns": COLUMNS,
        "delete": DELETE,
        "guarded": GUARDED,
        "rows": cells,
        "remedies": remedies,
        "spans": spans,
        "texts": list(places),
    }
    digest = hashlib.sha256(_safe(content).encode()).hexdigest()[:16]
    return Sheet(json=Markup(_safe({"digest": digest, **content})), digest=digest)  # noqa: S704 - made safe


def _safe(value: dict[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE_IN_SCRIPT.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
