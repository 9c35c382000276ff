"""A spreadsheet for the translator: one row per finding, with room for a decision."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from typing import TextIO

from audit.finding import Finding
from audit.report import Report
from audit.visible import cell_safe

COLUMNS = (
    "article path paragraph start end rule name severity confidence category text suggestion message "
    "back_translation paragraph_text fingerprint decision comment"
).split()
DELETE = "(delete)"
"""What `suggestion` says when the span should go; an empty cell offers nothing."""

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""Cells a spreadsheet would run as a formula (OWASP, *CSV Injection*). Apostrophes before are counted too, so that
taking one away gives the cell back."""


class CsvRenderer:
    r"""UTF-8 with a byte order mark and `\r\n`, as Excel wants it (RFC 4180)."""

    name = "csv"

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:  # noqa: ARG002 - the same bytes everywhere
        """Write the header and the findings of each report; `decision` and `comment` are left empty."""
        stream.write("\ufeff")
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for report in reports:
            writer.writerows(map(_cell, _row(report, issue)) for issue in report.issues)


def _row(report: Report, issue: Finding) -> tuple[object, ...]:
    document = report.document
    paragraph = next((p.text for p in document.paragraphs if p.index == issue.paragraph), "")
    return (
        document.id,
        document.path or "",
        issue.paragraph,
        issue.start,
        issue.end,
        issue.rule,
        issue.name,
        issue.severity.value,
        round(issue.confidence, 3),
        issue.category,
        issue.text,
        DELETE if issue.suggestion == "" else issue.suggestion or "",
        issue.message,
        issue.evidence.get("back_translation") or "",
        paragraph,
        issue.fingerprint,
        "",
        "",
    )


def _cell(value: object) -> str:
    text = cell_safe(str(value))
    return f"'{text}" if _FORMULA.match(text) else text
