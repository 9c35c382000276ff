"""How an error names the word that was meant."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

ALIKE = 0.5
"""Least likeness (difflib's ratio) of a word to a known one for it to be named: `ingore` has 0.83 with `ignore`."""


def nearest(word: str, known: Sequence[str]) -> str:
    """How an error names the known word closest to a mistaken one; empty when none is close."""
    close = difflib.get_close_matches(word, known, n=1, cutoff=ALIKE)
    return f" – did you mean {close[0]!r}?" if close else ""
