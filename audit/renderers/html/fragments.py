"""Cuts a paragraph where findings begin and end, so that overlapping and nested spans can all be shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from audit.document import Paragraph
from audit.finding import Finding, Severity
from audit.renderers.html.glyphs import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A finding with its place on the page (`index`, from 0) and its number in the article (from 1)."""

    index: int
    number: int
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A piece of a paragraph under the same findings; `ending` are those whose span ends with it.

    `severity` is the worst of the findings, None where there is none; `findings` are their places on the page.
    """

    text: Markup
    severity: Severity | None = None
    findings: tuple[int, ...] = ()
    ending: tuple[Numbered, ...] = ()


def fragments(paragraph: Paragraph, held: Sequence[Numbered]) -> Iterator[Fragment]:
    """The pieces of a paragraph in order; together they are its whole text."""
    spans = {one.index: _within(paragraph, one.finding) for one in held}
    cuts = sorted({0, len(paragraph.text), *(at for span in spans.values() for at in span)})
    starting, ending = _at(held, spans, 0), _at(held, spans, 1)
    active: dict[int, Numbered] = {}
    for start, end in pairwise(cuts):
        active |= {one.index: one for one in starting.get(start, ())}
        closed = tuple(ending.get(end, ()))
        yield Fragment(
            text=shown(paragraph.text[start:end]),
            severity=max((one.finding.severity for one in active.values()), key=lambda one: one.weight, default=None),
            findings=tuple(active),
            ending=closed,
        )
        for one in closed:
            active.pop(one.index, None)


def _within(paragraph: Paragraph, finding: Finding) -> tuple[int, int]:
    """The part of a span that lies in the paragraph, as offsets into its text."""
    start, end = (max(0, min(at - paragraph.start, len(paragraph.text))) for at in (finding.start, finding.end))
    return start, end


def _at(held: Sequence[Numbered], spans: Mapping[int, tuple[int, int]], side: int) -> dict[int, list[Numbered]]:
    """The findings whose span begins (side 0) or ends (side 1) at an offset."""
    places: dict[int, list[Numbered]] = {}
    for one in held:
        start, end = span = spans[one.index]
        if start < end:
            places.setdefault(span[side], []).append(one)
    return places
