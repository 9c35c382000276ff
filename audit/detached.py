"""An article without the page around it, and its report put back onto the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from audit.document import Document, RawMap
from audit.finding import Finding
from audit.report import Report


def detached(document: Document) -> Document:
    """The article with no more of its raw page than it spans itself: what its audit depends on, wherever it stands."""
    if document.raw is None:
        return document
    low, high = spanned(document.raw)
    own = [None if place is None else (place[0] - low, place[1] - low) for place in document.raw.ranges]
    return replace(document, raw=RawMap(raw=document.raw.raw[low:high], ranges=own))


def spanned(raw: RawMap) -> tuple[int, int]:
    """The range of the raw page from an article's first to its last character there; nothing where it has none."""
    first = next(filter(None, raw.ranges), None)
    last = next(filter(None, reversed(raw.ranges)), None)
    return (first[0], last[1]) if first and last and first[0] < last[1] else (0, 0)


def put_back(report: Report, document: Document) -> Report:
    """The report on a detached article as one on the document itself, each finding with its place in the raw page."""
    return replace(
        report,
        document=replace(report.document, raw=document.raw),
        issues=_placed(report.issues, document.raw),
        accepted=_placed(report.accepted, document.raw),
    )


def _placed(findings: Iterable[Finding], raw: RawMap | None) -> tuple[Finding, ...]:
    return tuple(_at(finding, raw.locate(finding.start, finding.end) if raw else None) for finding in findings)


def _at(finding: Finding, place: tuple[int, int] | None) -> Finding:
    start, end = place or (None, None)
    return replace(finding, raw_start=start, raw_end=end)
