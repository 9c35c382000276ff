"""Inverted question and exclamation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import vocabulary
from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity

_MARK = re.compile(r"(?<![ÃÂ])[¿¡]+[ \u00a0]*")
_CLAUSE = re.compile(r"[^?!¿¡]{0,200}")
_WORD = re.compile(r"[^\W\d_]+")
_SPANISH = frozenset("a de el en es la lo los me no que se te tu un una y ya yo".split())
"""Short Spanish words that English knows as names or abbreviations: a question of them is Spanish, its mark right."""


@paragraph_check(
    id="LIN119",
    category="linguistic conventions/punctuation",
    its_type="typographical",
    severity=Severity.MINOR,
    confidence=0.95,
    fix="safe",
)
def inverted_mark(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A Spanish ¿ or ¡ left in an English sentence.

    Spanish opens a question and an exclamation with a mark; a machine that does not pair the two leaves the first.

    Bad (es-en):
        <v>¿</v>Why not? They are our neighbors.
    Good (es-en):
        Why not? They are our neighbors.
    """
    for match in _MARK.finditer(paragraph.text):
        words = [word.lower() for word in _WORD.findall(_CLAUSE.match(paragraph.text, match.end())[0])]  # type: ignore[index]
        foreign = sum(not vocabulary.known(word) or word in _SPANISH for word in words)
        yield Mark(
            start=match.start(),
            end=match.end(),
            message="English has no inverted marks",
            suggestion="",
            fix="unsafe" if 2 * foreign > len(words) else "safe",
        )
