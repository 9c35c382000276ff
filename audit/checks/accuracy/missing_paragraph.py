"""Finds paragraphs of the source that nothing in the article renders."""

from __future__ import annotations

from collections.abc import Iterator

from audit.bitext.words import words
from audit.check import Needs, document_check
from audit.document import Document
from audit.finding import Mark, Severity

TAIL = 3
"""Words marked before the gap."""
SHORT = 4
"""Words below which a paragraph of the source is a label or a date that pages leave out."""


@document_check(
    id="ACC207",
    category="accuracy/omission",
    its_type="omission",
    severity=Severity.MAJOR,
    confidence=0.8,
    needs=frozenset({Needs.SOURCE}),
)
def missing_paragraph(document: Document) -> Iterator[Mark]:
    """A paragraph of the source is not in the article, or a segment of a bilingual file is not translated.

    The paragraphs of both are paired by their content words, names, numbers and lengths; merged and split ones belong
    together. What is left of the source is missing. The end of the paragraph before the gap is marked.

    References: MQM accuracy/omission; Gale & Church 1993, A Program for Aligning Sentences in Bilingual Corpora.
    """
    for gap in document.gaps:
        if len(gap.source.split()) < SHORT and not document.units:
            continue
        told = " ".join(gap.source.split())
        paragraph = document.paragraphs[max(0, gap.after)]
        held = words(paragraph.text)
        if gap.after < 0:
            start, end = paragraph.start, paragraph.start + (held[0].end if held else len(paragraph.text))
        else:
            start = paragraph.start + (held[max(0, len(held) - TAIL)].start if held else 0)
            end = paragraph.end
        where = "after" if gap.after >= 0 else "before"
        message = f"a paragraph of the source is missing {where} this: “{told}”"
        yield Mark(start=start, end=end, message=message, evidence={"missing": told})
