"""Where paragraphs begin and end."""

from __future__ import annotations

import re
from statistics import median

_BLOCK = re.compile(r"[^\s\ufeff](?:[^\r\n\u2029]|(?:\r\n?|\n)(?![^\S\r\n]*(?:\r\n?|\n|\Z)))*")
_LINE = re.compile(r"[^\r\n]+")
_ITEM = re.compile(r"\s*(?:[-*•·+]|\d{1,2}[.)]|#{1,6}|>)\s+\S")
WRAP_WIDTH = (45, 100)
"""Median line lengths, in code points, between which a text without blank lines is taken as hard-wrapped."""
WRAPPED_SHARE = 0.5
"""Least share of lines that go on in lower case for a text without blank lines to count as hard-wrapped."""


def split(text: str) -> list[tuple[int, int]]:
    """Spans of the paragraphs, in order, trimmed of white space.

    Blank lines part paragraphs. In a block without one, each line is a paragraph of its own when it is a list item or a
    heading, or when the whole text has no blank line and is not hard-wrapped.
    """
    blocks = [_trim(text, match.span()) for match in _BLOCK.finditer(text)]
    lone = len(blocks) == 1
    return [span for block in blocks for span in _lines(text, block, lone=lone)]


def _lines(text: str, block: tuple[int, int], *, lone: bool) -> list[tuple[int, int]]:
    spans = [_trim(text, match.span()) for match in _LINE.finditer(text, *block)]
    spans = [span for span in spans if span[0] < span[1]]
    pieces = [text[start:end] for start, end in spans]
    if len(spans) > 1 and (any(map(_ITEM.match, pieces)) or _short(pieces) or (lone and not _wrapped(pieces))):
        return spans
    return [block]


def _short(pieces: list[str]) -> bool:
    """Whether the first lines are too short to be wrapped prose: each begins anew and ends without a full stop."""
    return all(len(piece) < WRAP_WIDTH[0] and piece[:1].isupper() for piece in pieces)


def _wrapped(pieces: list[str]) -> bool:
    low, high = WRAP_WIDTH
    goes_on = sum(piece[:1].islower() for piece in pieces[1:])
    return low <= median(map(len, pieces[:-1])) <= high and goes_on >= WRAPPED_SHARE * (len(pieces) - 1)


def _trim(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip("\ufeff \t\r\n\x0b\x0c\xa0")), end - len(piece) + len(piece.rstrip())
