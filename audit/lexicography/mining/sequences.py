"""Counts word sequences of one to five items, and pairs with a gap between them, over millions of words at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONGEST = 5
"""Items of the longest sequence in a row."""
WIDEST_GAP = 3
"""Items left open in the widest gapped pair: the widest gap a pattern may have."""
SHAPES = tuple(tuple(range(n)) for n in range(1, LONGEST + 1)) + tuple((0, gap + 1) for gap in range(1, WIDEST_GAP + 1))
"""Offsets of the items of each kind of sequence: in a row, then with a gap of one to three."""
CHUNK = 200_000
"""Sentences that are coded together, for memory."""
_MULTIPLIER = 0x9E3779B97F4A7C15
"""An odd constant with well mixed bits (2⁶⁴ divided by the golden ratio), for hashing a sequence of codes."""


@dataclass(slots=True)
class Coder:
    """Numbers for items; 0 is a break. A coder that is `closed` takes items it does not know for breaks."""

    known: dict[str, int] = field(default_factory=dict)
    closed: bool = False

    def code(self, items: Iterable[str]) -> list[int]:
        """The numbers of some items."""
        if self.closed:
            return [self.known.get(item, 0) for item in items]
        return [self.known.setdefault(item, len(self.known) + 1) if item else 0 for item in items]


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """Text as numbers, with the sentence each one is in."""

    codes: NDArray[np.int64]
    sentences: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """The sequences of one shape by their sorted hashes, with how often each occurs and where first."""

    shape: tuple[int, ...]
    hashes: NDArray[np.uint64]
    counts: NDArray[np.int64]
    first: NDArray[np.int64]
    total: int


class Places:
    """Where sequences stand in a text; what one shape needs is found once."""

    __slots__ = ("_held", "_text")

    def __init__(self, text: Coded) -> None:
        self._text = text
        self._held: dict[tuple[int, ...], tuple[NDArray[np.uint64], NDArray[np.int64]]] = {}

    def sentences(self, first: int, shape: tuple[int, ...]) -> list[int]:
        """The sentences that hold the sequence of a shape that begins at `first`, in order."""
        import numpy as np

        key, _ = hashes(self._text.codes[first : first + shape[-1] + 1], shape)
        held, places = self._sorted(shape)
        low, high = np.searchsorted(held, key[0]), np.searchsorted(held, key[0], side="right")
        return sorted({int(self._text.sentences[place]) for place in places[low:high]})

    def _sorted(self, shape: tuple[int, ...]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
        import numpy as np

        if shape not in self._held:
            held, places = hashes(self._text.codes, shape)
            order = np.argsort(held)
            self._held[shape] = (held[order], places[order])
        return self._held[shape]


def coded(sentences: Iterable[str], coder: Coder, tokens: Callable[[str], Iterable[str]]) -> Coded:
    """Text as numbers."""
    import numpy as np

    codes: list[int] = []
    lengths: list[int] = []
    for sentence in sentences:
        held = coder.code(tokens(sentence))
        codes += held
        lengths.append(len(held))
    at = np.repeat(np.arange(len(lengths)), lengths)
    return Coded(codes=np.array(codes, dtype=np.int64), sentences=at)


def hashes(codes: NDArray[np.int64], shape: Sequence[int]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The hash of every sequence of a shape, and where it begins; none runs over a break, not even in a gap."""
    import numpy as np

    span = shape[-1] + 1
    size = max(0, len(codes) - span + 1)
    whole = np.ones(size, dtype=bool)
    for offset in range(span):
        whole &= codes[offset : offset + size] != 0
    held = np.full(size, span, dtype=np.uint64)
    for offset in shape:
        held = (held ^ codes[offset : offset + size].astype(np.uint64)) * np.uint64(_MULTIPLIER)
        held ^= held >> np.uint64(29)
    places = np.flatnonzero(whole)
    return held[places], places


def count(codes: NDArray[np.int64], shape: tuple[int, ...], least: int) -> Counted:
    """The sequences of a shape that occur at least so often."""
    import numpy as np

    held, places = hashes(codes, shape)
    unique, first, counts = np.unique(held, return_index=True, return_counts=True)
    kept = counts >= least
    return Counted(shape, unique[kept], counts[kept], places[first[kept]], len(held))


def count_in(counted: Counted, codes: NDArray[np.int64]) -> tuple[NDArray[np.int64], int]:
    """How often the counted sequences occur in other text, and the sequences of their shape there are in it."""
    import numpy as np

    held, _ = hashes(codes, counted.shape)
    if not len(counted.hashes):
        return np.zeros(0, dtype=np.int64), len(held)
    at = np.minimum(np.searchsorted(counted.hashes, held), len(counted.hashes) - 1)
    found = at[counted.hashes[at] == held]
    return np.bincount(found, minlength=len(counted.hashes)).astype(np.int64), len(held)


def chunks(sentences: Iterable[str]) -> Iterator[list[str]]:
    """Sentences some hundred thousand at a time."""
    held = iter(sentences)
    while part := list(islice(held, CHUNK)):
        yield part
