"""A phrase of the source language, rendered word by word."""

from __future__ import annotations

from collections.abc import Iterator

from audit import lexicon_hits
from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity


@paragraph_check(
    id="ACC101",
    category="accuracy/mistranslation",
    its_type="mistranslation",
    severity=Severity.MINOR,
    confidence=0.85,
    fix="unsafe",
)
def calque(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A phrase of the source language, rendered word by word.

    Each word is right and the whole is not English: *su par de Rusia* is “his Russian counterpart”, never “his pair of Russia”. The phrases are those of the lexicon, each with its source phrase and its measured rate in human English.

    Bad (es-en):
        He met for several hours with <v>his pair of Russia</v>, Vladimir Putin.
    Good (es-en):
        He met for several hours with his Russian counterpart, Vladimir Putin.
    """
    return lexicon_hits.hits(paragraph, document, "calque")
