"""Keeps a text within what the place it is meant for takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def fitted(lines: Iterable[str], room: int, size: Callable[[str], int] = len) -> list[str]:
    """The first lines that fit in `room`, line ends counted; `size` measures a text (code points, or bytes)."""
    held = []
    for line in lines:
        room -= size(line) + 1
        if room < 0:
            break
        held.append(line)
    return held
