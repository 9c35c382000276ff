"""Quotation marks of other languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity

_MARKS = frozenset("«»„‟‚")
_OPENING = re.compile(r"(?:«|(?<!\S)[„‟]|(?<!\w)‚(?=\w))\s?[^\s»“”]*")
_CLOSING = re.compile(r"[^\s«„]*\s?»")


@paragraph_check(
    id="LIN114",
    category="linguistic conventions/punctuation",
    its_type="typographical",
    severity=Severity.MINOR,
    confidence=0.95,
    fix="safe",
)
def foreign_quotes(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """Quotation marks of the source language: « », „ “.

    English quotes with “ ” or ‘ ’; a machine copies the marks it does not translate.

    Bad (fr-en):
        <v>« We</v> are punishing people who have worked all their <v>lives »</v>, she said.
        <v>„The</v> whole yard was full of <v>dust“</v> when they came.
    Good (fr-en):
        “We are punishing people who have worked all their lives”, she said.
    """
    text = paragraph.text
    if not _MARKS.intersection(text):
        return
    pairs = [quotation for quotation in paragraph.quotations if quotation.closed and quotation.opening != "»"]
    opened, closed = {q.start for q in pairs}, {q.end - 1 for q in pairs}
    for match in _OPENING.finditer(text):
        yield _mark(match.start(), match.end(), "“" + match[0][1:].lstrip(), paired=match.start() in opened)
    for match in _CLOSING.finditer(text):
        yield _mark(match.start(), match.end(), match[0][:-1].rstrip() + "”", paired=match.end() - 1 in closed)
    for quotation in paragraph.quotations:
        if quotation.opening == "„" and quotation.closing in ("“", '"'):
            lead = re.compile(r"[^\s„]*\Z").search(text, quotation.start + 1, quotation.end)
            start = lead.start() if lead else quotation.end - 1
            yield _mark(start, quotation.end, text[start : quotation.end - 1] + "”", paired=True)


def _mark(start: int, end: int, suggestion: str, *, paired: bool) -> Mark:
    """A mark without a partner may be no quotation mark at all: a separator of links, a quotation that never closes."""
    return Mark(
        start=start,
        end=end,
        message="English does not use this quotation mark",
        suggestion=suggestion,
        fix="safe" if paired else "unsafe",
    )
