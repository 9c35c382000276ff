"""Spaces on the wrong side of a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Fix, Mark, Severity

_SWAPPED = re.compile(r"[ \u00a0\u202f]+,(?=[a-z]{2})")
_FAULTS = (
    (re.compile(r"(?<=[\w”\")’%])" + _SWAPPED.pattern), "the space stands on the wrong side of the comma"),
    (re.compile(r"(?<=[\w”\")’%])[ \u00a0\u202f]+[,;](?=\s|\Z)"), "no space stands before this mark"),
    (re.compile(r"(?<=[\w”\")’%])[ \u00a0\u202f]+[:!?](?=[\s”\"]|\Z)(?! ?[)(DP])"), "no space stands before this mark"),
    (re.compile(r"(?<=[a-z”\")’%])[ \u00a0\u202f]+\.(?=\s+[A-Z“]|\s*\Z)"), "no space stands before a full stop"),
    (re.compile(r"(?<=[^\s.])\. \.(?![. ]*\.)"), "two full stops with a space between them"),
    (re.compile(r"“[ \u00a0\u202f]+\w+(?=[^“]*”)"), "no space stands inside a quotation mark"),
    (re.compile(r"[\w,.!?]+[ \u00a0\u202f]+”(?=[\s,.;:)]|\Z)"), "no space stands inside a quotation mark"),
    (re.compile(r"\([ \u00a0]+\w+|\w+[ \u00a0]+\)"), "no space stands inside a bracket"),
    (re.compile(r"(?<=[\d]) -year(?:s)?(?: -|-)old|(?<=\w) -(?=(?:year|old)\b)"), "no space stands around this hyphen"),
)
_RATIO = re.compile(r"\d[ \u00a0]+:[ \u00a0]+\d")
_ANY = re.compile(r"[ \u00a0\u202f][,;:!?.)”-]|[“(][ \u00a0\u202f]")
"""What every fault holds: paragraphs without it are passed over."""
_SPACE = re.compile(r"[ \u00a0\u202f]+(?=[,;:!?.”)-])|(?<=[“(.-])[ \u00a0\u202f]+")


@paragraph_check(
    id="LIN115",
    category="linguistic conventions/punctuation",
    its_type="whitespace",
    severity=Severity.MINOR,
    confidence=0.9,
    fix="safe",
)
def punctuation_spacing(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A space before a comma, a full stop or a closing mark, or after an opening one.

    French puts a space before : ; ! ? and inside its quotation marks; and where a link or a bold word was translated by
    itself, a space stays on its wrong side.

    Bad (fr-en):
        The hospitals have beds available<v> ,</v> although the wait is long.
        She visited it twice<v> ,</v>according to the director.
        He had one question<v> :</v> why do rents keep rising? Nobody knew.
        <v>“ It</v> is a victory for everyone and for <v>fairness ”</v>, she said.
    Good (fr-en):
        The hospitals have beds available, although the wait is long.
        He thought … and then he left :)
    """
    if not _ANY.search(paragraph.text):
        return
    for pattern, message in _FAULTS:
        for match in pattern.finditer(paragraph.text):
            fix: Fix = "safe" if _sure(match, paragraph) else "unsafe"
            yield Mark(start=match.start(), end=match.end(), message=message, suggestion=_right(match), fix=fix)


def _right(match: re.Match[str]) -> str:
    """The match with its spaces where they belong."""
    if _SWAPPED.match(match.string, match.start()):
        return ", "
    return "." if match[0] == ". ." else _SPACE.sub("", match[0])


def _sure(match: re.Match[str], paragraph: Paragraph) -> bool:
    """Whether a quotation mark closes or opens a quotation, and a colon is no ratio or score (3 : 2)."""
    if match[0].endswith("”"):
        return any(quotation.end == match.end() for quotation in paragraph.quotations if quotation.closed)
    if match[0].startswith("“"):
        return any(quotation.start == match.start() for quotation in paragraph.quotations if quotation.closed)
    return not (match[0].endswith(":") and _RATIO.search(paragraph.text, max(0, match.start() - 4), match.end() + 4))
