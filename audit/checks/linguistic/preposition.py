"""A preposition that follows the source language."""

from __future__ import annotations

from collections.abc import Iterator

from audit import lexicon_hits
from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity


@paragraph_check(
    id="LIN127",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.85,
    fix="unsafe",
)
def preposition(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A preposition that follows the source language.

    Prepositions are learnt with their verb and noun: *depender de* is “depend on”, *a cambio de* “in exchange for”.

    Bad (es-en):
        The contract was signed <v>in exchange of</v> a bribe.
    Good (es-en):
        The contract was signed in exchange for a bribe.
    """
    return lexicon_hits.hits(paragraph, document, "preposition")
