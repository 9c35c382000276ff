"""Takes away the line, and the blank line beside it, of which every word was deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.editing import Edit

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_INVISIBLE = "\ufeff"
"""A byte order mark belongs to the file, not to its first line."""

_MARKER = re.compile(r"[-*+•·>#]+|\d{1,9}[.)]")
"""What begins a list item, a quotation or a heading is no word of it (CommonMark 0.31: 4.2, 5.1, 5.2)."""

Line = tuple[int, int]


def without_blank_lines(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """The edits, those that leave a line empty widened to the whole line.

    Where it stood between blank lines those after it go too, at the end of the text those before it.
    """
    lines = [match.span() for match in _LINE.finditer(text)]
    emptied = {i for i, line in enumerate(lines) if _emptied(text, line, edits)}
    if not emptied:
        return list(edits)
    gone = [span for run in _runs(lines, text, emptied) if _whole(span := _widened(text, lines, *run), edits)]
    kept = [edit for edit in edits if not any(start <= edit.start and edit.end <= end for start, end in gone)]
    return sorted([*kept, *(Edit(start=start, end=end, replacement="") for start, end in gone)], key=_start)


def _whole(span: Line, edits: Sequence[Edit]) -> bool:
    """Whether every edit is wholly inside a span or outside it: one that takes line ends itself says enough."""
    start, end = span
    return all(edit.end <= start or edit.start >= end or (start <= edit.start and edit.end <= end) for edit in edits)


def _start(edit: Edit) -> int:
    return edit.start


def _emptied(text: str, line: Line, edits: Sequence[Edit]) -> bool:
    """Whether a line had words and the edits leave it none."""
    start, end = line
    touching = [edit for edit in edits if edit.start < end and edit.end > start]
    if not touching or any(edit.replacement for edit in touching):
        return False
    covered = {i for edit in touching for i in range(max(edit.start, start), min(edit.end, end))}
    left = "".join(text[i] for i in range(start, end) if i not in covered).strip().strip(_INVISIBLE)
    return bool(text[start:end].strip()) and (not left or _MARKER.fullmatch(left) is not None)


def _runs(lines: Sequence[Line], text: str, emptied: set[int]) -> Iterator[tuple[int, int]]:
    """First and last line of each run of emptied lines; blank ones between them belong to it."""
    first = last = -1
    for i in sorted(emptied):
        if first >= 0 and all(_blank(text, line) for line in lines[last + 1 : i]):
            last = i
            continue
        if first >= 0:
            yield first, last
        first = last = i
    yield first, last


def _widened(text: str, lines: Sequence[Line], first: int, last: int) -> tuple[int, int]:
    """The span to delete: the run's lines with their ends, and the blank lines on one side if there are any on both."""
    before, after = first, last + 1
    while before > 0 and _blank(text, lines[before - 1]):
        before -= 1
    while after < len(lines) and _blank(text, lines[after]):
        after += 1
    start = lines[first][0] + (len(_INVISIBLE) if text.startswith(_INVISIBLE, lines[first][0]) else 0)
    if after == len(lines) and before > 0:
        return _end_of_text(text, lines, before, last)
    if before == 0 or before < first:
        return start, lines[after - 1][1]
    return start, lines[last][1]


def _end_of_text(text: str, lines: Sequence[Line], before: int, last: int) -> tuple[int, int]:
    """The span to delete where nothing follows: from the end of the words before, so that the text ends as it did."""
    end = lines[last][1]
    start = (
        lines[before - 1][1]
        if text[end - 1 : end] in ("\r", "\n")
        else len(text[: lines[before - 1][1]].rstrip("\r\n"))
    )
    return start, end


def _blank(text: str, line: Line) -> bool:
    return not text[slice(*line)].strip().strip(_INVISIBLE)
