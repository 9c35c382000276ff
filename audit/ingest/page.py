"""The text of a page as a browser shows it: one traced block a paragraph, whatever the markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audit.document import Role
from audit.ingest.elements import ROOT, Element, OpenElements, elements
from audit.ingest.entities import REFERENCE, add_decoded, add_reference
from audit.ingest.markup import Token, html_tokens
from audit.ingest.tracing import Traced, Tracer

SPACE = "\t\n\f\r "
"""White space that a browser collapses (WHATWG Infra, ASCII white space); a no-break space is not."""

_PIECE = re.compile(rf"[{SPACE}]++|{REFERENCE}|(?:[^{SPACE}&]++(?: (?![{SPACE}&]|\Z))?+)++|&")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph as it shows, and the element it stands in."""

    traced: Traced
    element: Element


def blocks(raw: str, *, preformatted: bool = False) -> Iterator[Block]:
    """Yield the paragraphs of a page or fragment in order, hidden ones too; offsets are into `raw`.

    Block elements and two `<br>` end a paragraph, inline elements add nothing. White space collapses unless it is
    `preformatted`. Hidden text forms blocks of its own.
    """
    return _Reader(raw, preformatted=preformatted).read()


def hints(held: list[Block], spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int, Role], ...]:
    """The roles the elements of blocks mark, as a Document has them; `spans` says where each block is in its text."""
    return tuple(
        (start, end, block.element.role)
        for block, (start, end) in zip(held, spans, strict=True)
        if block.element.role is not None
    )


class _Line:
    """Collects one block; white space is kept back until the next character shows that it is inside."""

    __slots__ = ("_breaks", "_quotations", "_space", "element", "tracer")

    def __init__(self) -> None:
        self.tracer, self.element = Tracer(), ROOT
        self._space: tuple[int, int] | None = None
        self._breaks = self._quotations = 0

    def add(self, raw: str, token: Token, element: Element) -> None:
        if element.preformatted:
            self._settle(element)
            add_decoded(self.tracer, raw, token.start, token.end)
            return
        for match in _PIECE.finditer(raw, token.start, token.end):
            piece, start = match.group(), match.start()
            if piece[0] in SPACE:
                self._space = self._space or match.span()
                continue
            self._settle(element)
            if piece.startswith("&") and len(piece) > 1:
                add_reference(self.tracer, piece, start)
            else:
                self.tracer.copied(piece, start)

    def add_quotation_mark(self, token: Token, element: Element) -> None:
        # A browser draws the marks of <q> itself, the page does not hold them; a stray end tag draws none.
        if not token.closing:
            self._settle(element)
            self._quotations += 1
            self.tracer.made_up("“")
        elif self._quotations:
            self._quotations -= 1
            self.tracer.made_up("”")

    def break_line(self) -> int:
        """Note a `<br>`; returns how many stand here with nothing between them."""
        self._breaks += 1
        return self._breaks

    def _settle(self, element: Element) -> None:
        if not len(self.tracer):
            self.element = element
        elif self._breaks:
            self.tracer.made_up("\n")
        elif self._space:
            self.tracer.stands_for(" ", *self._space)
        self._space, self._breaks = None, 0


class _Reader:
    """Turns tokens into blocks; text hidden inside a line is collected apart and does not break it."""

    __slots__ = ("_hidden", "_open", "_raw", "_visible")

    def __init__(self, raw: str, *, preformatted: bool) -> None:
        self._raw = raw
        self._open = OpenElements(preformatted=preformatted)
        self._visible, self._hidden = _Line(), _Line()

    def read(self) -> Iterator[Block]:
        for token in html_tokens(self._raw):
            if token.inside:
                continue
            if token.name is None:
                self._line.add(self._raw, token, self._open.innermost)
            elif token.name == "br":
                if self._line.break_line() > 1:
                    yield from self._flush()
            elif token.name == "q":
                self._line.add_quotation_mark(token, self._open.innermost)
            else:
                yield from self._tag(token, token.name)
        yield from self._flush(hidden=False)
        yield from self._flush(hidden=True)

    @property
    def _line(self) -> _Line:
        return self._hidden if self._open.innermost.hidden else self._visible

    def _tag(self, token: Token, name: str) -> Iterator[Block]:
        was_hidden = self._open.innermost.hidden
        if name in elements("block"):
            yield from self._flush()
        if token.closing:
            self._open.close(name)
        else:
            self._open.open(token)
        if was_hidden and not self._open.innermost.hidden:
            yield from self._flush(hidden=True)
            if name in elements("block"):
                yield from self._flush(hidden=False)

    def _flush(self, *, hidden: bool | None = None) -> Iterator[Block]:
        hidden = self._open.innermost.hidden if hidden is None else hidden
        line = self._hidden if hidden else self._visible
        if len(line.tracer):
            traced = line.tracer.traced(strip=SPACE)
            if traced.text:
                yield Block(traced=traced, element=line.element)
        if hidden:
            self._hidden = _Line()
        else:
            self._visible = _Line()
