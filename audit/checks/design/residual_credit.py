"""A picture or agency credit that stands where the article should go on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import residue
from audit.check import EVERY_ROLE, paragraph_check
from audit.document import Document, Paragraph
from audit.editing import clean_deletion
from audit.finding import Mark, Severity

MOST_WORDS = 8
"""Words of a credit; a longer line holds a caption too, which a person should see before it goes."""
_DATELINE = re.compile(r"\.?[-–—]+\Z")


@paragraph_check(
    id="DES102",
    category="design and markup/page residue",
    its_type="other",
    severity=Severity.MINOR,
    confidence=0.9,
    roles=EVERY_ROLE,
    fix="safe",
)
def residual_credit(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A picture or agency credit that stands where the article should go on.

    Credits sit beside the picture on the page; in the text they are noise, and often a mistranslated one.

    Bad (es-en):
        The session ended at noon.¶<v>Photo: Andina/Archive</v>
    Good (es-en):
        The session ended at noon, the news agency said.
    """
    for start, end in residue.spans(paragraph.text, "credit"):
        credit = paragraph.text[start:end]
        if start and (_DATELINE.search(credit) or _in_dateline(paragraph, start, end)):
            # The dash of a dateline stays: “Athens, Nov. 4 (Agency).- A ferry” is “Athens, Nov. 4 – A ferry”.
            yield Mark(start=start, end=end, suggestion="–")
            continue
        start, end = clean_deletion(paragraph.text, start, end)  # noqa: PLW2901 - the same span with its space
        yield Mark(start=start, end=end, suggestion="", fix="safe" if len(credit.split()) <= MOST_WORDS else "unsafe")


def _in_dateline(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether a sentence begins after the credit, and nothing but a place and a day stands before it."""
    before, after = paragraph.text[:start], paragraph.text[end:].lstrip()
    return len(before.split()) <= MOST_WORDS and before[:1].isupper() and before[-1:] == " " and after[:1].isupper()
