"""Closes the gap that a deleted word leaves: no two spaces, none before a comma or at the end of a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audit.editing import Edit

SPACE = " "
_CLOSING = frozenset(",.;:!?)]}”’…")
"""Marks that stand close to the word before them in English."""
_LINE_ENDS = frozenset("\r\n")


def without_gaps(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """The edits by position, each deletion between two spaces taking one of them along unless another edit does."""
    held = sorted(edits, key=lambda edit: edit.start)
    closed: list[Edit] = []
    for i, edit in enumerate(held):
        low = closed[-1].end if closed else 0
        high = held[i + 1].start if i + 1 < len(held) else len(text)
        closed.append(_closed(text, edit, low, high))
    return closed


def _closed(text: str, edit: Edit, low: int, high: int) -> Edit:
    """One edit; it may grow to where its neighbours end and begin."""
    if edit.replacement or edit.start == edit.end:
        return edit
    start, end = edit.start, edit.end
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if after == SPACE and (before in ("", SPACE) or before in _LINE_ENDS) and end + 1 <= high:
        return replace(edit, end=end + 1)
    if before == SPACE and (after == "" or after in _CLOSING | _LINE_ENDS) and start - 1 >= low:
        return replace(edit, start=start - 1)
    return edit
