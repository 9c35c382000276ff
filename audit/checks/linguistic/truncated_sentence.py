"""Paragraphs that stop in mid-sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import TEXT, paragraph_check
from audit.document import PROSE, Document, Paragraph, Role
from audit.finding import Mark, Severity

_NEVER_LAST = frozenset("the an of and or their its his my our your than because from with whose".split())
_SELDOM_LAST = frozenset("a to for by at as that which who but will was is has had are were would".split())
_TAIL = re.compile(r"(?:\S+\s+){0,3}\S+\Z")
LEAST_WORDS = 4


@paragraph_check(
    id="LIN125",
    category="accuracy/omission",
    its_type="omission",
    severity=Severity.MAJOR,
    confidence=0.85,
    roles=TEXT - {Role.LIST_ITEM},
)
def truncated_sentence(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A paragraph that stops in the middle of its sentence.

    Translation services cut their input at a number of characters, and feeds their summaries.

    Bad (es-en):
        The court will announce its decision in a session that will be broadcast by <v>the channel of the</v>
    Good (es-en):
        The court will announce its decision in a session that nobody asked for
    """
    text = paragraph.text.rstrip()
    if paragraph.words < LEAST_WORDS or text.isupper():
        return
    last = text[-12:].rsplit(None, 1)[-1]
    tail = text[-80:]
    if (last in _NEVER_LAST or (last in _SELDOM_LAST and paragraph.role in PROSE)) and (match := _TAIL.search(tail)):
        start = len(text) - len(tail) + match.start()
        yield Mark(start=start, end=len(text), message="the sentence stops here")
