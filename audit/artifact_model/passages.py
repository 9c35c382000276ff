"""What of a paragraph is read at once: a sentence, or a very short one with its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEAST_WORDS = 4
"""White-space separated words from which a text is scored: below, its fluency is a matter of what stands around it."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The sentence from `start` to `end` of a paragraph's text, read as part of the text from `low` to `high`.

    `scored` tells whether it is long enough for a score of its own.
    """

    start: int
    end: int
    low: int
    high: int
    scored: bool


def passages(text: str, sentences: Sequence[Span]) -> tuple[Passage, ...]:
    """The passages of a paragraph, one per sentence; without any, or with short ones only, it is one sentence."""
    counts = [_count(text, span) for span in sentences]
    if max(counts, default=0) < LEAST_WORDS:
        whole = (0, len(text))
        return (_passage(whole, whole, scored=_count(text, whole) >= LEAST_WORDS),)
    return tuple(
        _passage(span, _widened(counts, sentences, at), scored=counts[at] >= LEAST_WORDS)
        for at, span in enumerate(sentences)
    )


def _count(text: str, span: Span) -> int:
    return len(text[span[0] : span[1]].split())


def _passage(span: Span, around: Span, *, scored: bool) -> Passage:
    return Passage(start=span[0], end=span[1], low=around[0], high=around[1], scored=scored)


def _widened(counts: Sequence[int], sentences: Sequence[Span], at: int) -> Span:
    """The sentence with as many of those before it, then after it, as it takes to be long enough."""
    first = last = at
    while sum(counts[first : last + 1]) < LEAST_WORDS:
        if first > 0:
            first -= 1
        else:
            last += 1
    return sentences[first][0], sentences[last][1]
