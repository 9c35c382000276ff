"""Drops pairs that would teach a translator wrong things."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from audit.training.translator.reading import Pair

LONGEST = 1_000
"""Characters of a side: about the longest padded length of a batch, in pieces of four to five characters."""
LETTERS = 0.5
"""Least share of letters among the characters that are no space, as in Bicleaner's hard rules."""
RATIO = 2.5
"""How far the lengths may be from the corpus's usual ratio; Moses' clean-corpus allows 9 and Bicleaner 2."""
SLACK = 15
"""Characters added to both lengths: short texts vary most."""


def cleaned(pairs: Sequence[Pair], seen: set[Pair]) -> tuple[list[Pair], Counter[str]]:
    """The pairs worth learning from, their white space made plain, and how many were dropped by reason.

    `seen` holds the pairs of corpora read before and takes those of this one: each is kept once.
    """
    texts = [(plain(one), plain(other)) for one, other in pairs]
    usual = median([_ratio(pair) for pair in texts if all(pair)] or [0.0])
    dropped: Counter[str] = Counter()
    return list(_kept(texts, usual, seen, dropped)), dropped


def _kept(pairs: Sequence[Pair], usual: float, seen: set[Pair], dropped: Counter[str]) -> Iterator[Pair]:
    for pair in pairs:
        key = (pair[0].casefold(), pair[1].casefold())
        reason = _fault(pair, usual) or ("repeated" if key in seen else None)
        if reason is None:
            seen.add(key)
            yield pair
        else:
            dropped[reason] += 1


def _fault(pair: Pair, usual: float) -> str | None:
    if not all(pair):
        return "empty"
    if max(map(len, pair)) > LONGEST:
        return "too long"
    if pair[0].casefold() == pair[1].casefold():
        return "identical"
    if min(map(_letters, pair)) < LETTERS:
        return "not letters"
    if abs(_ratio(pair) - usual) > math.log(RATIO):
        return "unequal"
    return None


def _ratio(pair: Pair) -> float:
    """Natural logarithm of the ratio of the lengths."""
    return math.log((len(pair[0]) + SLACK) / (len(pair[1]) + SLACK))


def _letters(text: str) -> float:
    marks = "".join(text.split())
    # The vowel signs of Indic scripts are marks, not letters.
    return sum(unicodedata.category(mark)[0] in "LM" for mark in marks) / len(marks)


def plain(text: str) -> str:
    """The text with single spaces, in Unicode's form C."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
