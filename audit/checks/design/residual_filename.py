"""The name of a file in the place of the picture it held."""

from __future__ import annotations

from collections.abc import Iterator

from audit import residue
from audit.check import EVERY_ROLE, paragraph_check
from audit.document import Document, Paragraph
from audit.editing import clean_deletion
from audit.finding import Mark, Severity

MOST_WORDS = 6
"""Words in the name of a picture's file; a longer line says something that ends in a file."""
_TEXTS = (".pdf", ".doc", ".docx")
"""A file that a reader may be sent to is no picture."""


@paragraph_check(
    id="DES103",
    category="design and markup/page residue",
    its_type="markup",
    severity=Severity.MINOR,
    confidence=0.9,
    roles=EVERY_ROLE,
    fix="safe",
)
def residual_filename(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """The name of a file in the place of the picture it held.

    Where a picture has no caption, the scraper keeps the name of its file.

    Bad (es-en):
        The two leaders met.¶<v>kim putin.jpg</v>¶They spoke for an hour.
    Good (es-en):
        The two leaders met and signed report.pdf, the ministry said.
    """
    for start, end in residue.spans(paragraph.text, "filename"):
        name = paragraph.text[start:end]
        alone = not paragraph.text[:start].strip() and not paragraph.text[end:].strip()
        sure = alone and len(name.split()) <= MOST_WORDS and not name.lower().endswith(_TEXTS)
        start, end = clean_deletion(paragraph.text, start, end)  # noqa: PLW2901 - the same span with its space
        yield Mark(start=start, end=end, suggestion="", fix="safe" if sure else "unsafe")
