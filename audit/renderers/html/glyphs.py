"""Text as the page shows it: hidden characters as escapes that look like escapes, line breaks as spaces."""

from __future__ import annotations

import re
from itertools import groupby

from markupsafe import Markup, escape

from audit.visible import glyph, visible

_BREAK = re.compile(r"\r\n|[\r\n\t]")
_STYLED = re.compile(r"\*(?P<em>[^*\n]+)\*|`(?P<code>[^`\n]+)`")
_STYLES = {"em": Markup("<em>{}</em>"), "code": Markup("<code>{}</code>")}
_ESCAPE = Markup('<span class="escape">{}</span>')


def shown(text: str) -> Markup:
    """A text on one line, safe in HTML; each hidden code point is its escape in a span of its own."""
    text = _BREAK.sub(" ", text)
    if text.isprintable():
        return escape(text)
    runs = groupby(text, key=lambda character: glyph(character) != character)
    return Markup().join(_run("".join(held), hidden=hidden) for hidden, held in runs)


def _run(text: str, *, hidden: bool) -> Markup:
    return _ESCAPE.format("".join(map(glyph, text))) if hidden else escape(text)


def styled(text: str) -> Markup:
    """A paragraph of a rule's docstring: `*…*` is emphasised, what stands between backticks is code."""
    pieces, position = [], 0
    text = " ".join(text.split())
    for match in _STYLED.finditer(text):
        kind = match.lastgroup or ""
        pieces += [
            escape(visible(text[position : match.start()])),
            _STYLES[kind].format(match[kind]),
        ]
        position = match.end()
    return Markup().join([*pieces, escape(visible(text[position:]))])


def shortened(text: str, room: int) -> str:
    """A text of at most `room` code points, the middle of a longer one left out."""
    half = (room - 1) // 2
    return text if len(text) <= room else f"{text[:half]}…{text[-half:]}"
