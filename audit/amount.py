"""Says how many there are of something."""

from __future__ import annotations


def amount(number: int, noun: str) -> str:
    """A number with its noun: `1 word`, `2,400 words`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
