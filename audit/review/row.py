"""A row of a worksheet that comes back: what was found, and what was decided on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One finding with its decision.

    `number` is the row as the spreadsheet counts it, the header being 1. `decision` is `accept`, `reject`, `edit` or
    empty. `start` and `end` are code points into the article as it was audited, -1 where the sheet has lost them.
    """

    number: int
    rule: str
    text: str
    suggestion: str
    fingerprint: str
    decision: str
    edit: str = ""
    comment: str = ""
    article: str = ""
    path: str = ""
    severity: str = ""
    paragraph_text: str = ""
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A row that was not applied, and why."""

    row: Row
    reason: str

    def __str__(self) -> str:
        """One line: row, rule, text, why."""
        return f"row {self.row.number}: {self.row.rule} “{self.row.text}”: {self.reason}"
