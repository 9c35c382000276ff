"""Finds months and days of the week that are not those of the source."""

from __future__ import annotations

from collections.abc import Iterator

from audit.check import Needs, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.quantities.dates import Named, named


@paragraph_check(
    id="ACC202",
    category="accuracy/mistranslation",
    its_type="mistranslation",
    severity=Severity.CRITICAL,
    confidence=0.85,
    needs=frozenset({Needs.SOURCE}),
)
def date_mismatch(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A month or a day of the week is not that of the source.

    The months and days of a paragraph and of its source are paired off; what is left on both sides of one kind is a
    mismatch. One that is left on one side alone is not told: *este jueves* may well be *on Thursday*, and *yesterday*.

    Bad (es-en):
        The port has been closed since <v>January</v>, the mayor said. ← El puerto está cerrado desde febrero, dijo la alcaldesa.
    Good (es-en):
        The port has been closed since February, the mayor said. ← El puerto está cerrado desde febrero, dijo la alcaldesa.

    References:
        MQM accuracy/mistranslation/date-time; names of CLDR.
    """
    if paragraph.source is None:
        return
    there = list(named(paragraph.source, document.source_lang or ""))
    here = list(named(paragraph.text, document.target_lang))
    for one in tuple(here):
        twin = next((other for other in there if other.value == one.value), None)
        if twin is not None:
            here.remove(one)
            there.remove(twin)
    missing = {name.value for name in there} - {name.value for name in named(paragraph.text, document.target_lang)}
    for one in here:
        other = next((held for held in there if held.value in missing and _alike(held, one)), None)
        if other is not None:
            there.remove(other)
            source = paragraph.source[other.start : other.end]
            message = f"the source has “{source}”"
            yield Mark(start=one.start, end=one.end, message=message, evidence={"source": source})


def _alike(one: Named, other: Named) -> bool:
    """Whether both are months or both are days."""
    return one.value.split()[0] == other.value.split()[0]
