"""Ages written as the source language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_WHO = "man|woman|boy|girl|youth|youngster|minor|male|female|teenager|child|citizen|subject|driver|person|young person|student|player|worker|widow|baby|pensioner|footballer|motorcyclist|cyclist|pedestrian|father|mother|resident|neighbor|lawyer|suspect"
_NUM = r"\d{1,2}"
_AGE = re.compile(
    rf"\b(?:{_WHO})s? (of (?:only |just |about |around |some )?{_NUM} years(?: (?:old|of age))?)\b|, (of {_NUM} years(?: (?:old|of age))?)(?=[,.;])"
    rf"|\b(an? {_NUM}[ -]years[ -]old [a-z]+)\b|\b({_NUM}[ -]years[ -]old (?:{_WHO}))\b"
    rf"|\b([Ww]ith (?:only |just )?{_NUM} years(?: of age)?)(?=,| he | she )(?! (?:left|remaining))|\b([Aa]t (?:his|her) {_NUM} years(?: of age)?)\b|\b((?:[Hh]e|[Ss]he) (?:has|had) {_NUM} years)(?=[.;]|, (?:he|she|and|is))"
)


@paragraph_check(
    id="LIN144",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.9,
    roles=PROSE,
    source_langs=frozenset({"es", "pt", "fr", "it"}),
)
def age_phrase(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """An age written as the source language writes it: “a man of 34 years”, “with only 17 years”.

    *Un hombre de 34 años*, *con solo 17 años*, *tiene 20 años*: English says “a 34-year-old man”, “at only 17”, “she is 20”.

    Bad (es-en):
        The police arrested a man <v>of 34 years</v> and <v>a 12 years old boy</v>.
        María López, <v>of 51 years</v>, was not hurt.
    Good (es-en):
        The police arrested a 34-year-old man. His wife of 34 years, now 60 years old, wept.
        After a marriage of 20 years, she left.
    """
    for match in _AGE.finditer(paragraph.text):
        yield Mark.of_last_group(match, "English does not write an age like this")
