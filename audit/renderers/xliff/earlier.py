"""Finds the issues that an earlier run wrote into a file, so that they can be taken out again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from audit.renderers.xliff.issues import ANNOTATOR, ITS
from audit.xml_tree import Element

Region = tuple[int, int]
"""Start and end of a piece of the file that goes."""

_SPLIT = ("]]>", "<![CDATA[")
"""What stands around a tag where it cut a CDATA section in two."""


def earlier(root: Element, raw: str) -> list[Region]:
    """The tags of marks, and the stand-off elements, that an earlier run wrote, in order."""
    marks = [one for one in root.walk() if one.get("annotatorsRef", ITS) == ANNOTATOR]
    if not marks:
        return []
    starts = {one.get("id") for one in marks if one.name == "sm"}
    lists = {(one.get("locQualityIssuesRef", ITS) or "").removeprefix("#") for one in marks} - {""}
    return sorted(_region for one in root.walk() for _region in _regions(one, raw, starts, lists))


def outside(gone: Sequence[Region], place: int) -> bool:
    """Whether a place is in none of the regions."""
    at = bisect_right(gone, (place, place + 1)) - 1
    return at < 0 or not gone[at][0] <= place < gone[at][1]


def _regions(one: Element, raw: str, starts: set[str | None], lists: set[str]) -> Iterator[Region]:
    if one.name == "locQualityIssues" and one.get("id", one.scope.get("xml", "")) in lists:
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
