"""Names that lost their capital."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from audit import vocabulary
from audit.check import document_check
from audit.document import PROSE, Document, Paragraph, Role
from audit.finding import Mark, Severity

_SMALL = re.compile(r"(?<![\w@#/.’'&-])[^\W\d_A-Z]{4,}(?![\w@/’'-]|\.\w)")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-ZÀ-Þ][^\W\d_]{3,}(?![\w-])")
RARE = 3
"""Occurrences in 20 million words of news up to which a lower-case word may be a name of this article written small."""
LEAST_MENTIONS = 2
"""Capitalised mentions in mid-sentence that make a word a name of the article."""
_PROSE = PROSE | {Role.CAPTION}


@document_check(
    id="LIN103",
    category="linguistic conventions/spelling",
    its_type="typographical",
    severity=Severity.MAJOR,
    confidence=0.8,
    fix="unsafe",
)
def lowercased_name(document: Document) -> Iterator[Mark]:
    """A name written in lower case against its other mentions, or against all of English.

    A machine that takes a surname for a common noun, or a place for a word it does not know, writes it small.

    Bad (es-en):
        The deputy minister, Rocío Paredes, spoke first. Later Ms. Paredes left, and <v>paredes</v> did not return.
    Good (es-en):
        The deputy minister, Rocío Paredes, spoke first. Later Ms. Paredes left, and the walls came down.
    """
    mentions = Counter(m[0].lower() for p in document.paragraphs for m in _CAPITAL.finditer(p.text))
    for paragraph in _paragraphs(document):
        for match in _SMALL.finditer(paragraph.text):
            word = match[0]
            if word.islower() and _name(word, mentions[word]):
                yield Mark(
                    start=paragraph.start + match.start(),
                    end=paragraph.start + match.end(),
                    message=f"“{word}” is a name here: it wants its capital",
                    suggestion=word.capitalize(),
                )


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    return (p for p in document.paragraphs if p.role in _PROSE)


def _name(word: str, mentions: int) -> bool:
    if word in vocabulary.names():
        return word in vocabulary.sure_names()
    known = vocabulary.english().get(word, 0) > RARE
    return not known and (mentions >= LEAST_MENTIONS or (mentions > 0 and not vocabulary.foreign_language(word)))
