"""Fits the spans of issues in between the tags of a target, so that the file stays well-formed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.finding import Finding
from audit.xml_tree import Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The issues over one range of the file, which never cuts a tag in two."""

    start: int
    end: int
    issues: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A span and the pieces it is marked in: itself where tags allow it, else what they leave of it."""

    span: Span
    pieces: tuple[tuple[int, int], ...]

    @property
    def whole(self) -> bool:
        """Whether one pair of tags can stand around it."""
        return self.pieces == ((self.span.start, self.span.end),)


def spans(found: Iterable[tuple[int, int, Finding]]) -> list[Span]:
    """Issues by the range of the file they are over, the outer before the inner."""
    held: dict[tuple[int, int], dict[tuple[str, str], Finding]] = {}
    for start, end, issue in found:
        held.setdefault((start, end), {}).setdefault((issue.rule, issue.message), issue)
    order = sorted(held, key=lambda place: (place[0], -place[1]))
    return [Span(start=start, end=end, issues=tuple(held[start, end].values())) for start, end in order]


def placed(wanted: Sequence[Span], inline: Sequence[Element], *, split: bool) -> Iterator[Placed]:
    """Yield each span with pieces that cross neither an inline element nor a piece before.

    Without `split` only whole spans stand in the way of others: what is in pieces is marked by empty tags.
    """
    before: list[tuple[int, int]] = []
    for span in wanted:
        tags = [one for one in inline if one.start < span.end and one.end > span.start]
        marks = [(start, end) for start, end in before if start < span.end and end > span.start]
        pieces = tuple(_pieces(span, tags, marks))
        held = Placed(span=span, pieces=pieces)
        before += pieces if split or held.whole else ()
        yield held


def _pieces(span: Span, tags: Sequence[Element], marks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    waiting = [(span.start, span.end)]
    while waiting:
        start, end = waiting.pop()
        cut = next(_cuts(start, end, tags, marks), None)
        if cut is None:
            yield start, end
        else:
            waiting += [(low, high) for low, high in ((cut[1], end), (start, cut[0])) if low < high]


def _cuts(start: int, end: int, tags: Sequence[Element], marks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the tags inside a range whose element is not, and the ends inside it of marks that are not."""
    for one in tags:
        opens, closes = start <= one.start < end, start <= one.close < end
        if opens != closes:
            yield (one.start, one.inside) if opens else (one.close, one.end)
    for low, high in marks:
        if low < start < high < end:
            yield high, high
        elif start < low < end < high:
            yield low, low
