"""A word taken for the English one it looks like."""

from __future__ import annotations

from collections.abc import Iterator

from audit import lexicon_hits
from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity


@paragraph_check(
    id="ACC102",
    category="accuracy/mistranslation",
    its_type="mistranslation",
    severity=Severity.MAJOR,
    confidence=0.85,
    fix="unsafe",
)
def false_friend(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A word taken for the English one it looks like.

    *Asistir* is to attend, *actual* is current, *pretender* is to intend: the likeness misleads a word-by-word rendering, and the sentence says something else.

    Bad (es-en):
        The queen <v>assisted to the ceremony</v> in Toledo.
    Good (es-en):
        The queen attended the ceremony in Toledo.
    """
    return lexicon_hits.hits(paragraph, document, "false-friend")
