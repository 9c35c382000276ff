"""Cuts delimited text (RFC 4180, and TSV) into cells that know their place; takes time linear in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from audit.errors import IngestError
from audit.ingest.tracing import Traced, Tracer

TAB = "\t"
_END = re.compile(r"\r\n|\n|\r")
_PIECE = re.compile(r'[^"]++|""|"')
_CLOSED = re.compile(r'"(?:[^"]++|"")*+"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The content of a cell, from `start` to `end`; in a quoted one `""` stands for `"`."""

    start: int
    end: int
    quoted: bool

    def text(self, raw: str) -> str:
        """The characters it holds."""
        written = raw[self.start : self.end]
        return written.replace('""', '"') if self.quoted else written

    def traced(self, raw: str, *, strip: str = "") -> Traced:
        """Its characters with their places, without those of `strip` at either end."""
        tracer = Tracer()
        if not self.quoted:
            tracer.copied(raw[self.start : self.end], self.start)
        else:
            for piece in _PIECE.finditer(raw, self.start, self.end):
                if piece[0] == '""':
                    tracer.stands_for('"', *piece.span())
                else:
                    tracer.copied(piece[0], piece.start())
        return tracer.traced(strip=strip)


def records(raw: str, delimiter: str, path: str | None) -> Iterator[tuple[Cell, ...]]:
    """Yield the cells of each record, in order; a byte order mark is no part of the first.

    A quotation mark quotes where the cell ends after its pair, else it is a character like any other. Raises
    IngestError with the line where one is never closed; in tab-separated text it need not be.
    """
    quoted, plain = _patterns(delimiter)
    position = 1 if raw.startswith("\ufeff") else 0
    cells: list[Cell] = []
    while position < len(raw) or cells:
        found = quoted.match(raw, position)
        if found is None and delimiter != TAB and raw.startswith('"', position) and not _CLOSED.match(raw, position):
            line = len(_END.findall(raw, 0, position)) + 1
            raise IngestError("a quotation mark opens a cell and is never closed – close it", path=path, line=line)
        match = found or plain.match(raw, position)
        start, end = match.span(1) if match else (position, position)
        cells.append(Cell(start=start, end=end, quoted=found is not None))
        position = match.end() if match else position
        if raw.startswith(delimiter, position):
            position += 1
            continue
        yield tuple(cells)
        cells = []
        ended = _END.match(raw, position)
        position = ended.end() if ended else position


@cache
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    mark = re.escape(delimiter)
    return re.compile(rf'"((?:[^"]++|"")*+)"(?=[{mark}\r\n]|\Z)'), re.compile(rf"([^{mark}\r\n]*+)")
