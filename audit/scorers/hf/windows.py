"""Cuts a text longer than the model into overlapping windows, each token scored in exactly one of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Tokens `start` to `stop` are read together, and of them `first` to `last` are scored."""

    start: int
    stop: int
    first: int
    last: int


def windows(length: int, size: int, *, ahead: bool) -> list[Window]:
    """Windows of at most `size` tokens over `length`, each overlapping the one before by half.

    A token past the first window has at least half a window before it; with `ahead` (models that read both ways) the
    overlap is shared out, a quarter of a window on either side.
    """
    overlap = size // 2
    after = overlap // 2 if ahead else 0
    held: list[Window] = []
    start = first = 0
    while first < length:
        stop = min(start + size, length)
        last = length if stop == length else stop - after
        held.append(Window(start=start, stop=stop, first=first, last=last))
        start, first = stop - overlap, last
    return held
