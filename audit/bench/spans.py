"""Words and spans: which words lie in a marked span, and how much two markings share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.bench.rows import Span
from audit.document import Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Characters marked by both, by the one measured, and by the one it is measured against."""

    both: int = 0
    found: int = 0
    marked: int = 0

    def __add__(self, other: Overlap) -> Overlap:
        return Overlap(both=self.both + other.both, found=self.found + other.found, marked=self.marked + other.marked)

    @property
    def precision(self) -> float:
        """Share of the characters found that are marked; NaN where none is found."""
        return self.both / self.found if self.found else float("nan")

    @property
    def recall(self) -> float:
        """Share of the characters marked that are found; NaN where none is marked."""
        return self.both / self.marked if self.marked else float("nan")

    @property
    def f1(self) -> float:
        """Harmonic mean of both, as the WMT 2023 task on error spans defines it; NaN where neither marks anything."""
        total = self.found + self.marked
        return 2 * self.both / total if total else float("nan")


def overlap(found: Iterable[Span], marked: Iterable[Span]) -> Overlap:
    """How two markings of one text agree, character by character."""
    one, other = characters(found), characters(marked)
    return Overlap(both=len(one & other), found=len(one), marked=len(other))


def characters(spans: Iterable[Span]) -> set[int]:
    """The offsets that spans cover."""
    return {offset for start, end in spans for offset in range(start, end)}


def touches(one: Span, other: Span) -> bool:
    """Whether two spans share a character; a point touches the spans it lies in and those at whose edge it lies."""
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]


def labels(words: Sequence[Suspicion], spans: Sequence[Span]) -> list[bool]:
    """For each word whether it shares a character with a span; points between characters mark no word."""
    real = [span for span in spans if span[0] < span[1]]
    return [any(touches((word.start, word.end), span) for span in real) for word in words]
