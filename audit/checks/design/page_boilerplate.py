"""A line of the page, not of the article: a form, a share button, a link to other stories."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import residue
from audit.check import EVERY_ROLE, paragraph_check
from audit.document import Document, Paragraph
from audit.editing import clean_deletion
from audit.finding import Mark, Severity

_ATTRIBUTION = re.compile(
    r"(?:source|via|with information from|texts? by|taken from|from) ?[:|]|(?:this|the) (?:article|entry|note|news|post|story|publication|content)\b"
    r"|all rights reserved|copyright|©|\(?(?:automatically )?translated\b|(?:automatic|machine|google) translat",
    re.IGNORECASE,
)
"""Who wrote, owns or translated the text: a person decides whether that may go."""


@paragraph_check(
    id="DES101",
    category="design and markup/page residue",
    its_type="other",
    severity=Severity.MINOR,
    confidence=0.9,
    roles=EVERY_ROLE,
    fix="safe",
)
def page_boilerplate(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A line of the page, not of the article: a form, a share button, a link to other stories.

    A scraper takes everything between header and footer, and the machine translates it faithfully.

    Bad (es-en):
        The session ended at noon.¶<v>Leave a Reply</v>¶<v>Your email address will not be published. Required fields are marked *</v>
    Good (es-en):
        The session ended at noon.¶He asked readers to leave a reply on his site.
    """
    if residue.may_be_headline(paragraph.index, paragraph.words):
        return
    for start, end in residue.spans(paragraph.text, "boilerplate"):
        whole = (start, end) == (0, len(paragraph.text)) or not paragraph.text[:start].strip()
        sure = paragraph.text[end - 1] == ")" if not whole else not _ATTRIBUTION.match(paragraph.text, start)
        start, end = clean_deletion(paragraph.text, start, end)  # noqa: PLW2901 - the same span with its space
        yield Mark(start=start, end=end, suggestion="", fix="safe" if sure else "unsafe")
