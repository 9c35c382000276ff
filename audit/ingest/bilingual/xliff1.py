"""The segments of a `<file>` of XLIFF 1.x (OASIS XLIFF 1.2, 2008)."""

from __future__ import annotations

from collections.abc import Iterator

from audit.ingest.bilingual.inline import Codes, preserved, text_of
from audit.ingest.bilingual.units import Segment
from audit.ingest.tracing import Traced, untraced
from audit.xml_tree import Element

CODES = Codes(marking=frozenset(("g", "mrk")), standing=frozenset(("ph", "x")), kind="ctype", line_break="lb")
"""`bpt`, `ept`, `it` and `ph` hold native code; the text of a `sub` in them is no part of the sentence."""

_DONE = frozenset(("final", "signed-off"))
"""States in which a person has accepted the translation."""
_TO_DO = frozenset(("new", "needs-translation"))
"""States in which a target that repeats its source is only a template."""


def segments(file: Element, raw: str) -> Iterator[Segment]:
    """Yield the segments to audit: not those that are approved, final or not to be translated."""
    for body in file.elements("body"):
        yield from _below(body, raw, preserve=preserved(file, outer=False))


def _below(element: Element, raw: str, *, preserve: bool) -> Iterator[Segment]:
    for child in element.elements("group", "trans-unit", "bin-unit"):
        if child.get("translate") == "no":
            continue
        inside = preserved(child, outer=preserve)
        if child.name != "trans-unit":
            yield from _below(child, raw, preserve=inside)
        elif child.get("approved") != "yes":
            yield from _unit(child, raw, preserve=inside)


def _unit(unit: Element, raw: str, *, preserve: bool) -> Iterator[Segment]:
    target, own = unit.first("target"), unit.get("id") or ""
    state = (target.get("state") or "") if target is not None else ""
    if state in _DONE:
        return
    parts = _marked(target)
    if not parts:
        source = text_of(unit.first("source"), raw, CODES, preserve=preserve).text
        yield _segment(own, source, text_of(target, raw, CODES, preserve=preserve), state)
        return
    sources = {
        mid: text_of(part, raw, CODES, preserve=preserve).text for mid, part in _marked(unit.first("seg-source"))
    }
    for mid, part in parts:
        yield _segment(f"{own}/{mid}", sources.pop(mid, ""), text_of(part, raw, CODES, preserve=preserve), state)
    for mid, source in sources.items():
        yield Segment(id=f"{own}/{mid}", source=source, target=untraced(""))


def _segment(own: str, source: str, target: Traced, state: str) -> Segment:
    template = state in _TO_DO and target.text == source
    return Segment(id=own, source=source, target=untraced("") if template else target)


def _marked(element: Element | None) -> list[tuple[str, Element]]:
    """The segments that `<mrk mtype="seg">` marks, each with its `mid`."""
    if element is None:
        return []
    marks = (mark for mark in element.walk() if mark.name == "mrk" and mark.get("mtype") == "seg")
    return [(mark.get("mid") or "", mark) for mark in marks]
