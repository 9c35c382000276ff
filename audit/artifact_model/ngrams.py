"""How often word sequences occur in human English: what a small encoder cannot hold in its weights."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from audit.errors import PluginError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

START, END, GAP = 1, 2, 3
"""Hashes of the edges of a text and of the word left open in a split pair."""
ORDERS = ("word", "pair", "triple", "split")
"""Tables: single words, two and three in a row, and the outer two of three."""
LEAST = {"word": 3, "pair": 2, "triple": 3, "split": 3}
"""Occurrences from which a sequence is kept: the two tables with the longest tails from three on, for their size."""
HARDLY = {"pair": 2.0, "triple": 1.5, "split": 3.0}
"""Expected occurrences from which one that was never seen is odd, near the least that is kept; from four times as
many it is very odd. Bins like these, read off a tree of decisions, put words of marked errors (web English, people's
own) over good ones in 0.73 of cases, beside 0.66 without any."""
OFTEN = 16
"""Occurrences from which a sequence is plain English."""
PAIR_CODES, TRIPLE_CODES, SPLIT_CODES = 26, 5, 3
"""Codes of a word by its neighbours: 25 of two pairs and one for a word never seen, five of the triple it is the middle
of, three of the pair around it."""
CODES = PAIR_CODES * TRIPLE_CODES * SPLIT_CODES
WIDEST_GAP = 0xFFFF
"""Largest gap between keys that the file can hold."""
MOST_BITS = 32
_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]")
_DIGIT = re.compile(r"\d")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_EDGE = 2
"""Marks of start and end on each side of a text, so that every word has two neighbours."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """Sorted hashes of `bits` bits, and the whole part of the binary logarithm of how often each was seen."""

    bits: int
    keys: NDArray[np.uint32]
    logs: NDArray[np.uint8]

    def counts(self, hashes: NDArray[np.uint64]) -> NDArray[np.float64]:
        """About how often each of the 64-bit hashes was seen; 0 for those that are not kept."""
        import numpy as np

        if not len(self.keys):
            return np.zeros(len(hashes))
        wanted = (hashes >> np.uint64(64 - self.bits)).astype(np.uint32)
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where(self.keys[at] == wanted, np.exp2(self.logs[at].astype(np.float64)), 0.0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NgramCounts:
    """One table an order, and the number of tokens counted."""

    tables: dict[str, Table]
    tokens: int

    def codes(self, texts: Sequence[str]) -> list[list[tuple[int, int, int]]]:
        """Of each text, (start, end, code in 0–389) of its words and marks, in order; ends are exclusive."""
        import numpy as np

        spans = [[match.span() for match in _TOKEN.finditer(text)] for text in texts]
        hashes: list[int] = []
        for text, held in zip(texts, spans, strict=True):
            hashes += (START,) * _EDGE
            hashes += [word_hash(text[start:end]) for start, end in held]
            hashes += (END,) * _EDGE
        codes = iter(self._codes(np.array(hashes, np.uint64)).tolist()) if hashes else iter(())
        return [[(start, end, code) for (start, end), code in _inner(held, codes)] for held in spans]

    def _codes(self, words: NDArray[np.uint64]) -> NDArray[np.int64]:
        """The code of every hash but the first and the last, whose codes are 0."""
        import numpy as np

        single = self.tables["word"].counts(mixed(words))
        pair = self.tables["pair"].counts(joined(words[:-1], words[1:]))
        triple = self.tables["triple"].counts(joined(words[:-2], words[1:-1], words[2:]))
        split = self.tables["split"].counts(split_hash(words[:-2], words[2:]))
        pairs = level(pair, single[:-1] * single[1:] / self.tokens, HARDLY["pair"])
        triples = level(triple, pair[:-1] * pair[1:] / np.maximum(single[1:-1], 1), HARDLY["triple"])
        around = np.where(split > 0, 2, single[:-2] * single[2:] / self.tokens < 4 * HARDLY["split"])
        beside = np.where(single[1:-1] > 0, 1 + 5 * pairs[:-1] + pairs[1:], 0)
        return np.pad(beside + PAIR_CODES * (triples + TRIPLE_CODES * around), 1)


def level(seen: NDArray[np.float64], expected: NDArray[np.float64], hardly: float) -> NDArray[np.int64]:
    """0 very odd, 1 odd, 2 nothing to go by, 3 seen, 4 seen often."""
    import numpy as np

    unseen = np.where(expected >= 4 * hardly, 0, np.where(expected >= hardly, 1, 2))
    return np.where(seen >= OFTEN, 4, np.where(seen > 0, 3, unseen))


def _inner(spans: Sequence[tuple[int, int]], codes: Any) -> list[tuple[tuple[int, int], int]]:  # noqa: ANN401 - an iterator of ints
    for _ in range(_EDGE):
        next(codes)
    held = [(span, next(codes)) for span in spans]
    for _ in range(_EDGE):
        next(codes)
    return held


def tokens(text: str) -> list[str]:
    """The words and marks of a text as they are counted."""
    return _TOKEN.findall(text)


def word_hash(word: str) -> int:
    """The hash of a word or mark, blind to case, to the shape of quotes and to which digits it has."""
    return crc32(_DIGIT.sub("0", word.lower().translate(_PLAIN)).encode("utf-8", "replace"))


def mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """64 bits that each depend on all bits of the values (after Stafford's variant 13 of MurmurHash3's finaliser)."""
    import numpy as np

    held = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    held = (held ^ (held >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    found: NDArray[np.uint64] = held ^ (held >> np.uint64(31))
    return found


def joined(first: NDArray[np.uint64], *others: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Hashes of sequences, from the hashes of their words."""
    held = mixed(first)
    for other in others:
        held = mixed(held + other)
    return held


