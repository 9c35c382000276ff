"""Quoted spans: curly, straight, guillemets and low marks, nested, and over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from audit.document import Quotation

_MARK = re.compile(r"[“”\"«»„‟]|(?<![^\W_])‘(?=\w)|(?<=[\w.,!?…])’(?!\w)")
_OPENERS = "“«„‟‘"
_CLOSERS = "”»’"
_BEFORE_OPENING = "([{—–-/|¿¡:“‘«„\"'"
_MEASURE = re.compile(r"\d\Z")
_LEAD = re.compile(r"[\s\ufeff]*[“\"«„”‘]")


@dataclass(slots=True)
class _Open:
    start: int
    mark: str


def quotations(paragraphs: Sequence[str]) -> list[tuple[Quotation, ...]]:
    """The quotations of each paragraph of an article, outermost first where they start together.

    A mark is read by its place (space before and a letter after opens) where its shape contradicts it, so that a
    reversed mark still bounds its quotation. A quotation left open `continues` when the next paragraph opens with a
    mark again.
    """
    held = [_paragraph(text) for text in paragraphs]
    for i, found in enumerate(held):
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else ""
        if _LEAD.match(following):
            held[i] = tuple(q if q.closed else replace(q, continues=True) for q in found)
    return held


def _paragraph(text: str) -> tuple[Quotation, ...]:
    stack: list[_Open] = []
    found: list[Quotation] = []
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark == '"' and _MEASURE.search(text[max(0, at - 1) : at]) and not stack:
            continue
        if _opens(text, at, mark, stack):
            stack.append(_Open(at, mark))
        elif (depth := _partner(stack, mark)) is not None:
            found.append(
                Quotation(start=stack[depth].start, end=at + 1, opening=stack[depth].mark, closing=mark, depth=depth)
            )
            found.extend(_left_open(text, stack[depth + 1 :], depth + 1))
            del stack[depth:]
    found.extend(_left_open(text, stack, 0))
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _left_open(text: str, stack: list[_Open], depth: int) -> list[Quotation]:
    return [
        Quotation(start=one.start, end=len(text), opening=one.mark, closing=None, depth=depth + i)
        for i, one in enumerate(stack)
        if one.mark != "‘"
    ]


def _partner(stack: list[_Open], mark: str) -> int | None:
    """The innermost open quotation this mark may close: single closes single, any double closes any double."""
    single = mark == "’"
    return next((i for i in reversed(range(len(stack))) if (stack[i].mark == "‘") == single), None)


def _opens(text: str, at: int, mark: str, stack: list[_Open]) -> bool:
    if mark in "‘’":
        return mark == "‘"
    free = at == 0 or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING or text[at - 1] == "\ufeff"
    word = at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] not in ".,;:!?)]}”»"
    inside = any(one.mark != "‘" for one in stack)
    if mark == '"':
        return free and (word or not inside)
    if mark in _CLOSERS:
        return free and word and not inside and text[at - 1 : at] != "”"
    if inside and not free and not word:
        return False
    return not (mark == "“" and inside and any(one.mark == "„" for one in stack) and not free)
