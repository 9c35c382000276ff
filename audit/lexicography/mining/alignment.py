"""Finds the source phrase behind a phrase of a translation: the one that stands in the same sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.lexicography.mining.sequences import LONGEST, Coded, Coder, Counted, coded, count, hashes
from audit.lexicography.mining.tokens import foreign

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_SENTENCES = 200
"""Sentences of a phrase that are looked at: their share of a source phrase is then known to some hundredths."""
EXTRA_WORD = 0.02
"""What a longer source phrase may lose in likeness to a shorter one that is part of it, and still be taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """A source phrase and its Dice coefficient (0–1) with the phrase: 1 where either never stands without the other."""

    phrase: str
    likeness: float


class Source:
    """The source side of a translation, sentence by sentence."""

    __slots__ = ("_bounds", "_coded", "_counts", "_words")

    def __init__(self, sentences: Sequence[str]) -> None:
        import numpy as np

        coder = Coder()
        self._coded: Coded = coded(sentences, coder, foreign)
        self._words = ["", *coder.known]
        self._bounds = np.searchsorted(self._coded.sentences, np.arange(len(sentences) + 1))
        self._counts: list[Counted] = [count(self._coded.codes, tuple(range(n)), 1) for n in range(1, LONGEST + 1)]

    def behind(self, sentences: Sequence[int]) -> Aligned | None:
        """The phrase that these sentences share and others lack; None where they share none."""
        looked = sentences[:MOST_SENTENCES]
        held: Counter[tuple[int, ...]] = Counter()
        for sentence in looked:
            held.update(self._phrases(self._coded.codes[self._bounds[sentence] : self._bounds[sentence + 1]]))
        best: tuple[float, tuple[int, ...]] | None = None
        for phrase, together in held.most_common(50):
            likeness = 2 * together / (len(looked) + self._occurrences(phrase)) + EXTRA_WORD * len(phrase)
            best = max(best or (0.0, ()), (likeness, phrase))
        if best is None:
            return None
        words = " ".join(self._words[code] for code in best[1])
        return Aligned(phrase=words, likeness=min(1.0, best[0] - EXTRA_WORD * len(best[1])))

    def _phrases(self, codes: NDArray[np.int64]) -> set[tuple[int, ...]]:
        listed = codes.tolist()
        return {
            tuple(listed[start : start + size])
            for size in range(1, LONGEST + 1)
            for start in range(len(listed) - size + 1)
            if 0 not in listed[start : start + size]
        }

    def _occurrences(self, phrase: tuple[int, ...]) -> int:
        import numpy as np

        counted = self._counts[len(phrase) - 1]
        key, _ = hashes(np.array(phrase, dtype=np.int64), counted.shape)
        return int(counted.counts[np.searchsorted(counted.hashes, key[0])])