def split_hash(first: NDArray[np.uint64], last: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Hashes of the outer two of three words."""
    import numpy as np

    return joined(first, np.full_like(first, GAP), last)


def table(hashes: NDArray[np.uint64], least: int) -> Table:
    """The table of the hashes that come at least so often, as short as keeps false hits under one in 250."""
    import numpy as np

    keys, counts = np.unique(hashes, return_counts=True)
    keys, counts = keys[counts >= least], counts[counts >= least]
    bits = min(MOST_BITS, max(16, int(np.ceil(np.log2(len(keys) + 1))) + 8))
    short = (keys >> np.uint64(64 - bits)).astype(np.uint32)
    alone = np.flatnonzero(np.diff(short, prepend=short[:1] + np.uint32(1)))
    logs = np.minimum(np.log2(np.maximum.reduceat(counts, alone)), 31) if len(alone) else np.zeros(0)
    return Table(bits=bits, keys=short[alone], logs=logs.astype(np.uint8))


def save(counts: NgramCounts, path: Path) -> None:
    """Write the counts as `.npz`: the gaps between keys, low and high bytes apart, which packs best."""
    import numpy as np

    arrays: dict[str, Any] = {"tokens": np.array(counts.tokens)}
    for name, held in counts.tables.items():
        gaps = np.diff(held.keys, prepend=np.uint32(0))
        if len(gaps) and int(gaps.max()) > WIDEST_GAP:
            raise ValueError(f"{name}: a gap between keys is over 16 bits")
        arrays |= {f"{name}_low": (gaps & 0xFF).astype(np.uint8), f"{name}_high": (gaps >> 8).astype(np.uint8)}
        arrays |= {f"{name}_logs": held.logs, f"{name}_bits": np.array(held.bits)}
    np.savez_compressed(path, **arrays)


def load_ngrams(path: Path, orders: Sequence[str] = ORDERS) -> NgramCounts:
    """The counts of some orders in a file; raises PluginError when an array is missing or of another shape."""
    import numpy as np

    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as held:
            tables = {
                name: _table(*(held[f"{name}_{part}"] for part in ("low", "high", "logs", "bits"))) for name in orders
            }
            return NgramCounts(tables=tables, tokens=max(1, int(held["tokens"])))
    except (OSError, ValueError, KeyError, EOFError, TypeError, zipfile.BadZipFile) as cause:
        raise PluginError(f"word counts {path.parent}: {path.name} does not load: {cause} – make it again") from cause


def _table(low: NDArray[np.uint8], high: NDArray[np.uint8], logs: NDArray[np.uint8], bits: Any) -> Table:  # noqa: ANN401 - an array of one number
    import numpy as np

    if not low.shape == high.shape == logs.shape or low.ndim != 1 or not 1 <= int(bits) <= MOST_BITS:
        raise ValueError("keys and counts do not fit")
    gaps = low.astype(np.uint32) | (high.astype(np.uint32) << np.uint32(8))
    return Table(bits=int(bits), keys=np.cumsum(gaps, dtype=np.uint32), logs=logs)
