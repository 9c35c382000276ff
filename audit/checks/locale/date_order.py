"""Dates in the order and with the articles of the source language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = re.compile(
    rf"(?<!the )\b((?:[Tt]he )?(?:past |last |next |coming )?\d{{1,2}} of {_MONTH}(?: (?:of )?\d{{4}})?)\b|\b([Tt]he (?:past |last |next |coming )?\d{{1,2}} of {_MONTH}(?: (?:of )?\d{{4}})?)\b"
    rf"|\b([Tt]he day \d{{1,2}}(?: (?:of )?{_MONTH})?)\b(?![.:/’]\d)|\b((?:on |On )?[Tt]he (?:past|next) {_DAY})\b(?! (?:of|in|before|morning|night|evening|after|afternoon|or))"
    rf"|\b((?:[Tt]oday|[Yy]esterday|[Tt]omorrow) {_DAY})\b(?! (?:night|morning|afternoon|evening))|\b([Tt]he {_DAY},? \d{{1,2}}(?: (?:of )?{_MONTH})?)\b(?!th|st|nd|rd|[:.]\d)"
    rf"|\b((?:\d{{1,2}}[:.]\d\d|[1-9]|1[0-2]) (?:of the (?:afternoon|morning)|in the noon))\b(?![’'])|\b([Tt]he years (?:19)?[2-9]0)\b(?! (?:and|to|or)\b|[-–]\d)"
    rf"|\b({_MONTH} of the (?:19|20)\d\d)\b(?= *[.,;)]| (?:and|in|by|with|when|that|he|she|it)\b)"
    rf"|(?<!before )\b([Tt]he {_DAY})(?=[.;]|,(?! (?:the|a)\b)| (?:to|by|that|he|she|it|with|when)\b)"
)


@paragraph_check(
    id="LOC104",
    category="locale conventions/date format",
    its_type="locale-violation",
    severity=Severity.MINOR,
    confidence=0.9,
    roles=PROSE,
    source_langs=frozenset({"es", "pt", "fr", "it"}),
)
def date_order(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A date in the order or with the articles of the source language: “the past 3 of May”.

    *El pasado 3 de mayo*, *el próximo lunes*, *ayer martes*, *los años 80*: English dates and weekdays take no article and no “of”.

    Bad (es-en):
        It happened <v>the past 3 of May</v>, and he will speak <v>the next Monday</v>.
        The club said <v>yesterday Tuesday</v> that it ends <v>the day 15</v>. He arrived <v>the Friday</v>.
    Good (es-en):
        It happened on May 3, the Monday before Easter, and he will speak next Monday.
        She came on Saturday 12 March; 15 of them left the Friday night before. They met on the last Sunday.
    """
    for match in _DATE.finditer(paragraph.text):
        yield Mark.of_last_group(match, "English does not write a date like this")
