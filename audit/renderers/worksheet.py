"""The worksheet a translator decides on: its columns, a finding as a row of them, and what keeps a cell as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from audit.document import Paragraph
from audit.finding import Finding
from audit.report import Report
from audit.visible import cell_safe

COLUMNS = tuple(
    "article path paragraph start end rule name severity confidence category text suggestion message "
    "back_translation paragraph_text source fingerprint decision edit comment".split()
)
"""The last three are empty: `decision` takes one of DECISIONS, `edit` the wording to put in place, `comment` why."""

DECISIONS = ("accept", "reject", "edit")
DELETE = "(delete)"
"""What `suggestion` says when the span should go, and `edit` may; an empty `suggestion` offers nothing."""

GUARDED = (
    r"'*(?:[=+\-@\t\r]"
    r"|(?!(?:0|[1-9][0-9]{0,14}|0\.[0-9]{1,3}|1\.0)(?![\s\S]))"
    r"(?:[ .,:/%$€£¥()\-]*[0-9][ .,:/%$€£¥()\-+0-9e]*(?:[ap]\.?m\.?)?"
    r"|(?=[\s\S]*[0-9])(?:[a-z]+day,? )?(?:[0-9]{1,4}[ ,./\-]{0,3})?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ ,./\-]{0,3}[0-9]{0,4}[ ,./\-]{0,3}[0-9]{0,4}"
    r"|true|false)(?![\s\S]))"
)
"""Cells a spreadsheet would run as a formula (OWASP, *CSV Injection*) or make another figure or a date of when it opens
the file: `45.000` would come back as 45, `May 3` as 3-May. A whole number of up to 15 digits (as many as a spreadsheet
holds) and a confidence stay as they are. Apostrophes before are counted too, so that taking one away gives the cell
back. Both Python and JavaScript understand it; it goes without regard to case and from the start of the cell."""

_GUARDED = re.compile(GUARDED, re.IGNORECASE)


def rows(report: Report) -> Iterator[tuple[str, ...]]:
    """One row per finding, in order, a cell for each of COLUMNS.

    Nothing in a cell is a control but line ends and tabs, or cannot be encoded; it is not guarded yet.
    """
    paragraphs = {paragraph.index: paragraph for paragraph in report.document.paragraphs}
    for issue in report.issues:
        cells = _cells(report, issue, paragraphs)
        yield tuple(cell_safe(str(cells.get(column, ""))) for column in COLUMNS)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs or turns into a figure: an apostrophe before one that it would."""
    return f"'{cell}" if _GUARDED.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell that `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell, 1) else cell


def _cells(report: Report, issue: Finding, paragraphs: Mapping[int, Paragraph]) -> dict[str, object]:
    document, paragraph = report.document, paragraphs.get(issue.paragraph)
    return {
        "article": document.id,
        "path": document.path or "",
        "paragraph": issue.paragraph,
        "start": issue.start,
        "end": issue.end,
        "rule": issue.rule,
        "name": issue.name,
        "severity": issue.severity.value,
        "confidence": round(issue.confidence, 3),
        "category": issue.category,
        "text": issue.text,
        "suggestion": DELETE if issue.suggestion == "" else issue.suggestion or "",
        "message": issue.message,
        "back_translation": issue.evidence.get("back_translation") or "",
        "paragraph_text": paragraph.text if paragraph else "",
        "source": (paragraph.source or "") if paragraph else "",
        "fingerprint": issue.fingerprint,
    }
