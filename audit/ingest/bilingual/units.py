"""Makes one article of the segments of a bilingual file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from audit.document import Document, Unit
from audit.ingest.tracing import PARAGRAPH_BREAK, Traced, Tracer


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A source text and what renders it, traced to the file; a target without a letter is not translated."""

    id: str
    source: str
    target: Traced


def article(base: Document, raw: str, segments: Iterable[Segment]) -> Document:
    """The document whose text is the targets, a blank line between them, and whose source is the sources likewise.

    `base` gives everything else; `raw` is the file the targets are traced to. A segment without any text is left out.
    """
    tracer, units = Tracer(), list[Unit]()
    sources: list[str] = []
    for segment in segments:
        translated = bool(segment.target.text.strip())
        if not translated and not segment.source.strip():
            continue
        if translated and len(tracer):
            tracer.made_up(PARAGRAPH_BREAK)
        start = len(tracer)
        if translated:
            tracer.add(segment.target)
        if segment.source:
            sources.append(segment.source)
        units.append(Unit(start=start, end=len(tracer), source=segment.source, id=segment.id))
    traced = tracer.traced()
    return replace(
        base,
        text=traced.text,
        source=PARAGRAPH_BREAK.join(sources) or None,
        units=tuple(units),
        raw=traced.raw_map(raw),
    )
