"""Finds what the translation says and the source does not."""

from __future__ import annotations

from collections.abc import Iterator

from audit.bitext.coverage import Covered, runs, target_covered
from audit.check import Needs, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.paragraph_source import least_difference, length_ratio, passages

SENTENCE, CLAUSE = 0.75, 0.6
"""Confidence of a whole sentence and of a part of one."""
LONGER = 0.5
"""Share of an added sentence's length by which the paragraph must be longer than its source lets expect."""
RENDERED = 0.4
"""Share of its content words in the source from which a sentence without its own renders others."""


@paragraph_check(
    id="ACC206",
    category="accuracy/addition",
    its_type="addition",
    severity=Severity.MAJOR,
    confidence=CLAUSE,
    needs=frozenset({Needs.SOURCE}),
)
def addition(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A sentence of the translation, or a part of one, is not in the source.

    Neural models add what often follows in their training text. The content words of a paragraph are looked for in its
    source; told are sentences and runs of words that are not there, where the translation is longer by about as much.

    Bad (es-en):
        The mayor closed the bridge on Tuesday. <v>Local shopkeepers applauded the decision warmly.</v> ← El alcalde cerró el puente el martes.
    Good (es-en):
        The mayor closed the bridge on Tuesday. ← El alcalde cerró el puente el martes.

    References:
        MQM accuracy/addition; Vamvas & Sennrich 2022, As Little as Possible, as Much as Necessary.
    """
    source = paragraph.source
    if source is None:
        return
    surplus = len(paragraph.text) - len(source) * length_ratio(document)
    for there, here in passages(paragraph, document):
        if here is not None and there is not None:
            yield from _clauses(paragraph, document, there, here)
        elif (
            here is not None
            and surplus >= LONGER * (here[1] - here[0])
            and _covered(source, paragraph.text, document).share(*here) < RENDERED
        ):
            yield _mark(*here, SENTENCE)


def _clauses(paragraph: Paragraph, document: Document, there: tuple[int, int], here: tuple[int, int]) -> Iterator[Mark]:
    """Marks of the parts of a sentence that were added, where it is longer by about as much."""
    source, text = (paragraph.source or "")[slice(*there)], paragraph.text[slice(*here)]
    covered = _covered(source, text, document)
    surplus = len(text) - len(source) * length_ratio(document)
    for run in runs(covered, 0, len(text)):
        if surplus >= least_difference(run, source):
            yield _mark(here[0] + run.start, here[0] + run.end, CLAUSE)


def _covered(source: str, text: str, document: Document) -> Covered:
    """Which words of a text its source has."""
    return target_covered(source, text, document.source_lang or "", document.target_lang)


def _mark(start: int, end: int, confidence: float) -> Mark:
    return Mark(start=start, end=end, message="the source does not say this", confidence=confidence)
