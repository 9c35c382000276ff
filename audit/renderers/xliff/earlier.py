"""Takes the issues that an earlier run wrote out of a file again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from audit.renderers.xliff.issues import ANNOTATOR, ITS
from audit.xml_tree import XML, Element, tree

Region = tuple[int, int]
"""Start and end of a piece of the file that goes."""

_SPLIT = ("]]>", "<![CDATA[")
"""What stands around a tag where it cut a CDATA section in two."""


class Cleaned:
    """A file without the marks of earlier runs, and where its places have gone."""

    __slots__ = ("_before", "_starts", "raw")

    def __init__(self, raw: str) -> None:
        gone = _gone(raw)
        self._starts = [start for start, _ in gone]
        self._before = [0, *accumulate(end - start for start, end in gone)]
        kept, position = list[str](), 0
        for start, end in gone:
            kept.append(raw[position:start])
            position = end
        self.raw = "".join((*kept, raw[position:]))

    def place(self, place: int) -> int:
        """Where a place outside of the marks is now."""
        return place - self._before[bisect_right(self._starts, place)]

    def end(self, place: int) -> int:
        """Where the end of a range is now: a mark that begins there is behind it."""
        return self.place(place - 1) + 1


def _gone(raw: str) -> list[Region]:
    """The tags of marks, and the stand-off elements, that an earlier run wrote, in order."""
    root = tree(raw) if ANNOTATOR in raw else None
    if root is None:
        return []
    marks = [one for one in root.walk() if one.get("annotatorsRef", ITS) == ANNOTATOR]
    starts = {one.get("id") for one in marks if one.name == "sm"}
    lists = {(one.get("locQualityIssuesRef", ITS) or "").removeprefix("#") for one in marks} - {""}
    return sorted(region for one in root.walk() for region in _regions(one, raw, starts, lists))


def _regions(one: Element, raw: str, starts: set[str | None], lists: set[str]) -> Iterator[Region]:
    if one.name == "locQualityIssues" and one.get("id", XML) in lists:
        yield one.start, one.end
    elif one.name == "em" and one.get("startRef") in starts:
        yield _widened(one.start, one.end, raw)
    elif one.name in ("mrk", "sm") and one.get("annotatorsRef", ITS) == ANNOTATOR:
        yield _widened(one.start, one.inside, raw)
        if not one.empty:
            yield _widened(one.close, one.end, raw)


def _widened(start: int, end: int, raw: str) -> Region:
    closes, opens = _SPLIT
    if raw.endswith(closes, 0, start) and raw.startswith(opens, end):
        return start - len(closes), end + len(opens)
    return start, end
