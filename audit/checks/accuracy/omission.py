"""Finds places where a sentence or a part of one of the source is missing."""

from __future__ import annotations

from collections.abc import Iterator

from audit.bitext.coverage import Covered, Run, runs, source_covered
from audit.bitext.glossary import renders
from audit.bitext.words import words
from audit.check import Needs, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.paragraph_source import least_difference, length_ratio, passages

SENTENCE, CLAUSE = 0.8, 0.65
"""Confidence of a whole sentence and of a part of one."""
RENDERED = 0.45
"""Share of its content words in the paragraph from which a sentence without its own is told in others."""
SHORTER = 0.5
"""Share of a missing sentence's length by which the paragraph must be shorter than its source lets expect."""
TAIL = 3
"""Words marked before a gap."""


@paragraph_check(
    id="ACC205",
    category="accuracy/omission",
    its_type="omission",
    severity=Severity.MAJOR,
    confidence=CLAUSE,
    needs=frozenset({Needs.SOURCE}),
)
def omission(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A sentence of the source, or a part of one, is not in the translation.

    Machines skip clauses of long sentences, and editors cut. The content words of a paragraph's source are looked for in
    the translation, by a glossary, by form, and in the back-translation; told are sentences and runs of words that are
    not there, where the translation is also shorter by about as much. The words before the gap are marked.

    Bad (es-en):
        The ferries will resume service <v>on Friday morning.</v> ← Los barcos retomarán el servicio el viernes por la mañana. Los colegios permanecerán cerrados hasta el lunes.
    Good (es-en):
        The ferries will resume service on Friday morning, while schools will stay closed until Monday. ← Los barcos retomarán el servicio el viernes por la mañana. Los colegios permanecerán cerrados hasta el lunes.

    References:
        MQM accuracy/omission; Vamvas & Sennrich 2022, As Little as Possible, as Much as Necessary.
    """
    source = paragraph.source
    if source is None or sum(one.source == source for one in document.paragraphs) > 1:
        return  # what one paragraph of a split source lacks, another has
    lacking = len(source) * length_ratio(document) - len(paragraph.text)
    end = 0
    for there, here in passages(paragraph, document):
        if here is not None and there is not None:
            end = here[1]
            yield from _clauses(paragraph, document, there, here)
        elif (
            there is not None
            and lacking >= SHORTER * (there[1] - there[0])
            and _covered(source, paragraph.text, paragraph, document).share(*there) < RENDERED
        ):
            yield _mark(paragraph, end, source[slice(*there)], SENTENCE)


def _clauses(paragraph: Paragraph, document: Document, there: tuple[int, int], here: tuple[int, int]) -> Iterator[Mark]:
    """Marks of the parts of a sentence that are missing, where it is shorter by about as much."""
    source, text = (paragraph.source or "")[slice(*there)], paragraph.text[slice(*here)]
    covered = _covered(source, text, paragraph, document)
    lacking = len(source) * length_ratio(document) - len(text)
    for run in runs(covered, 0, len(source)):
        if lacking >= least_difference(run, source):
            place = here[1] if run.last else here[0] + _before(run, text, document, covered)
            yield _mark(paragraph, place, source[run.start : run.end], CLAUSE)


def _covered(source: str, text: str, paragraph: Paragraph, document: Document) -> Covered:
    """Which words of a source a text has, or the back-translation of its paragraph."""
    more = paragraph.back_translation or ""
    return source_covered(source, text, document.source_lang or "", document.target_lang, more)


def _before(run: Run, text: str, document: Document, covered: Covered) -> int:
    """Where the last word before a gap ends in the translation: its counterpart's, else the end of the sentence."""
    lang = document.source_lang or ""
    for at in range(run.before, max(-1, run.before - TAIL), -1):
        for word in reversed(words(text)):
            if renders(covered.words[at].low, word.low, lang):
                return word.end
    return len(text)


def _mark(paragraph: Paragraph, end: int, missing: str, confidence: float) -> Mark:
    """The words before a gap; those at the beginning of the paragraph where the gap comes first."""
    held = [word for word in words(paragraph.text) if word.start < end]
    if held:
        start = held[max(0, len(held) - TAIL)].start
        close = paragraph.text[held[-1].end : held[-1].end + 2].rstrip(" \n")
        end = held[-1].end + len(close if not close[:1].isalnum() else "")
    else:
        start, end = 0, words(paragraph.text)[0].end if words(paragraph.text) else len(paragraph.text)
    told = " ".join(missing.split())
    message = f"the source goes on: “{told}”" if held else f"the source begins: “{told}”"
    return Mark(start=start, end=end, message=message, confidence=confidence, evidence={"missing": told})
