"""Carries a span over from a paragraph as it was to the paragraph it has become."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from audit.document import Paragraph

MOST_ALIKE = 75.0
"""Likeness (normalised Indel similarity, 0–100) from which a paragraph is the worksheet's, edited since. Of the
169 paragraphs of 60 characters or more under corpora/gold none is alike to another of its article by more than 55,
unless it repeats it (80); with every fourth word replaced each is still alike to itself by 75 or more."""

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\w")

Span = tuple[int, int]


def carried(span: Span, before: str, paragraphs: Sequence[Paragraph]) -> Span | None:
    """Where a span of the text `before` stands now, in code points of the document; None where that is not certain.

    The paragraph most like the text must be like it enough, and the span must stand in it unchanged next to a word that
    did not change either.
    """
    from rapidfuzz import fuzz, process

    texts = [paragraph.text for paragraph in paragraphs]
    best = process.extractOne(before, texts, scorer=fuzz.ratio, score_cutoff=MOST_ALIKE)
    if best is None:
        return None
    found = _shifted(span, before, best[0])
    return None if found is None else (found[0] + paragraphs[best[2]].start, found[1] + paragraphs[best[2]].start)


def _shifted(span: Span, before: str, after: str) -> Span | None:
    """The span by the runs of tokens that both texts share; white space counts as equal to any other."""
    from rapidfuzz.distance import Indel

    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    old_starts, new_starts = _starts(old), _starts(new)
    for step in Indel.opcodes(_comparable(old), _comparable(new)):
        low, high = old_starts[step.src_start], old_starts[step.src_end]
        if step.tag != "equal" or not low <= span[0] < span[1] <= high:
            continue
        if not _WORD.search(before[low : span[0]] + before[span[1] : high]) and (low, high) != (0, len(before)):
            return None
        return _at(span[0], old_starts, new_starts, step.src_start, step.dest_start), _at(
            span[1], old_starts, new_starts, step.src_start, step.dest_start
        )
    return None


def _at(offset: int, old_starts: Sequence[int], new_starts: Sequence[int], src: int, dest: int) -> int:
    """An offset in the old text as one in the new, in a run of equal tokens from `src` and `dest` on."""
    while src + 1 < len(old_starts) and old_starts[src + 1] <= offset:
        src, dest = src + 1, dest + 1
    return new_starts[dest] + (offset - old_starts[src])


def _starts(tokens: Sequence[str]) -> list[int]:
    """Where each token begins, and where the last one ends."""
    return list(accumulate(map(len, tokens), initial=0))


def _comparable(tokens: Sequence[str]) -> list[str]:
    return [" " if token.isspace() else token for token in tokens]
