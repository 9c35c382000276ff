"""A sentence as words that slips can be planted in."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:[’'.,:/-]\w+)*|[^\w\s]")


@dataclass(slots=True)
class Word:
    """One word or punctuation mark; `space` tells white space before it, `bad` that it belongs to a planted slip."""

    text: str
    space: bool = True
    bad: bool = False


Draft = list[Word]
"""A sentence in the making; slips change it in place."""


def draft(text: str) -> Draft:
    """The words and marks of a sentence."""
    held: Draft = []
    position = 0
    for match in _WORD.finditer(text):
        held.append(Word(match[0], space=match.start() > position > 0))
        position = match.end()
    return held


def render(words: Draft) -> tuple[str, list[tuple[int, int]]]:
    """The text of a draft and the spans (code points) of its bad words, adjacent ones merged."""
    text = ""
    spans: list[tuple[int, int]] = []
    for word in words:
        text += " " if word.space and text else ""
        start = len(text)
        text += word.text
        if word.bad:
            joined = bool(spans) and not text[spans[-1][1] : start].strip()
            spans[-1:] = [(spans[-1][0], len(text))] if joined else [*spans[-1:], (start, len(text))]
    return text, spans


def blame(words: Draft, at: int) -> None:
    """Mark the word that a gap before `at` is felt at: the next one, or the last of the sentence."""
    if words:
        words[min(at, len(words) - 1)].bad = True


def keep_capital(draft: Draft) -> None:
    """Give the sentence's first word its capital back after words were moved or dropped."""
    if draft and draft[0].text[:1].islower():
        draft[0].text = draft[0].text[0].upper() + draft[0].text[1:]
