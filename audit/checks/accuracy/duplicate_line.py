"""Lines that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import document_check
from audit.document import PROSE, Document, Role
from audit.finding import Mark, Severity

_SPACE = re.compile(r"\W+")
LEAST_WORDS = 4
"""Fewest words of a repeated line: shorter ones (a speaker's name, a section's title) repeat in good articles."""


@document_check(
    id="ACC121",
    category="accuracy/addition",
    its_type="duplication",
    severity=Severity.MINOR,
    confidence=0.95,
    fix="safe",
)
def duplicate_line(document: Document) -> Iterator[Mark]:
    """A headline, caption or sentence that stands on the page twice.

    A scraper reads a headline from the page and from its metadata, a caption from the picture and from its description.

    Bad (es-en):
        Kim met with Putin in the east¶<v>Kim met with Putin in the east</v>¶The two leaders spoke for an hour.
    Good (es-en):
        Kim met with Putin in the east¶The two leaders spoke. They spoke again.
    """
    seen: set[str] = set()
    for paragraph in document.paragraphs:
        spans = [(0, len(paragraph.text))]
        if paragraph.role in PROSE and len(paragraph.sentences) > 1:
            spans += paragraph.sentences
        for start, end in spans:
            key = _SPACE.sub(" ", paragraph.text[start:end]).strip().casefold()
            if key.count(" ") + 1 < LEAST_WORDS or paragraph.role is Role.RESIDUE or _quoted(paragraph.text[start:end]):
                continue
            if key in seen:
                message = "this line stands on the page already"
                yield Mark(start=paragraph.start + start, end=paragraph.start + end, message=message, suggestion="")
                break
            seen.add(key)


def _quoted(text: str) -> bool:
    """Speech and verse repeat themselves on purpose."""
    return text[:1] in '“"‘' or text[-1:] in '”"’,;'
