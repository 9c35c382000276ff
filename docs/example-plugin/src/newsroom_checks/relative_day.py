"""“Yesterday” in an article that is published later than its source was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_DAY = re.compile(
    r"\b(?:yesterday|(today)|tomorrow|last night|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE
)
MAYBE_NOWADAYS = 0.6
"""Confidence of “today”, which may also mean these times. By judgement, until `audit review --stats` knows better."""


@paragraph_check(
    id="NWS101",
    category="style/organizational style",
    its_type="style",
    severity=Severity.MINOR,
    confidence=0.9,
    roles=PROSE,
)
def relative_day(paragraph: Paragraph, document: Document) -> Iterator[Mark]:  # noqa: ARG001 - one signature for all
    """A day that is named from the day of writing.

    A translation is published a day or more after its source, and the machine leaves *ayer* “yesterday”: readers take
    it for another day. The house names the day. What somebody said in these words stays.

    Bad (es-en):
        The minister resigned <v>yesterday</v> and leaves the capital <v>tomorrow</v>.
    Good (es-en):
        The minister resigned on Tuesday. “I leave tomorrow,” she said.
    """
    for match in _DAY.finditer(paragraph.text):
        if not paragraph.quoted(*match.span()):
            yield Mark(
                start=match.start(),
                end=match.end(),
                message="counted from the day when the source was written: name the day",
                confidence=MAYBE_NOWADAYS if match[1] else None,
            )
