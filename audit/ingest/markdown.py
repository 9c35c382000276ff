"""Reads Markdown as it is written, with hints where its marks say what a line is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from audit.document import Document, Role

# CommonMark 0.31: ATX headings 4.2, setext underlines 4.3, fences 4.5, block quotes 5.1, list items 5.2.
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]|\r?\n?\Z)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*\r?\n?\Z")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^\r\n]*)")
_QUOTE = re.compile(r" {0,3}>")
_ITEM = re.compile(r"[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+\S")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:[^\r\n]*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")

Hint = tuple[int, int, Role]


def read_markdown(text: str, base: Document) -> Iterator[Document]:
    """Yield the one article of a Markdown file, its marks part of the text; `base` gives id, path and languages."""
    yield replace(base, text=text, hints=tuple(_hints(text)))


def _hints(text: str) -> Iterator[Hint]:
    """Front matter is residue; a first-level heading is a headline; what is fenced is left alone."""
    position = 0
    if front := _FRONT_MATTER.match(text):
        position = front.end()
        yield 0, position, Role.RESIDUE
    prose: int | None = None
    for start, line in _unfenced(text, position):
        end = start + len(line)
        if prose is not None and (underline := _UNDERLINE.match(line)):
            yield prose, end, Role.HEADLINE if underline[1][0] == "=" else Role.HEADING
            prose = None
        elif (role := _role(line)) is not None:
            yield start, end, role
            prose = None
        else:
            prose = (start if prose is None else prose) if line.strip() else None


def _unfenced(text: str, position: int) -> Iterator[tuple[int, str]]:
    """The lines outside fenced code with their starts; a fence stands as an empty line."""
    fence = ""
    for match in _LINE.finditer(text, position):
        line = match.group()
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not mark[2].strip():
                fence = ""
        elif mark and not (mark[1][0] == "`" and "`" in mark[2]):
            fence = mark[1]
            yield match.start(), ""
        else:
            yield match.start(), line


def _role(line: str) -> Role | None:
    line = line.removeprefix("\ufeff")
    if heading := _ATX.match(line):
        return Role.HEADLINE if heading[1] == "#" else Role.HEADING
    if _QUOTE.match(line):
        return Role.QUOTE
    return Role.LIST_ITEM if _ITEM.match(line) else None
