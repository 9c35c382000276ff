"""Cuts markup into tags and text as a browser's tokeniser does, with the place of each; never fails on any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import NamedTuple

# Possessive throughout: every pattern runs in time linear in the page, however broken it is.
_ATTRIBUTES = r"""(?:[^>"'=]++|=[\t\n\f\r ]*+(?:"[^"]*+"|'[^']*+')?+|["'])*+"""
_COMMENT = r"<!--(?:-?>|(?s:.*?)(?:--!?>|\Z))|<[!?][^>]*+(?:>|\Z)|</(?![a-zA-Z])[^>]*+(?:>|\Z)"
_TAG = rf"<(?P<closing>/?)(?P<name>[a-zA-Z][^\t\n\f\r />]*+)(?P<attributes>{_ATTRIBUTES})(?:>|\Z)"
_CDATA = r"<!\[CDATA\[(?P<cdata>(?s:.*?))(?:\]\]>|\Z)"

_HTML_TOKEN = re.compile(f"{_COMMENT}|{_TAG}")
_XML_TOKEN = re.compile(f"{_CDATA}|{_COMMENT}|{_TAG}")
_ATTRIBUTE = re.compile(r"""([^\t\n\f\r "'>/=]+)(?:[\t\n\f\r ]*=[\t\n\f\r ]*("[^"]*"|'[^']*'|[^\t\n\f\r >]*))?""")

RAW_TEXT = frozenset(("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"))
"""Elements whose content is characters, never tags (WHATWG HTML 13.2.6, RCDATA and raw text)."""


class Token(NamedTuple):
    """A piece of markup from `start` to `end`: text when `name` is None, else a tag.

    A raw-text element's text carries its element in `inside`; `verbatim` text holds no character references.
    """

    start: int
    end: int
    name: str | None = None
    closing: bool = False
    attributes: str = ""
    inside: str | None = None
    verbatim: bool = False

    @property
    def closes_itself(self) -> bool:
        """Whether the tag ends in a slash (`<p/>`)."""
        return self.attributes.endswith("/")


def html_tokens(raw: str) -> Iterator[Token]:
    """Yield the tags and texts of a page in order; comments are left out, names are in lower case."""
    position = 0
    while match := _HTML_TOKEN.search(raw, position):
        if position < match.start():
            yield Token(position, match.start())
        position = match.end()
        if match["name"] is None:
            continue
        token = _tag(match, match["name"].lower())
        yield token
        if token.name in RAW_TEXT and not token.closing:
            close = _end_of(token.name).search(raw, position)
            end = close.start() if close else len(raw)
            yield Token(position, end, inside=token.name)
            position = end
    if position < len(raw):
        yield Token(position, len(raw))


def xml_tokens(raw: str) -> Iterator[Token]:
    """Yield the tags and texts of an XML file in order; CDATA is verbatim text, names keep their case and prefix."""
    position = 0
    for match in _XML_TOKEN.finditer(raw):
        if position < match.start():
            yield Token(position, match.start())
        position = match.end()
        if match["cdata"] is not None:
            yield Token(*match.span("cdata"), verbatim=True)
        elif match["name"] is not None:
            yield _tag(match, match["name"])
    if position < len(raw):
        yield Token(position, len(raw))


def declares_entities(raw: str) -> bool:
    """Whether an XML file declares entities of its own before its first tag."""
    for match in _XML_TOKEN.finditer(raw):
        if match["name"] is not None:
            return False
        if not match.group().startswith("<!--") and "<!entity" in match.group().lower():
            return True
    return False


def attributes(text: str) -> dict[str, str]:
    """The attributes of a tag by name in lower case, references decoded; the first of a name counts."""
    held: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(text):
        held.setdefault(name.lower(), unescape(value.strip("\"'")))
    return held


def _tag(match: re.Match[str], name: str) -> Token:
    return Token(match.start(), match.end(), name, bool(match["closing"]), match["attributes"])


@cache
def _end_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\t\n\f\r />]|\Z)", re.IGNORECASE)
