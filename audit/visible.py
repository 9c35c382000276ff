"""Makes text safe to show: nothing in it may move the cursor, hide itself or turn the line around."""

from __future__ import annotations

import re
import unicodedata

HIDDEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode general categories (UAX 44) without a glyph: controls, bidi and zero-width formats, surrogates."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def glyph(character: str) -> str:
    r"""One code point as it can be shown: itself, or its escape (`\x1b`, `\u202e`)."""
    if unicodedata.category(character) in HIDDEN:
        return character.encode("unicode_escape").decode("ascii")
    return character


def visible(text: str) -> str:
    """A text on one line with every hidden code point escaped."""
    return text if text.isprintable() else "".join(map(glyph, text))


def encodable(text: str) -> str:
    r"""A text that UTF-8 can hold: each lone surrogate becomes its escape (`\udc80`), which JSON reads back."""
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
