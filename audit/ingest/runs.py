"""Where in a raw page the code points of a text lie, kept as runs: a page of megabytes has a few thousand."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

NOWHERE = -1
"""Start and end of code points that no range of the raw page stands for."""
EACH = -2
"""End of a run whose code points stand in the raw page one by one, from its start on; else its range is that of all."""

Run = tuple[int, int, int]
"""Length in code points of the text, start, and end or EACH."""


class Runs(Sequence[tuple[int, int] | None]):
    """The (start, end) in the raw page of each code point, None where it stands nowhere there."""

    __slots__ = ("_afters", "_ends", "_starts")

    def __init__(self) -> None:
        self._afters, self._starts, self._ends = array("q"), array("q"), array("q")

    def __len__(self) -> int:
        return self._afters[-1] if self._afters else 0

    def __iter__(self) -> Iterator[tuple[int, int] | None]:
        for length, start, end in self.cut(0, len(self)):
            if end == EACH:
                yield from zip(range(start, start + length), range(start + 1, start + length + 1), strict=True)
            else:
                yield from [None if start == NOWHERE else (start, end)] * length

    @overload
    def __getitem__(self, index: int) -> tuple[int, int] | None: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[int, int] | None]: ...
    def __getitem__(self, index: int | slice) -> tuple[int, int] | Sequence[tuple[int, int] | None] | None:
        if isinstance(index, slice):
            low, high, step = index.indices(len(self))
            return self.part(low, high) if step == 1 else [self[at] for at in range(low, high, step)]
        at = range(len(self))[index]
        return next(iter(self.part(at, at + 1)))

    def add(self, length: int, start: int, end: int) -> None:
        """Put a run behind the last one."""
        if length <= 0:
            return
        after = len(self)
        if end == EACH and self._ends and self._ends[-1] == EACH and self._next() == start:
            self._afters[-1] = after + length
            return
        self._afters.append(after + length)
        self._starts.append(start)
        self._ends.append(end)

    def extend(self, other: Runs) -> None:
        """Put the runs of another behind the last one."""
        before = len(self)
        self._afters.extend([before + after for after in other._afters])
        self._starts.extend(other._starts)
        self._ends.extend(other._ends)

    def part(self, low: int, high: int) -> Runs:
        """Those of the code points from `low` up to `high`."""
        held = Runs()
        if low < high:
            first, last = bisect_right(self._afters, low), bisect_left(self._afters, high) + 1
            held._afters = array("q", [after - low for after in self._afters[first:last]])
            held._starts, held._ends = self._starts[first:last], self._ends[first:last]
            held._starts[0], held._afters[-1] = next(self.cut(low, low + 1))[1], high - low
        return held

    def cut(self, low: int, high: int) -> Iterator[Run]:
        """The runs of the code points from `low` up to `high`, the first and the last cut where they reach beyond."""
        at = bisect_right(self._afters, low)
        while low < high and at < len(self._afters):
            before = self._afters[at - 1] if at else 0
            after = min(self._afters[at], high)
            start, end = self._starts[at], self._ends[at]
            yield after - low, start + (low - before if end == EACH else 0), end
            low, at = after, at + 1

    def within(self, outer: Runs) -> Runs:
        """The same code points with ranges into what those of `outer` came from; these are into what `outer` tells."""
        held = Runs()
        for length, start, end in self.cut(0, len(self)):
            if end == EACH:
                for run in outer.cut(start, start + length):
                    held.add(*run)
            elif start == NOWHERE:
                held.add(length, NOWHERE, NOWHERE)
            else:
                held.add(length, *_covered(outer[start], outer[end - 1]))
        return held

    def _next(self) -> int:
        """Where in the raw page the last run goes on, if it stands there one by one."""
        length = self._afters[-1] - (self._afters[-2] if len(self._afters) > 1 else 0)
        return self._starts[-1] + length


def _covered(first: tuple[int, int] | None, last: tuple[int, int] | None) -> tuple[int, int]:
    if first is None or last is None:
        return NOWHERE, NOWHERE
    return first[0], last[1]
