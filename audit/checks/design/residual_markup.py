"""Markup, an entity, a shortcode or a piece of script that shows."""

from __future__ import annotations

from collections.abc import Iterator

from audit import residue
from audit.check import EVERY_ROLE, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity


@paragraph_check(
    id="DES104",
    category="design and markup/markup tag",
    its_type="markup",
    severity=Severity.MINOR,
    confidence=0.9,
    roles=EVERY_ROLE,
    fix="safe",
)
def residual_markup(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """Markup, an entity, a shortcode or a piece of script that shows.

    Text that was code on the page: [ad_1], &nbsp;, <div>, an embedded tweet.

    Bad (es-en):
        The session ended at noon.¶<v>[ad_1]</v>¶It was long<v>&nbsp;</v>and dull.
    Good (es-en):
        The session ended at noon [sic] and AT&T was glad.
    """
    for start, end in residue.spans(paragraph.text, "markup"):
        yield Mark(start=start, end=end, suggestion="")
