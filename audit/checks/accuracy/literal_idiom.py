"""An idiom of the source language, rendered literally."""

from __future__ import annotations

from collections.abc import Iterator

from audit import lexicon_hits
from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity


@paragraph_check(
    id="ACC103",
    category="accuracy/mistranslation",
    its_type="mistranslation",
    severity=Severity.MAJOR,
    confidence=0.9,
    fix="unsafe",
)
def literal_idiom(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """An idiom of the source language, rendered literally.

    An idiom means as a whole what none of its words means: *poner su granito de arena* is to do one’s bit.

    Bad (es-en):
        Everyone must <v>put their grain of sand</v> to solve the problem.
    Good (es-en):
        Everyone must do their bit to solve the problem.
    """
    return lexicon_hits.hits(paragraph, document, "literal-idiom")
