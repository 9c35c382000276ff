"""Adjectives behind their nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import tables
from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_ADJECTIVES = "|".join(sorted(tables.column("attributive_adjectives")))
_END = r"(?=[.;:)]|\s*\Z|,? (?:of|in|is|was|are|were|has|had|have|will|to|for|that|which|on|by|from|at|during|between|but|who)\b)"
_AFTER = re.compile(rf"\b([a-z]+) ({_ADJECTIVES}){_END}")
_VERB = re.compile(
    r"\b(?:[Mm]ak\w+|made|keep\w*|kept|find\w*|found|consider\w*|leav\w+|left|call\w*|render\w*|is|was|are|were|be|nothing|anything|something) (?:[\w’]+ ){0,4}\Z"
)


@paragraph_check(
    id="LIN130",
    category="linguistic conventions/word order",
    its_type="grammar",
    severity=Severity.MAJOR,
    confidence=0.7,
    roles=PROSE,
    source_langs=frozenset({"es", "pt", "fr", "it"}),
)
def adjective_after_noun(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """An adjective behind its noun: “the reform electoral”.

    Romance languages put most adjectives after the noun. A machine that does not know the pair, or meets a word it cannot
    place between them, leaves the order.

    Bad (es-en):
        They approved the <v>reform electoral</v> in June.
    Good (es-en):
        They approved the electoral reform in June. It makes the reform urgent for all. Nothing electoral is left.
        His legal and political reforms failed; the language is Spanish.
    """
    for match in _AFTER.finditer(paragraph.text):
        before = paragraph.text[max(0, match.start() - 40) : match.start()]
        if match[1] in tables.column("nouns") and not _VERB.search(before):
            yield Mark(
                start=match.start(),
                end=match.end(),
                message="the adjective stands behind its noun",
                suggestion=f"{match[2]} {match[1]}",
            )
