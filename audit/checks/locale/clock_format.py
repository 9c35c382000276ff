"""Times of day and dates written as the source language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity

_TIME = r"\d{1,2}(?:[:.]\d{2})"
_HOURS = re.compile(
    rf"(?:(?:from|between|at) )?(?:{_TIME}(?: ?h)? (?:and|to|until|-|–) )?{_TIME} ?(?:(?:local )?hours|hrs?\.?|h\b)(?! of\b| later| after)"
)
_BARE = re.compile(
    r"\b(?:at|from|until|around) \d{1,2} hours\b(?! (?:of|a|per|later|before|after|straight|long|each))|\b\d{1,2}h\d{2}\b|\bat the \d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?(?! [a-z]+ (?:mark|train|bus|flight|show))"
)
_DOTTED = re.compile(r"(?<![\d.])(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.(?:19|20)\d{2}(?![\d.])")
_ANY = re.compile(r"\d[:.h]\d\d|\d hours")
"""What every fault holds: paragraphs without it are passed over."""
_MONTHS = "January February March April May June July August September October November December".split()


@paragraph_check(
    id="LOC102",
    category="locale conventions/time format",
    its_type="locale-violation",
    severity=Severity.MINOR,
    confidence=0.9,
)
def clock_format(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A time or date in the fashion of the source language.

    *A las 18:00 horas* is “at 6 p.m.” or “at 18:00”; English has no “18:00 hours” outside the army.

    Bad (es-en):
        The match begins <v>at 18:00 hours</v> on Sunday.
        <v>05.11.2023</v> | The team won again, and the fans sang.
    Good (es-en):
        The match begins at 18:00 and lasts for two hours. Version 5.11.20 is out.
    """
    if not _ANY.search(paragraph.text):
        return
    for match in (*_HOURS.finditer(paragraph.text), *_BARE.finditer(paragraph.text)):
        yield Mark(start=match.start(), end=match.end(), message="English does not write a time of day like this")
    for match in _DOTTED.finditer(paragraph.text):
        day, month, year = match[0].split(".")
        right = f"{_MONTHS[int(month) - 1]} {int(day)}, {year}"
        yield Mark(
            start=match.start(), end=match.end(), message="English does not write a date like this", suggestion=right
        )
