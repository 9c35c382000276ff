"""Finds paragraphs of the source that nothing in the article renders."""

from __future__ import annotations

from collections.abc import Iterator

from audit.bitext.words import words
from audit.check import Needs, document_check
from audit.document import Document, Gap
from audit.finding import Mark, Severity

DOUBTFUL, FREE = 0.4, 2
"""Confidence where a paragraph without a source stands beside the gap, and how much shorter it may be."""
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

    Bad (es-en):
        The mayor closed the bridge <v>on Tuesday evening.</v>¶The repair will cost two million euros. ← El alcalde cerró el puente el martes por la noche.¶Los vecinos protestaron delante del ayuntamiento con pancartas.¶La reparación costará dos millones de euros.
    Good (es-en):
        The mayor closed the bridge on Tuesday evening.¶The repair will cost two million euros. ← El alcalde cerró el puente el martes por la noche. La reparación costará dos millones de euros.

    References:
        MQM accuracy/omission; Gale & Church 1993, A Program for Aligning Sentences in Bilingual Corpora.
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
        confidence = DOUBTFUL if _perhaps_there(gap, document) else None
        yield Mark(start=start, end=end, message=message, confidence=confidence, evidence={"missing": told})


def _perhaps_there(gap: Gap, document: Document) -> bool:
    """Whether a paragraph beside the gap renders nothing else, and may be a free rendering of what seems to be missing."""
    beside = document.paragraphs[max(0, gap.after) : gap.after + 2]
    return any(one.source is None and len(one.text) * FREE > len(gap.source) for one in beside)
