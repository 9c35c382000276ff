"""“This Tuesday” in a report of what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_DAY = re.compile(
    r"\b([Tt])his ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?:,? \(?\d{1,2}\)?(?!\d|:| ?[ap]\.?m))?(?! (?:night|evening)’s)"
)
_PAST = re.compile(
    r"\b(?:[a-z]{2,}ed|was|were|had|said|met|made|took|gave|went|came|told|won|lost|left|spoke|became|began|saw|held|led|sent|put|found|brought|fell|rose"
    r"|decided|died|has|have)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|would|to be|going|scheduled|planned?|plans|expected|expects|due|upcoming|next|set|is|are|can|could|may|might|should|must|before|until|by|every|ahead)\b",
    re.IGNORECASE,
)


@paragraph_check(
    id="LOC103",
    category="locale conventions/date format",
    its_type="locale-violation",
    severity=Severity.MINOR,
    confidence=0.8,
    roles=PROSE,
    fix="unsafe",
)
def reported_weekday(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """“This Tuesday” for a day gone by.

    Spanish and Portuguese news say *este martes* of the day that is reported; English says “on Tuesday” and keeps “this
    Tuesday” for the one to come.

    Bad (es-en):
        The leader traveled abroad <v>this Tuesday</v> for the first time in four years.
    Good (es-en):
        The leader will travel abroad this Tuesday. He is scheduled to meet his counterpart.
    """
    for match in _DAY.finditer(paragraph.text):
        start, end = paragraph.sentence_at(match.start())
        sentence = paragraph.text[start:end]
        near = sentence[max(0, match.start() - start - 60) : match.end() - start + 25]
        if _PAST.search(sentence) and not _AHEAD.search(near):
            on = "On" if match[1] == "T" else "on"
            yield Mark(
                start=match.start(),
                end=match.end(),
                message="English reports a day gone by without “this”",
                suggestion=f"{on} {match[2]}",
            )
