"""Surprisal of the words of a text, summed over the pieces a model's tokenizer cuts them into."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenSurprisal:
    """A white-space separated token of a text with its surprisal, −log2 of its probability, at least 0 bits.

    `start` and `end` are code points into the text.
    """

    start: int
    end: int
    surprisal_bits: float


def by_word(text: str, pieces: Sequence[tuple[int, int]], piece_bits: Sequence[float]) -> tuple[TokenSurprisal, ...]:
    """The words of `text` with the sum of their pieces' bits, in order.

    `pieces` are (start, end) in code points. A piece belongs to the word it starts in, or to the next one where it
    starts in white space. Words without a piece, or with one the model gives no figure (NaN), are left out.
    """
    spans = [match.span() for match in _WORD.finditer(text)]
    ends = [end for _, end in spans]
    sums: dict[int, float] = {}
    for (start, _), bits in zip(pieces, piece_bits, strict=True):
        at = bisect_right(ends, start)
        sums[at] = sums.get(at, 0.0) + bits
    return tuple(
        TokenSurprisal(start=start, end=end, surprisal_bits=sums[at])
        for at, (start, end) in enumerate(spans)
        if not math.isnan(sums.get(at, math.nan))
    )
