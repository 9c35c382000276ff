"""What each paragraph is on the page: told by the format, by its place, or by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit import residue
from audit.document import Document, Paragraph, Role

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"(?:\w+,?\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\s+(?:of\s+)?{_MONTH}),?\s+(?:of\s+)?\d{{4}}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:by|text by|words by|written by)\s*:?\s+[A-ZÀ-Þ][^.!?]*", re.IGNORECASE)
_TERMINAL = re.compile(r"[.!?…:][”\"’»)\]*]*\s*\Z")
_ITEM = re.compile(r"(?:[-*•·+]|\d{1,2}[.)])\s+\S")
HEADING_WORDS = 16
"""Most words of a line without final punctuation that still reads as a headline or heading (60 news pages: 16)."""
DATELINE_WORDS = 9
CAPTION_WORDS = 32
CAPTION = re.compile(
    r"(?:photo|picture|image|file photo|archive|pictured|video|graphic)\b.{0,12}[:|]"
    r"|.*\((?:photo|AFP|EFE|AP|Reuters|Getty)",
    re.IGNORECASE,
)


def roles(document: Document, paragraphs: Sequence[Paragraph]) -> list[Role]:
    """The role of each paragraph, in order."""
    held: list[Role] = []
    for paragraph in paragraphs:
        held.append(_hinted(document, paragraph) or _guessed(paragraph, held))
    return held


def _hinted(document: Document, paragraph: Paragraph) -> Role | None:
    headline = residue.may_be_headline(paragraph.index, paragraph.words)
    if residue.is_residue(paragraph.text) and not headline:
        return Role.RESIDUE
    middle = (paragraph.start + paragraph.end) // 2
    return next((role for start, end, role in document.hints if start <= middle < end), None)


def _guessed(paragraph: Paragraph, before: list[Role]) -> Role:  # noqa: PLR0911 - a decision list
    text = paragraph.text
    words = paragraph.words
    if words <= DATELINE_WORDS and (date := _DATE.search(text)) and len(date[0]) * 2 > len(text.strip()) * 0.8:
        return Role.DATELINE
    if words <= DATELINE_WORDS and _BYLINE.fullmatch(text.strip()):
        return Role.BYLINE
    if _ITEM.match(text):
        return Role.LIST_ITEM
    if words <= CAPTION_WORDS and CAPTION.match(text):
        return Role.CAPTION
    if _TERMINAL.search(text) and not (text.rstrip().endswith("?") and words <= HEADING_WORDS and text[0] not in '“"”'):
        return Role.QUOTE if _wholly_quoted(text) else Role.BODY
    if words > HEADING_WORDS:
        return Role.BODY if Role.HEADLINE in before or words > HEADING_WORDS * 2 else Role.HEADLINE
    if all(role in _FURNITURE for role in before):
        return Role.HEADLINE
    return Role.HEADING


_FURNITURE = frozenset({Role.HEADLINE, Role.DATELINE, Role.BYLINE, Role.RESIDUE})


def _wholly_quoted(text: str) -> bool:
    inner = text.strip()
    return inner[:1] in '“"«„' and inner.rstrip(".")[-1:] in '”"»' and not re.search(r"[”\"»]", inner[1:-2])
