"""Lines that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import document_check
from audit.document import PROSE, Document, Paragraph, Role
from audit.editing import clean_deletion
from audit.finding import Mark, Severity

_SPACE = re.compile(r"\W+")
_MESSAGE = "this line stands on the page already"
NEAR = 1
"""Paragraphs within which a repeated sentence is a slip: further off, news pages set sentences apart as pull quotes."""
LEAST_WORDS = 4
"""Fewest words of a repeated line: shorter ones (a speaker's name, a section's title) repeat in good articles."""

BESIDE = 2
"""Paragraphs within which a line that stands twice is a slip of the page (a byline may stand between); further off it
may be a refrain, or a question put to each of several people."""
LEAST_WORDS_SURE = 8
"""Words of a sentence that nobody repeats for effect."""
_ON_PAGE = frozenset({Role.HEADLINE, Role.CAPTION})


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
    lines: dict[str, int] = {}
    nearby: dict[str, int] = {}
    for paragraph in document.paragraphs:
        if paragraph.role is Role.RESIDUE:
            continue
        key = _key(paragraph.text)
        if key and key in lines and not _title_of_entry(document, paragraph):
            beside = paragraph.index - lines[key] <= BESIDE or paragraph.role in _ON_PAGE
            yield Mark(
                start=paragraph.start,
                end=paragraph.end,
                message=_MESSAGE,
                suggestion="",
                fix="safe" if beside else "unsafe",
            )
            continue
        lines[key] = paragraph.index
        for start, end in paragraph.sentences if paragraph.role in PROSE and len(paragraph.sentences) > 1 else ():
            key = _key(paragraph.text[start:end])
            if key and paragraph.index - nearby.get(key, -NEAR - 1) <= NEAR:
                low, high = clean_deletion(paragraph.text, start, end)
                sure = key.count(" ") + 1 >= LEAST_WORDS_SURE
                yield Mark(
                    start=paragraph.start + low,
                    end=paragraph.start + high,
                    message=_MESSAGE,
                    suggestion="",
                    fix="safe" if sure else "unsafe",
                )
            nearby[key] = paragraph.index


def _title_of_entry(document: Document, paragraph: Paragraph) -> bool:
    """Whether the line opens a feed's entry, whose title stands apart from its content: both are shown by themselves."""
    return paragraph.index == 1 and "feed" in document.meta


def _key(text: str) -> str:
    """The words of a line that is long enough to count and no speech or verse; else empty."""
    key = _SPACE.sub(" ", text).strip().casefold()
    return "" if key.count(" ") + 1 < LEAST_WORDS or _quoted(text) else key


def _quoted(text: str) -> bool:
    """Speech and verse repeat themselves on purpose."""
    return text[:1] in '“"‘' or text[-1:] in '”"’,;'
