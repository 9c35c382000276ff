"""The name of a file in the place of the picture it held."""

from __future__ import annotations

from collections.abc import Iterator

from audit import residue
from audit.check import EVERY_ROLE, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity


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
        yield Mark(start=start, end=end, suggestion="")
