"""Quotations that never end, or begin twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph, Quotation
from audit.finding import Mark, Severity

_TWO_SINGLES = ("’’", "''", "``")
"""Two single marks that stand for a double one on some keyboards."""
_WORD = re.compile(r".\s?[^\s]*", re.DOTALL)


@paragraph_check(
    id="LIN112",
    category="linguistic conventions/punctuation",
    its_type="typographical",
    severity=Severity.MINOR,
    confidence=0.85,
    roles=PROSE,
)
def unclosed_quote(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A quotation that is never closed, or is opened again before it ends.

    A sentence-by-sentence translator that meets half a quotation drops the mark it cannot pair, or adds one to each sentence.
    A quotation of several paragraphs that opens each and closes only the last is correct and stays silent.

    Bad (es-en):
        He spoke of a conviction <v>“that</v> the heroic army will win. The audience rose and applauded.
        “The mosquito breeds in still water. <v>“It</v> is useless to spray,” he said. Nobody disagreed.
    Good (es-en):
        “We left at noon. Nobody saw us.¶“Then we came back,” he said. They laughed.
        He said: “We left at noon.” They laughed.
    """
    if len(document.paragraphs) == 1 and len(paragraph.sentences) < 2:
        return
    if any(mark in paragraph.text for mark in _TWO_SINGLES):
        return
    for quotation in paragraph.quotations:
        if quotation.closed or quotation.continues or quotation.depth or _continued(paragraph, document):
            continue
        again = _reopened(quotation, paragraph)
        if quotation.opening == '"':
            continue
        start = again.start if again else quotation.start
        word = _WORD.match(paragraph.text, start)
        yield Mark(
            start=start,
            end=word.end() if word else start + 1,
            message="the quotation is opened again before it is closed" if again else "the quotation is never closed",
            suggestion=(word[0][1:] if word and again else None),
        )


def _reopened(quotation: Quotation, paragraph: Paragraph) -> Quotation | None:
    inner = (q for q in paragraph.quotations if q.start > quotation.start and q.opening == quotation.opening)
    return next((q for q in inner if q.opening != "‘" and q.end <= quotation.end), None)


def _continued(paragraph: Paragraph, document: Document) -> bool:
    """Whether the next paragraph closes the quotation without opening one of its own."""
    later = document.paragraphs[paragraph.index + 1 : paragraph.index + 2]
    return any("”" in p.text and "“" not in p.text[: p.text.index("”")] for p in later)
