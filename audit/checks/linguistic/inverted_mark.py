"""Inverted question and exclamation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity

_MARK = re.compile(r"[¿¡]+")


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
        yield Mark(start=match.start(), end=match.end(), message="English has no inverted marks", suggestion="")
