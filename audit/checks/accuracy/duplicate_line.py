"""Lines that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import document_check
from audit.document import PROSE, Document, Role
from audit.finding import Mark, Severity

_SPACE = re.compile(r"\W+")
_MESSAGE = "this line stands on the page already"
NEAR = 1
"""Paragraphs within which a repeated sentence is a slip: further off, news pages set sentences apart as pull quotes."""
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
    lines: set[str] = set()
    nearby: dict[str, int] = {}
    for paragraph in document.paragraphs:
        if paragraph.role is Role.RESIDUE:
            continue
        key = _key(paragraph.text)
        if key and key in lines:
            yield Mark(start=paragraph.start, end=paragraph.end, message=_MESSAGE, suggestion="")
            continue
        lines.add(key)
        for start, end in paragraph.sentences if paragraph.role in PROSE and len(paragraph.sentences) > 1 else ():
            key = _key(paragraph.text[start:end])
            if key and paragraph.index - nearby.get(key, -NEAR - 1) <= NEAR:
                yield Mark(start=paragraph.start + start, end=paragraph.start + end, message=_MESSAGE, suggestion="")
            nearby[key] = paragraph.index


def _key(text: str) -> str:
    """The words of a line that is long enough to count and no speech or verse; else empty."""
    key = _SPACE.sub(" ", text).strip().casefold()
    return "" if key.count(" ") + 1 < LEAST_WORDS or _quoted(text) else key


def _quoted(text: str) -> bool:
    """Speech and verse repeat themselves on purpose."""
    return text[:1] in '“"‘' or text[-1:] in '”"’,;'
