"""Translates texts unit by unit: their sentences, and the clauses of those too long for the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from audit.engines.lines import blocks, broken
from audit.languages import two_letter
from audit.segmentation.sentences import sentences

Translate = Callable[[Sequence[str]], Sequence[str]]
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CLAUSE_END = re.compile(r"[;:,–—](?=\s)|[，；、：]")
_WORD_END = re.compile(r"(?<=\S)(?=\s)")


def sentencewise(
    texts: Sequence[str], lang: str, translate: Translate, *, length: Callable[[str], int], most: int
) -> list[str]:
    """Each text with its units translated; white space, line breaks and what has no letter stay as they are.

    `translate` is called once, with each unit of at most `most` by `length` in one line, and no unit twice.
    """
    cut = [list(_parts(text, lang, length, most)) for text in texts]
    units = list(dict.fromkeys(_line(part) for parts in cut for part in parts[1::2]))
    answers = dict(zip(units, translate(units) if units else (), strict=True))
    return [
        "".join(broken(part, answers[_line(part)].strip()) if place % 2 else part for place, part in enumerate(parts))
        for parts in cut
    ]


def _parts(text: str, lang: str, length: Callable[[str], int], most: int) -> Iterator[str]:
    """The text as gap, unit, gap, …, unit, gap."""
    at = 0
    for begin, finish in blocks(text):
        for first, last in sentences(text[begin:finish], two_letter(lang)):
            for start, end in _clauses(text, begin + first, begin + last, length, most):
                if any(map(str.isalpha, text[start:end])):
                    yield text[at:start]
                    yield text[start:end]
                    at = end
    yield text[at:]


def _clauses(text: str, start: int, end: int, length: Callable[[str], int], most: int) -> Iterator[tuple[int, int]]:
    if end - start <= 1 or length(_line(text[start:end])) <= most:
        yield start, end
        return
    cut = _middle(text, start, end)
    right = end - len(text[cut:end].lstrip())
    yield from _clauses(text, start, cut, length, most)
    yield from _clauses(text, right, end, length, most)


def _middle(text: str, start: int, end: int) -> int:
    """The end of a clause, else of a word, nearest the middle and not in the outer quarters; else the middle."""
    middle, quarter = (start + end) // 2, (end - start) // 4
    for mark in (_CLAUSE_END, _WORD_END):
        ends = [at.end() for at in mark.finditer(text, start + quarter, end - quarter) if start < at.end() < end]
        if ends:
            return min(ends, key=lambda at: abs(at - middle))
    return middle


def _line(unit: str) -> str:
    return _LONE_SURROGATE.sub("\ufffd", " ".join(unit.split()))
