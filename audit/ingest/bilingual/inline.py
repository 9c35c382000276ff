"""The text of a segment among its inline codes, traced to the file; the codes are kept out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from audit.ingest.tracing import Traced, Tracer
from audit.xml_tree import XML, Element, Text

SPACE = " \t\r\n"
"""White space of XML (XML 1.0, 2.3)."""

_PIECE = re.compile(r"[^&]++|&([^;]*);")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_HEX = re.compile("(?:0?[0-9a-fA-F]|10)?[0-9a-fA-F]{1,4}")
_WRAPPED = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """Which inline elements of a format are what.

    The content of the `marking` ones is text; any other is native code. A code whose attribute `kind` is `line_break`
    ends a line.
    """

    marking: frozenset[str]
    kind: str
    line_break: str


def preserved(element: Element, *, outer: bool) -> bool:
    """Whether white space inside an element counts; `outer` is what holds around it (XML 1.0, 2.10)."""
    stated = element.get("space", XML)
    return outer if stated is None else stated == "preserve"


def text_of(element: Element | None, raw: str, codes: Codes, *, preserve: bool) -> Traced:
    """The text of a segment without white space at its ends; none where there is no element.

    Codes add nothing, a line break aside. Where white space is not `preserve`d, a line end and the indentation around
    it are one space.
    """
    tracer = Tracer()
    if element is not None:
        _add(tracer, element, raw, codes, preserve=preserved(element, outer=preserve))
    return tracer.traced(strip=SPACE)


def _add(tracer: Tracer, element: Element, raw: str, codes: Codes, *, preserve: bool) -> None:
    for child in element.children:
        if isinstance(child, Text):
            _add_text(tracer, child, raw, preserve=preserve)
        elif child.space == element.space and child.name in codes.marking:
            _add(tracer, child, raw, codes, preserve=preserve)
        elif child.get(codes.kind) == codes.line_break:
            tracer.made_up("\n")
        elif child.name == "cp" and _HEX.fullmatch(code := child.get("hex") or ""):
            # XLIFF 2 writes so what XML cannot hold.
            tracer.stands_for(chr(int(code, 16)), child.start, child.end)


def _add_text(tracer: Tracer, text: Text, raw: str, *, preserve: bool) -> None:
    position = text.start
    if not preserve:
        for wrapped in _WRAPPED.finditer(raw, text.start, text.end):
            _add_line(tracer, raw, position, wrapped.start(), verbatim=text.verbatim)
            tracer.stands_for(" ", *wrapped.span())
            position = wrapped.end()
    _add_line(tracer, raw, position, text.end, verbatim=text.verbatim)


def _add_line(tracer: Tracer, raw: str, start: int, end: int, *, verbatim: bool) -> None:
    if verbatim:
        tracer.copied(raw[start:end], start)
        return
    for piece in _PIECE.finditer(raw, start, end):
        if piece[1] is None:
            tracer.copied(piece[0], piece.start())
        else:
            tracer.stands_for(_decoded(piece[1]), *piece.span())


def _decoded(name: str) -> str:
    if not name.startswith("#"):
        return _NAMED.get(name, "")
    return chr(int(f"0{name[1:]}", 16)) if name.startswith("#x") else chr(int(name[1:]))
