"""A picture or agency credit that stands where the article should go on."""

from __future__ import annotations

from collections.abc import Iterator

from audit import residue
from audit.check import EVERY_ROLE, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity


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
        yield Mark(start=start, end=end, suggestion="")
