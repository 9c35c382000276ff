"""Counts word sequences of clean text: English for the table that the model reads with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from audit.artifact_model.ngrams import (
    END,
    LEAST,
    ORDERS,
    START,
    NgramCounts,
    joined,
    mixed,
    split_hash,
    table,
    tokens,
    word_hash,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def count(texts: Iterable[str], orders: Sequence[str] = ORDERS) -> NgramCounts:
    """The counts of some orders over the texts, each between its own edges."""
    words = _hashes(texts)
    return NgramCounts(
        tables={name: table(_sequences(words, name), LEAST[name]) for name in orders}, tokens=max(1, len(words))
    )


def _sequences(words: NDArray[np.uint64], order: str) -> NDArray[np.uint64]:
    if order == "word":
        return mixed(words)
    if order == "pair":
        return joined(words[:-1], words[1:])
    if order == "triple":
        return joined(words[:-2], words[1:-1], words[2:])
    return split_hash(words[:-2], words[2:])


def _hashes(texts: Iterable[str]) -> NDArray[np.uint64]:
    """One after the other, with marks of start and end on both sides as when they are read."""
    import numpy as np

    known: dict[str, int] = {}
    held: list[NDArray[np.uint64]] = []
    for text in texts:
        words = tokens(text)
        for word in words:
            if word not in known:
                known[word] = word_hash(word)
        held.append(np.array([START, START, *(known[word] for word in words), END, END], np.uint64))
    return np.concatenate(held) if held else np.zeros(0, np.uint64)
