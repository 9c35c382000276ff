"""Finds numbers that are not those of the source."""

from __future__ import annotations

from collections.abc import Iterator

from audit.check import Needs, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.quantities.matching import Leftovers, compared, equal, likeness
from audit.quantities.quantity import Quantity
from audit.quantities.reading import quantities
from audit.quantities.writing import written

ALONE, BOTH, WORDS = 0.6, 0.9, 0.75
"""Confidence of a number that the source has nothing for, of one in figures that stands for another, and of words."""
SMALL = 10
"""Numbers up to which one that stands alone may be said otherwise in the source (a pair, the second)."""


@paragraph_check(
    id="ACC201",
    category="accuracy/mistranslation",
    its_type="numbers",
    severity=Severity.CRITICAL,
    confidence=BOTH,
    fix="unsafe",
    needs=frozenset({Needs.SOURCE}),
)
def number_mismatch(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A number, date, amount, unit or currency is not that of the source.

    Machines swap digits, take the separator of thousands for a decimal point and a *billón* for a billion; editors
    mistype. The numbers of a paragraph and of its source are paired off, however each is written: *12.887 millones*,
    *12,887 million* and *12.9 billion* are one number, and so are *las 18 horas* and *6 p.m.* What is left on both sides
    is a mismatch. A number that the whole source does not have is told with less confidence.

    Bad (es-en):
        The bank lent <v>12.887 million euros</v> to 84 towns. ← El banco prestó 12.887 millones de euros a 84 municipios.
        The fire burned <v>153 hectares</v> in two days. ← El incendio quemó 135 hectáreas en dos días.
    Good (es-en):
        The bank lent nearly 12.9 billion euros to 84 towns. ← El banco prestó 12.887 millones de euros a 84 municipios.
        The session begins at 6 p.m. and lasts half an hour. ← La sesión comienza a las 18 horas y dura media hora.

    References:
        MQM accuracy/mistranslation/number; ITS 2.0 *numbers*.
    """
    if paragraph.source is None:
        return
    lang = document.source_lang or ""
    ones = quantities(paragraph.source, lang, document.source)
    left = compared(ones, quantities(paragraph.text, document.target_lang, lenient=True))
    for there, here in left.units:
        # The first number of a range has only the unit of the second.
        if paragraph.text[here.start : here.end].strip() != here.digits:
            yield _mark(paragraph, here, there, WORDS, "the unit")
    yield from _numbers(paragraph, document, left)


def _numbers(paragraph: Paragraph, document: Document, left: Leftovers) -> Iterator[Mark]:
    pairs = _pairs(left)
    for here in left.target:
        there = pairs.get(here)
        if there is not None:
            sure = BOTH if here.figures and there.figures else WORDS
            yield _mark(paragraph, here, there, sure, "the number")
        elif here.figures and here.values[0] > SMALL and not _in_article(here, document):
            message = f"the source has no “{paragraph.text[here.start : here.end]}”"
            yield Mark(start=here.start, end=here.end, message=message, confidence=ALONE, severity=Severity.MAJOR)


def _pairs(left: Leftovers) -> dict[Quantity, Quantity]:
    """Which number of the source each of the target stands for: those of one unit and written most alike first."""
    ranked = [
        (here.unit == there.unit, likeness(there, here), -at, here, there)
        for at, here in enumerate(left.target)
        for there in left.source
    ]
    held: dict[Quantity, Quantity] = {}
    for _, _, _, here, there in sorted(ranked, key=lambda one: one[:3], reverse=True):
        if here not in held and there not in held.values():
            held[here] = there
    return held


def _in_article(here: Quantity, document: Document) -> bool:
    whole = document.source or "\n\n".join(one.source or "" for one in document.paragraphs)
    return any(equal(one, here) for one in quantities(whole, document.source_lang or "", whole))


def _mark(paragraph: Paragraph, here: Quantity, there: Quantity, confidence: float, what: str) -> Mark:
    source = (paragraph.source or "")[there.start : there.end]
    return Mark(
        start=here.start,
        end=here.end,
        message=f"{what} is not that of the source: “{source}”",
        suggestion=written(there, here, paragraph.text),
        confidence=confidence,
        evidence={"source": source},
    )
