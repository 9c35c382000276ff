"""Number words in the plural or with “of” where English has neither."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_COUNT = (
    r"(?:\d+(?:[.,]\d+)*|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|half a)"
)
_THINGS = "(?:euros|dollars|pesos|people|inhabitants|pounds|reais|soles|years|tons|tonnes|barrels|users|workers|voters|children|francs|citizens|tourists|passengers|persons|victims|pesetas|bolivars|jobs|families|homes|vehicles|doses|women|men|students|refugees|displaced|visitors)"
_PLURAL = re.compile(
    rf"(?<![\d-])\b({_COUNT} (?:millions|billions|thousands|hundreds)(?: of)?)\b(?!-|[ ]of thousands)|\b({_COUNT} (?:million|billion|thousand|hundred) of {_THINGS})\b"
    rf"|\b((?:thousands|hundreds|millions|dozens|tens) (?:people|persons|euros|dollars|pesos|inhabitants|pounds|children|workers|women|men|families|students|victims|refugees|citizens|tourists))\b"
    rf"|\b((?:a|one) (?:million|thousand|hundred|billion) of {_THINGS})\b|\b((?:a|one) million and (?:a )?half(?: of)?)\b|\b((?:two|three|four|five|\d+) dozens)\b|(?<!\.)\b(\d+(?:[.,]\d{{3}})? (?:thousand )?million of {_THINGS})\b"
    rf"|\b((?:[Hh]alf|[Ss]ome) (?:million|hundred|thousand|dozen) of {_THINGS})\b|\b((?:{_COUNT}|a|one) thousand millions?)\b"
)


@paragraph_check(
    id="LIN143",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.9,
    roles=PROSE,
)
def number_plural(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A number word in the plural or with “of”: “two millions of euros”.

    *Dos millones de euros*, *drei Millionen*, *des milliers*: elsewhere such numbers are nouns with a plural and a preposition. After
    a figure English has neither, and without one it needs both.

    Bad (es-en):
        The work cost <v>two millions of</v> euros, and <v>thousands people</v> came.
        A fine of <v>5 million of euros</v> was paid.
    Good (es-en):
        The work cost two million euros, and thousands of people came. Five million of these people voted.
    """
    for match in _PLURAL.finditer(paragraph.text):
        yield Mark.of_last_group(match, "the number word has the source language’s form")
