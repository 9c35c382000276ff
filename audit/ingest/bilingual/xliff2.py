"""The segments of a `<file>` of XLIFF 2.x (OASIS XLIFF 2.1, 2018)."""

from __future__ import annotations

from collections.abc import Iterator

from audit.ingest.bilingual.inline import Codes, preserved, text_of
from audit.ingest.bilingual.units import Segment
from audit.ingest.tracing import untraced
from audit.xml_tree import Element

CODES = Codes(marking=frozenset(("mrk", "pc")), standing=frozenset(("ph",)), kind="subType", line_break="xlf:lb")

_DONE = "final"
"""The state in which a person has accepted the translation."""
_TO_DO = "initial"
"""The state in which a target that repeats its source is only a template."""


def segments(file: Element, raw: str) -> Iterator[Segment]:
    """Yield the segments to audit: not those that are final or not to be translated."""
    if file.get("translate") != "no":
        yield from _below(file, raw, preserve=preserved(file, outer=False), translate=True)


def _below(element: Element, raw: str, *, preserve: bool, translate: bool) -> Iterator[Segment]:
    for child in element.elements("group", "unit"):
        stated = child.get("translate")
        inside, wanted = preserved(child, outer=preserve), translate if stated is None else stated == "yes"
        if child.name == "group":
            yield from _below(child, raw, preserve=inside, translate=wanted)
        elif wanted:
            yield from _unit(child, raw, preserve=inside)


def _unit(unit: Element, raw: str, *, preserve: bool) -> Iterator[Segment]:
    held = list(unit.elements("segment"))
    for number, segment in enumerate(held, start=1):
        state = segment.get("state") or ""
        if state == _DONE:
            continue
        source = text_of(segment.first("source"), raw, CODES, preserve=preserve).text
        target = text_of(segment.first("target"), raw, CODES, preserve=preserve)
        own = unit.get("id") or ""
        yield Segment(
            id=f"{own}/{segment.get('id') or number}" if held[1:] else own,
            source=source,
            target=untraced("") if state == _TO_DO and target.text == source else target,
        )
