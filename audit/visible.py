"""Makes text safe to show: nothing in it may move the cursor, hide itself or turn the line around."""

from __future__ import annotations

import re
import unicodedata

HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode general categories (UAX 44) without a glyph: controls, bidi and zero-width formats, surrogates."""

_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\ud800-\udfff]")
_UNSAFE_IN_CELL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def glyph(character: str) -> str:
    r"""One code point as it can be shown: itself, or its escape (`\x1b`, `\u202e`)."""
    if unicodedata.category(character) in HIDDEN:
        return character.encode("unicode_escape").decode("ascii")
    return character


def visible(text: str) -> str:
    """A text on one line with every hidden code point escaped."""
    return text if text.isprintable() else "".join(map(glyph, text))


def json_safe(text: str) -> str:
    r"""JSON that UTF-8 can hold and no terminal obeys: lone surrogates and C1 controls become `\u` escapes.

    JSON itself escapes the controls below space; a reader of JSON gets every character back.
    """
    return _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def cell_safe(text: str) -> str:
    """A text for a spreadsheet: controls (line ends and tabs are kept) and lone surrogates are escaped."""
    return _UNSAFE_IN_CELL.sub(lambda match: glyph(match[0]), text)
