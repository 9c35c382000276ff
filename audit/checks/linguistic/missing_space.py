"""Marks with no space after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import tables, vocabulary
from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity

_CLOSED = re.compile(r"[\w.,!?…]+[”»](?=\w)[A-Za-z]{2,}")
_OPENED = re.compile(r"\b[a-z]{2,}[“«](?=\w)\w+")
_STOP = re.compile(r"(?<![\w@/.-])([A-Za-z]*[a-z]{2})(?:[.!?]|\.-)([A-Z][a-z]*)(?![\w@/.]|’s)")
_COMMA = re.compile(r"(?<![\w@&/.-])([^\W\d_]+\)?)[,;:]([a-z]{2,})(?![\w@/])")
_BRACKET = re.compile(r"\([^()\s]{1,40}\)(?:\.-)?([A-Za-z][a-z]+)|([a-z]{3,})\([A-Z][^()]{1,40}\)")
_ANY = re.compile(r"[.!?,;:”»)-][A-Za-z“]|[a-z][“«(]|\)\.-")
"""What every fault holds: paragraphs without it are passed over."""
_TIGHT = re.compile(r"(?<=[”.,;:!?)»-])(?=[A-Za-z“])|(?<=[a-z])(?=[“«(])")
_DASHED = re.compile(r"\(\w{2,12}\)\.?[-–—](?=[A-Z])\w+")

LEAST_LETTERS_SURE = 3
"""Letters of a word on either side of a comma from which the two are prose: `x,y` and `a;b` are not."""


@paragraph_check(
    id="LIN116",
    category="linguistic conventions/punctuation",
    its_type="whitespace",
    severity=Severity.MINOR,
    confidence=0.9,
    fix="unsafe",
)
def missing_space(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A word that follows a mark with no space between them.

    Where the page had a link, a bold word or a line break, the space went with the tag.

    Bad (es-en):
        “We have nothing to say on this <v>issue”declared</v> the spokesman.
        The agency (Aemet),<v>which</v> keeps six provinces on alert, agreed.
        The talks came to an <v>end.The</v> delegates left.
    Good (es-en):
        “We have nothing to say on this issue,” declared the spokesman.
        Visit example.com, or write Node.js, e.g. at 10:30, said the U.S. agency.
    """
    text = paragraph.text
    if not _ANY.search(text):
        return
    yield from _beside_quotations(paragraph)
    for match in _STOP.finditer(text):
        if vocabulary.known(match[1]) and vocabulary.english().get(match[2].lower(), 0) > 50:
            yield _mark(match.start(), match.end(), text)
    for match in _COMMA.finditer(text):
        if vocabulary.english().get(match[2], 0) > 50 and text[match.start(2) - 1] != ":":
            yield _mark(match.start(2), match.end(), text, before=True, sure=_sure(match[1], match[2]))
    for match in _BRACKET.finditer(text):
        word = match[1] or match[2]
        if vocabulary.english().get(word.lower(), 0) > 1000 and not (match[2] and len(match[2]) < 4):
            yield _mark(match.start(), match.end(), text)


def _beside_quotations(paragraph: Paragraph) -> Iterator[Mark]:
    text = paragraph.text
    closing = {quotation.end - 1 for quotation in paragraph.quotations if quotation.closed}
    for match in _CLOSED.finditer(text):
        mark = max(match[0].rfind(one) for one in "”»")
        sure = match[0][mark + 1].islower() and match.start() + mark in closing
        yield _mark(match.start(), match.end(), text, sure=sure)
    for pattern in (_OPENED, _DASHED):
        for match in pattern.finditer(text):
            yield _mark(match.start(), match.end(), text)


def _sure(one: str, other: str) -> bool:
    """Whether both words are plain English and long enough to be no part of an address, a formula or a code."""
    known = vocabulary.known(one.lower()) or other in tables.column("function_words")
    return min(len(one), len(other)) >= LEAST_LETTERS_SURE and known


def _mark(start: int, end: int, text: str, *, before: bool = False, sure: bool = False) -> Mark:
    lead = " " if before else ""
    right = lead + _TIGHT.sub(" ", text[start:end])
    message = "a space is missing here"
    return Mark(start=start, end=end, message=message, suggestion=right, fix="safe" if sure else "unsafe")
