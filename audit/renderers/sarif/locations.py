"""Where a finding stands, as SARIF tells it: its file, its region there, its paragraph, its article or segment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from audit.document import Document
from audit.finding import Finding
from audit.renderers.places import Place, place, span
from audit.renderers.quoting import shortened
from audit.visible import visible

LONGEST_CONTEXT = 2000
"""Code points of a paragraph that its findings repeat as context: more than any paragraph of a newspaper has."""
NOWHERE = {"startLine": 1}
"""The region of what has no place in its file."""
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """Finds the places in one article; `artifact` is the location of its file."""

    document: Document
    artifact: dict[str, Any]
    _paragraphs: dict[int, tuple[int, int, dict[str, Any]] | None] = field(default_factory=dict)
    _segments: dict[int, str] = field(default_factory=dict)

    def location(self, finding: Finding) -> dict[str, Any]:
        """The `location` of a finding."""
        physical: dict[str, Any] = {"artifactLocation": self.artifact, "region": self.region(finding)}
        if (context := self._context(finding)) is not None:
            physical["contextRegion"] = context
        return {"physicalLocation": physical, **self._logical(finding)}

    def whole(self) -> dict[str, Any]:
        """The `location` of what belongs to the article and has no place in it."""
        physical = {"artifactLocation": self.artifact, "region": NOWHERE}
        return {"physicalLocation": physical, **self._logical(None)}

    def region(self, finding: Finding) -> dict[str, Any]:
        """The `region` of a finding in its file, the first line where it stands nowhere there."""
        if self._nowhere(finding):
            return NOWHERE
        return region(self._text, place(finding, self.document))

    @property
    def _text(self) -> str:
        return self.document.text if self.document.raw is None else self.document.raw.raw

    def _nowhere(self, finding: Finding) -> bool:
        return self.document.raw is not None and (finding.raw_start is None or finding.raw_end is None)

    def _context(self, finding: Finding) -> dict[str, Any] | None:
        """The region of the finding's paragraph, where that is more than the finding."""
        if finding.paragraph not in self._paragraphs:
            self._paragraphs[finding.paragraph] = self._paragraph(finding.paragraph)
        held = self._paragraphs[finding.paragraph]
        if held is None or self._nowhere(finding):
            return None
        low, high, context = held
        inside = place(finding, self.document)
        start, end = inside.offset, inside.offset + inside.length
        return context if low <= start <= end <= high and (low, high) != (start, end) else None

    def _paragraph(self, index: int) -> tuple[int, int, dict[str, Any]] | None:
        """Where a paragraph begins and ends in the file, and its region."""
        if index >= len(self.document.paragraphs):
            return None
        held = self.document.paragraphs[index]
        raw = self.document.raw
        found = (held.start, held.end) if raw is None else raw.locate(held.start, held.end)
        return found and (*found, region(self._text, span(self._text, *found), longest=LONGEST_CONTEXT))

    def _logical(self, finding: Finding | None) -> dict[str, Any]:
        """The entry of a feed that the article is, or the segment of a bilingual file that the finding is in."""
        document = self.document
        if document.path is not None and document.id != document.path:
            title = shortened(document.meta.get("title", ""))
            known: dict[str, Any] = {"properties": {"title": title}} if title else {}
            return {"logicalLocations": [{**_named(document.id, "article"), **known}]}
        if finding is not None and (segment := self._segment(finding)):
            return {"logicalLocations": [_named(segment, "segment")]}
        return {}

    def _segment(self, finding: Finding) -> str | None:
        if not self.document.units or finding.paragraph >= len(self.document.paragraphs):
            return None
        if not self._segments:
            self._segments.update((unit.start, unit.id) for unit in self.document.units if unit.end > unit.start)
        return self._segments.get(self.document.paragraphs[finding.paragraph].start)


def region(text: str, place: Place, *, longest: int | None = None) -> dict[str, Any]:
    """The `region` of a place in a text; what it holds is told where that is no longer than `longest` code points.

    A byte order mark counts as nothing (SARIF 2.1.0, 3.30.2).
    """
    mark = text.startswith(_MARK)
    start, end = max(place.offset, mark), max(place.offset + place.length, mark)
    held = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": start - mark,
        "charLength": end - start,
    }
    told = longest is None or end - start <= longest
    return {**held, "snippet": {"text": text[start:end]}} if told else held


def _named(name: str, kind: str) -> dict[str, Any]:
    shown = visible(name)
    return {"name": shown, "fullyQualifiedName": shown, "kind": kind}
