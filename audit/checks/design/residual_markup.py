"""Markup, an entity, a shortcode or a piece of script that shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from audit import residue
from audit.check import EVERY_ROLE, paragraph_check
from audit.document import Document, Paragraph
from audit.editing import clean_deletion
from audit.finding import Fix, Mark, Severity

_BREAKING = re.compile(r"</?(?:p|br|div|h[1-6]|ul|li|iframe|blockquote|figure|table|td|tr)\b", re.IGNORECASE)
"""Tags that part two words; the others stand inside one or beside it."""
_PIECES = re.compile(r"</?[a-z][^<>\n]*>|\[/?[a-z][^\]\n]*\]", re.IGNORECASE)
_TRAILING = re.compile(r"(?:<[^<>\n]*>|&#?\w+;)+\Z")
_CODE = re.compile(r"[=;(){}]")
_SHORTCODE = re.compile(r"\[/?[a-z]", re.IGNORECASE)
_DOUBTFUL = re.compile(r"https?:|www\.|\{|[?&]\w+=|[+*=_~#|>-]", re.IGNORECASE)
"""An address, a placeholder, a rule between two parts: what may be meant to stand there."""
_MARKDOWN = (".md", ".markdown")


@paragraph_check(
    id="DES104",
    category="design and markup/markup tag",
    its_type="markup",
    severity=Severity.MINOR,
    confidence=0.9,
    roles=EVERY_ROLE,
    fix="safe",
)
def residual_markup(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """Markup, an entity, a shortcode or a piece of script that shows.

    Text that was code on the page: [ad_1], &nbsp;, <div>, an embedded tweet.

    Bad (es-en):
        The session ended at noon.¶<v>[ad_1]</v>¶It was long<v>&nbsp;</v>and dull.
    Good (es-en):
        The session ended at noon [sic] and AT&T was glad.
    """
    text = paragraph.text
    markdown = (document.path or "").lower().endswith(_MARKDOWN)
    for start, end in residue.spans(text, "markup"):
        piece = text[start:end]
        fix = _fix(piece, text, (start, end), markdown=markdown)
        right = _decoded(text, start, end) if piece[0] in "&<" else ""
        if residue.kind_of(text) == "markup":
            right = _words_of(piece)
        if not right:
            start, end = clean_deletion(text, start, end)  # noqa: PLW2901 - the same span with its space
        yield Mark(start=start, end=end, suggestion=right, fix=fix)


def _decoded(text: str, start: int, end: int) -> str:
    """What stands in the place of an entity or tag: its character, a space that parts two words, or nothing."""
    piece = text[start:end]
    right = unescape(piece) if piece[0] == "&" else " " if _BREAKING.match(piece) else ""
    if not right.isspace():
        return right if right.isprintable() and right != piece else ""
    # Of several pieces in a row the last one parts the words.
    before = _TRAILING.sub("", text[:start])
    parted = before[-1:].isspace() or text[end : end + 1].isspace()
    return " " if before and text[end:] and not parted and text[end] not in "<&" else ""


def _words_of(piece: str) -> str:
    """What a line of markup says beside its tags and shortcodes; empty where that is residue as well, or code."""
    rest = " ".join(unescape(_PIECES.sub(" ", piece)).split())
    marked = _PIECES.match(piece.strip())
    return rest if marked and any(map(str.isalpha, rest)) and not residue.is_residue(rest) else ""


def _fix(piece: str, text: str, span: tuple[int, int], *, markdown: bool) -> Fix:
    """Markdown may hold HTML, and an article may speak of a tag, an address or a variable."""
    spaced = piece[0] == "<" and text[: span[0]].endswith(" ") and text[span[1] :].startswith(" ")
    if _SHORTCODE.match(piece):
        return "safe"
    if markdown or _DOUBTFUL.match(piece) or (spaced and not _BREAKING.match(piece)):
        return "unsafe"
    return "safe" if piece[0] in "&<" or not piece.isascii() or "/" in piece or _CODE.search(piece) else "unsafe"
