"""A connective that the source language uses and English does not."""

from __future__ import annotations

from collections.abc import Iterator

from audit import lexicon_hits
from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity


@paragraph_check(
    id="STY101",
    category="style/unidiomatic",
    its_type="style",
    severity=Severity.MINOR,
    confidence=0.8,
    fix="unsafe",
)
def calque_connective(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A connective that the source language uses and English does not.

    *En ese sentido* links two sentences of a Spanish article where English needs no link at all, or another one.

    Bad (es-en):
        <v>In that sense,</v> Kim reiterated his deep conviction.
    Good (es-en):
        In the sense that matters, Kim was right.
    """
    return lexicon_hits.hits(paragraph, document, "calque-connective")
