"""Which findings are news to the reader, and which of them come first."""

from __future__ import annotations

from audit.finding import Finding
from audit.report import Report


def is_new(finding: Finding) -> bool:
    """Whether neither the baseline knows it nor anybody let it stand."""
    return not finding.known and finding.accepted is None


def new(report: Report) -> list[Finding]:
    """The findings that are new, in order of position; all of them where there is no baseline."""
    return [issue for issue in report.issues if is_new(issue)]


def known(report: Report) -> list[Finding]:
    """The findings that somebody has seen: those the baseline knows, and those let stand, in order of position."""
    held = [*(issue for issue in report.issues if not is_new(issue)), *report.accepted]
    return sorted(held, key=lambda finding: (finding.start, finding.end))


def gravity(finding: Finding) -> tuple[int, float]:
    """A key that sorts the gravest findings first, among equals the surest."""
    return -finding.severity.weight, -finding.confidence
