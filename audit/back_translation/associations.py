"""How much oftener two words meet than chance has it: the yardstick of what is natural in a language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from audit.artifact_model.model import load, shipped
from audit.artifact_model.ngrams import NgramCounts, joined, load_ngrams, mixed, word_hash

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TABLES = ("word", "pair")
"""Orders that a table of associations needs."""
MIDDLE = 1.4
"""What a count is on average that is kept as the power of two below it, which counts reach twice as seldom each."""
SMOOTHING = 0.5
"""Occurrences added to those seen and those expected, so that what was never seen has a logarithm."""


def english() -> NgramCounts:
    """The counts that the shipped artifact model reads with, in memory once."""
    return load(shipped()).ngrams


def has(lang: str) -> bool:
    """Whether the package ships a table of a source language."""
    return _path(lang).is_file()


@lru_cache(maxsize=4)
def of_language(lang: str) -> NgramCounts:
    """The shipped counts of a source language; raises PluginError when the file is broken."""
    return load_ngrams(_path(lang), TABLES)


def associations(counts: NgramCounts, pairs: Sequence[tuple[str, str]], least: int = 0) -> list[float]:
    """Of each pair, log((seen + ½) / (expected + ½)): over 0 where the words meet oftener than chance has it.

    0 where either word occurs fewer than `least` times: nothing is expected then, and nothing told.
    """
    import numpy as np

    if not pairs:
        return []
    words = np.array([[word_hash(one), word_hash(other)] for one, other in pairs], np.uint64)
    first, second = (_seen(counts, "word", mixed(words[:, side])) for side in (0, 1))
    pair = _seen(counts, "pair", joined(words[:, 0], words[:, 1]))
    told = np.log((pair + SMOOTHING) / (first * second / counts.tokens + SMOOTHING))
    return [float(value) for value in np.where(np.minimum(first, second) < least, 0.0, told)]


def _seen(counts: NgramCounts, order: str, hashes: NDArray[np.uint64]) -> NDArray[np.float64]:
    return MIDDLE * counts.tables[order].counts(hashes)


def _path(lang: str) -> Path:
    return Path(str(resources.files("audit") / "data" / "associations" / f"{lang}.npz"))
