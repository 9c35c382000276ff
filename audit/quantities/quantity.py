"""A number as a text writes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its place: code points of the text it was read from, the unit's word included.

    `values` are what it may be (18.0 and 6.0 for *6 p.m.*), the plain reading first; `precision` is the weight of its
    last digit that tells (0.1e9 for *12.9 billion*). `digits` are the figures as they stand and `magnitude` the factor
    of the word after them (1e9). `unit` is a canonical name (`km`, `EUR`, `%`), None where none follows.
    `figures` tells digits from words, `hedged` that a word such as *nearly* stands before it, `sure` that nothing else
    could be meant (*one* and *second* are not sure).
    """

    start: int
    end: int
    values: tuple[float, ...]
    precision: float = 0.0
    digits: str = ""
    magnitude: float = 1.0
    unit: str | None = None
    figures: bool = True
    hedged: bool = False
    sure: bool = True
