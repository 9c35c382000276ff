"""A name of a person, team or institution, translated as common words."""

from __future__ import annotations

from collections.abc import Iterator

from audit import lexicon_hits
from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity


@paragraph_check(
    id="ACC104",
    category="accuracy/mistranslation",
    its_type="mistranslation",
    severity=Severity.CRITICAL,
    confidence=0.85,
    fix="unsafe",
)
def translated_name(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A name of a person, team or institution, translated as common words.

    A machine that does not know a name reads its words: the club *Defensa y Justicia* becomes “Defense and Justice”.

    Bad (es-en):
        The match between Boca and <v>Defense and Justice</v> was suspended.
    Good (es-en):
        The match between Boca and Defensa y Justicia was suspended.
    """
    return lexicon_hits.hits(paragraph, document, "name-translated")
