"""A reporting verb of the source language, rendered literally."""

from __future__ import annotations

from collections.abc import Iterator

from audit import lexicon_hits
from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity


@paragraph_check(
    id="STY102",
    category="style/unidiomatic",
    its_type="style",
    severity=Severity.MINOR,
    confidence=0.85,
    fix="unsafe",
)
def reporting_verb(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A reporting verb of the source language, rendered literally.

    Spanish newspapers vary their verbs of saying: *sentenció*, *lanzó*, *disparó*. Literally they are “sentenced”, “launched”, “shot”; English says “said”.

    Bad (es-en):
        “We will not give up,” <v>sentenced</v> the minister.
    Good (es-en):
        “We will not give up,” said the minister.
    """
    return lexicon_hits.hits(paragraph, document, "reporting-verb")
