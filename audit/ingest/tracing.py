"""Text whose every code point remembers where in the raw page it came from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import overload

from audit.document import RawMap

NOWHERE = -1
"""Start and end of a code point that no range of the raw page stands for."""


class Ranges(Sequence[tuple[int, int] | None]):
    """The ranges of a RawMap in 16 bytes a code point, so that pages of many megabytes fit in memory."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        self._starts, self._ends = starts, ends

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> tuple[int, int] | None: ...
    @overload
    def __getitem__(self, index: slice) -> Ranges: ...
    def __getitem__(self, index: int | slice) -> tuple[int, int] | Ranges | None:
        if isinstance(index, slice):
            return Ranges(self._starts[index], self._ends[index])
        start = self._starts[index]
        return None if start == NOWHERE else (start, self._ends[index])


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """A text with, for each code point, the start and the end (exclusive) of its raw range, or NOWHERE twice."""

    text: str
    starts: array[int]
    ends: array[int]

    def within(self, outer: Traced) -> Traced:
        """The same text with ranges into what `outer.text` came from; this one's are into `outer.text`."""
        return Traced(
            text=self.text,
            starts=array("q", (NOWHERE if s == NOWHERE else outer.starts[s] for s in self.starts)),
            ends=array("q", (NOWHERE if e == NOWHERE else outer.ends[e - 1] for e in self.ends)),
        )

    def raw_map(self, raw: str) -> RawMap:
        """The map into the raw page for a Document."""
        return RawMap(raw=raw, ranges=Ranges(self.starts, self.ends))


class Tracer:
    """Collects a traced text piece by piece."""

    __slots__ = ("_ends", "_pieces", "_starts")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._starts, self._ends = array("q"), array("q")

    def __len__(self) -> int:
        return len(self._starts)

    def copied(self, text: str, start: int) -> None:
        """Add text that stands in the raw page just so, from `start` on."""
        self._pieces.append(text)
        self._starts.extend(range(start, start + len(text)))
        self._ends.extend(range(start + 1, start + 1 + len(text)))

    def stands_for(self, text: str, start: int, end: int) -> None:
        """Add text that the raw range from `start` to `end` stands for as a whole (an entity)."""
        self._pieces.append(text)
        self._starts.extend([start] * len(text))
        self._ends.extend([end] * len(text))

    def made_up(self, text: str) -> None:
        """Add text that stands nowhere in the raw page."""
        self.stands_for(text, NOWHERE, NOWHERE)

    def add(self, traced: Traced) -> None:
        """Add a text already traced."""
        self._pieces.append(traced.text)
        self._starts.extend(traced.starts)
        self._ends.extend(traced.ends)

    def traced(self, strip: str = "") -> Traced:
        """What was collected, without the characters of `strip` at either end."""
        text = "".join(self._pieces)
        first = len(text) - len(text.lstrip(strip)) if strip else 0
        last = len(text.rstrip(strip)) if strip else len(text)
        kept = slice(first, max(first, last))
        return Traced(text=text[kept], starts=self._starts[kept], ends=self._ends[kept])


def traced_copy(text: str, start: int) -> Traced:
    """Text that stands in the raw page just so, from `start` on."""
    tracer = Tracer()
    tracer.copied(text, start)
    return tracer.traced()


def untraced(text: str) -> Traced:
    """Text that stands nowhere in the raw page."""
    tracer = Tracer()
    tracer.made_up(text)
    return tracer.traced()


PARAGRAPH_BREAK = "\n\n"


def joined(parts: Iterable[Traced]) -> tuple[Traced, tuple[tuple[int, int], ...]]:
    """Parts as paragraphs of one text with a blank line between them, and the (start, end) of each in it."""
    tracer, spans = Tracer(), []
    for part in parts:
        if len(tracer):
            tracer.made_up(PARAGRAPH_BREAK)
        spans.append((len(tracer), len(tracer) + len(part.text)))
        tracer.add(part)
    return tracer.traced(), tuple(spans)
