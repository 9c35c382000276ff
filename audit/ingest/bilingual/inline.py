"""The text of a segment among its inline codes, traced to the file; the codes are kept out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from audit.ingest.tracing import Traced, Tracer, untraced
from audit.xml_tree import XML, Element, Text

SPACE = " \t\r\n"
"""White space of XML (XML 1.0, 2.3)."""

_PIECE = re.compile(r"[^&]++|&([^;]*);")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_HEX = re.compile("(?:0?[0-9a-fA-F]|10)?[0-9a-fA-F]{1,4}")
_WRAPPED = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")


_HOLDER = "\ufffc"
"""Object replacement character: what Unicode has for a thing that stands in the text and is no text."""
_CLOSES = frozenset(SPACE + ",.;:!?…)]}”’»%")


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """Which inline elements of a format are what.

    The content of the `marking` ones is text; any other is native code. Those `standing` alone may be an image or a
    name; one whose attribute `kind` is `line_break` ends a line.
    """

    marking: frozenset[str]
    standing: frozenset[str]
    kind: str
    line_break: str


def preserved(element: Element, *, outer: bool) -> bool:
    """Whether white space inside an element counts; `outer` is what holds around it (XML 1.0, 2.10)."""
    stated = element.get("space", XML)
    return outer if stated is None else stated == "preserve"


def text_of(element: Element | None, raw: str, codes: Codes, *, preserve: bool) -> Traced:
    """The text of a segment without white space at its ends; none where there is no element, or nothing but codes.

    Codes add nothing, so that a word they cut stays one; but a line break is one, and U+FFFC stands for a code that
    stood like a word (else `for {0}, and` would read `for , and`). Where white space is not `preserve`d, a line end and
    the indentation around it are one space.
    """
    reader = _Reader(raw, codes)
    if element is not None:
        reader.add(element, preserve=preserved(element, outer=preserve))
    traced = reader.tracer.traced(strip=SPACE)
    return traced if traced.text.strip(SPACE + _HOLDER) else untraced("")


class _Reader:
    """Collects text; a code that may stand like a word waits for what follows it."""

    __slots__ = ("_codes", "_last", "_raw", "_waits", "tracer")

    def __init__(self, raw: str, codes: Codes) -> None:
        self._raw, self._codes = raw, codes
        self.tracer = Tracer()
        self._last, self._waits = " ", False

    def add(self, element: Element, *, preserve: bool) -> None:
        for child in element.children:
            if isinstance(child, Text):
                self._text(child, preserve=preserve)
            elif child.space == element.space and child.name in self._codes.marking:
                self.add(child, preserve=preserve)
            else:
                self._code(child)

    def _code(self, code: Element) -> None:
        if code.get(self._codes.kind) == self._codes.line_break:
            self.tracer.made_up("\n")
            self._last, self._waits = "\n", False
        elif code.name == "cp" and _HEX.fullmatch(written := code.get("hex") or ""):
            # XLIFF 2 writes so what XML cannot hold.
            self.tracer.stands_for(chr(int(written, 16)), code.start, code.end)
        elif code.name in self._codes.standing and self._last in SPACE:
            self._waits = True

    def _text(self, text: Text, *, preserve: bool) -> None:
        if text.start == text.end:
            return
        if self._waits and self._raw[text.start] in _CLOSES:
            self.tracer.made_up(_HOLDER)
        self._last, self._waits = self._raw[text.end - 1], False
        position = text.start
        if not preserve:
            for wrapped in _WRAPPED.finditer(self._raw, text.start, text.end):
                self._line(position, wrapped.start(), verbatim=text.verbatim)
                self.tracer.stands_for(" ", *wrapped.span())
                position = wrapped.end()
        self._line(position, text.end, verbatim=text.verbatim)

    def _line(self, start: int, end: int, *, verbatim: bool) -> None:
        if verbatim:
            self.tracer.copied(self._raw[start:end], start)
            return
        for piece in _PIECE.finditer(self._raw, start, end):
            if piece[1] is None:
                self.tracer.copied(piece[0], piece.start())
            else:
                self.tracer.stands_for(_decoded(piece[1]), *piece.span())


def _decoded(name: str) -> str:
    if not name.startswith("#"):
        return _NAMED.get(name, "")
    return chr(int(f"0{name[1:]}", 16)) if name.startswith("#x") else chr(int(name[1:]))
