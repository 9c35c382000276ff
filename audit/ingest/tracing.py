"""Text whose every code point remembers where in the raw page it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from audit.document import RawMap
from audit.ingest.runs import EACH, NOWHERE, Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """A text with the raw range of each of its code points."""

    text: str
    runs: Runs

    def within(self, outer: Traced) -> Traced:
        """The same text with ranges into what `outer.text` came from; this one's are into `outer.text`."""
        return Traced(text=self.text, runs=self.runs.within(outer.runs))

    def raw_map(self, raw: str) -> RawMap:
        """The map into the raw page for a Document."""
        return RawMap(raw=raw, ranges=self.runs)


class Tracer:
    """Collects a traced text piece by piece."""

    __slots__ = ("_pieces", "_runs")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._runs = Runs()

    def __len__(self) -> int:
        return len(self._runs)

    def copied(self, text: str, start: int) -> None:
        """Add text that stands in the raw page just so, from `start` on."""
        self._pieces.append(text)
        self._runs.add(len(text), start, EACH)

    def stands_for(self, text: str, start: int, end: int) -> None:
        """Add text that the raw range from `start` to `end` stands for as a whole (an entity)."""
        self._pieces.append(text)
        self._runs.add(len(text), start, end)

    def made_up(self, text: str) -> None:
        """Add text that stands nowhere in the raw page."""
        self.stands_for(text, NOWHERE, NOWHERE)

    def add(self, traced: Traced) -> None:
        """Add a text already traced."""
        self._pieces.append(traced.text)
        self._runs.extend(traced.runs)

    def traced(self, strip: str = "") -> Traced:
        """What was collected, without the characters of `strip` at either end."""
        text = "".join(self._pieces)
        first = len(text) - len(text.lstrip(strip)) if strip else 0
        last = len(text.rstrip(strip)) if strip else len(text)
        last = max(first, last)
        return Traced(text=text[first:last], runs=self._runs.part(first, last))


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
