"""The lines of a text: which of them are one sentence wrapped, and where a translation is broken again."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"(\s*(?:\r\n?|\n)\s*)")
_ONE_BREAK = frozenset({"\r\n", "\r", "\n"})


def blocks(text: str) -> list[tuple[int, int]]:
    """Spans of the lines; one that begins in small letters goes on with the line right before it."""
    held: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        if held and text[held[-1][1] : match.start()] in _ONE_BREAK and match[0].lstrip()[:1].islower():
            held[-1] = (held[-1][0], match.end())
        else:
            held.append(match.span())
    return held


def broken(unit: str, translation: str) -> str:
    """The translation with the line breaks of its source, each after the same share of the words."""
    lines, breaks = _BREAK.split(unit)[::2], _BREAK.split(unit)[1::2]
    if not breaks:
        return translation
    words = translation.split()
    counts = list(accumulate(len(line.split()) for line in lines))
    cuts = [0, *(-(-count * len(words) // counts[-1]) for count in counts)]
    held = [" ".join(words[start:end]) for start, end in pairwise(cuts)]
    return "".join(part for line, gap in zip(held, [*breaks, ""], strict=True) for part in (line, gap))
