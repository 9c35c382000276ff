"""Cuts the pieces of a long sentence into overlapping windows that the encoder can read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

MOST = 126
"""Pieces in a window: the model is trained on rows of 128, and two are the marks of start and end."""
CONTEXT = 24
"""Pieces of context a word has on both sides, unless the text itself ends there: about one clause of news."""
LONG_WORD = 16
"""Pieces of the longest word that gets all that context; longer ones are addresses and strings of digits."""
OVERLAP = 2 * CONTEXT + LONG_WORD
"""Pieces that neighbouring windows share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Pieces `start` to `end` are read together; of the words, those from `first` to `last` are taken from here."""

    start: int
    end: int
    first: int
    last: int


def windows(word: Sequence[int]) -> tuple[Window, ...]:
    """The windows over pieces whose words are `word` (rising indices), in order; none for no pieces.

    Every word that has pieces is owned by one window, the one in which its middle piece is furthest from an edge.
    """
    if not word:
        return ()
    spans = _spans(word)
    middles = [(start + end) // 2 for (_, end), (start, _) in pairwise(spans)]
    owners = [0, *(_after_middle(word, at) for at in middles), word[-1] + 1]
    return tuple(
        Window(start=start, end=end, first=first, last=last)
        for (start, end), (first, last) in zip(spans, pairwise(owners), strict=True)
    )


def _spans(word: Sequence[int]) -> list[tuple[int, int]]:
    spans, start = [], 0
    while len(word) - start > MOST:
        end = _bound(word, start + MOST, least=start + OVERLAP)
        spans.append((start, end))
        start = _bound(word, end - OVERLAP, least=start)
    return [*spans, (start, len(word))]


def _bound(word: Sequence[int], at: int, least: int) -> int:
    """The last start of a word at or before `at` and after `least`; `at` where one word fills all that."""
    return next((i for i in range(at, least, -1) if word[i] != word[i - 1]), at)


def _after_middle(word: Sequence[int], at: int) -> int:
    """The first word whose middle piece is at or after piece `at`."""
    first, last = at, at
    while first > 0 and word[first - 1] == word[at]:
        first -= 1
    while last < len(word) and word[last] == word[at]:
        last += 1
    return word[at] if (first + last - 1) // 2 >= at else word[at] + 1
