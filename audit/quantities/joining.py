"""Numbers that stand side by side and are one (*half a million*, *18 horas 30*), and those of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from audit.quantities import halves
from audit.quantities.named_numbers import FRACTION
from audit.quantities.quantity import Quantity

_OUT_OF = re.compile(r"\s*(?:\w+\s+)?(?:de cada|out of(?: every)?|in(?: every)?|sur|su|em cada|von)\s*", re.IGNORECASE)
_RANGE = re.compile(
    r"\s*(?:to|and|or|a|y|o|u|e|et|à|ou|bis|und|oder|ed|–|—|-)\s*(?:los |las |US\$|R\$|[€$£])?", re.IGNORECASE
)
_HALF, _THOUSAND = 0.5, 1000
_COUNTED = frozenset({10, 12, 15, 20, 100})
"""Counts that a number before them multiplies (two dozen, tres decenas)."""
_AND = frozenset({"and", "y", "e", "et", "und", ""})
_PARTS = range(1, 10)
"""How many quarters or thirds are told by a word before them."""
_DAY, _SIXTY = range(25), range(60)


def joined(text: str, held: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the numbers of a text, each given in order of place, with those that are one joined, and shares first."""
    yield from _shares(text, held)
    at = 0
    while at < len(held):
        one = held[at]
        other = held[at + 1] if at + 1 < len(held) else None
        made = None if other is None else _as_one(text, one, other)
        if made is None and other is not None and _RANGE.fullmatch(text, one.end, max(one.end, other.start)):
            one = _in_range(one, other)
        yield made or one
        at += 2 if made else 1


def _shares(text: str, held: Sequence[Quantity]) -> Iterator[Quantity]:
    """*Nine out of ten*, which may be ninety percent elsewhere."""
    for one, other in pairwise(held):
        if one.values[0] <= other.values[0] > 1 and _OUT_OF.fullmatch(text, one.end, other.start):
            share = 100 * one.values[0] / other.values[0]
            yield Quantity(start=one.start, end=one.end, values=(share,), figures=False, hedged=True, sure=False)


def _as_one(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    if not one.figures and (times := halves.past(text, one.end, other.start, one.values[0], min(other.values))):
        return replace(other, start=one.start, values=times)
    between = text[one.end : other.start].lower().strip(" \u00a0\u202f-")
    if one.unit == "hour" and between in _AND and other.unit == "minute" and one.end <= other.start:
        time = one.values[0] + other.values[0] / 100
        return replace(one, end=other.end, values=(time, *one.values), unit=None)
    if one.end > other.start or between not in {"", "a", "un", "una", "de"}:
        return None
    return (None if between else _run_on(one, other)) or _multiplied(one, other)


def _run_on(one: Quantity, other: Quantity) -> Quantity | None:
    """An hour with its minutes, or thousands in words with what is above them (55 mil 053)."""
    first, second = one.values[0], other.values[0]
    if one.unit == "hour" and first in _DAY and second in _SIXTY and other.unit is None:
        return replace(one, end=other.end, values=(first + second / 100, first), unit=None)
    if one.magnitude == _THOUSAND and one.unit is None and other.figures and second < _THOUSAND:
        return replace(one, end=other.end, values=(first + second,), precision=0.0, unit=other.unit)
    return None


def _multiplied(one: Quantity, other: Quantity) -> Quantity | None:
    """Half of a large number, so many dozens, or so many quarters."""
    first, second = one.values[0], other.values[0]
    if other.unit == FRACTION and first in _PARTS:
        return replace(other, start=one.start, values=tuple(value * first for value in other.values))
    if first == _HALF and second >= _THOUSAND:
        return replace(other, start=one.start, values=(first * second,), sure=True)
    # An ordinal counts no decades: the nineteenth century is not nineteen of them.
    counted = not other.figures and not other.sure and other.unit is None and second in _COUNTED
    if counted and first != _HALF and (one.sure or first <= 1):
        return replace(other, start=one.start, values=(first * second,), sure=first * second > 1)
    return None


def _in_range(one: Quantity, other: Quantity) -> Quantity:
    """The first number of a range, which may share the magnitude and the unit of the second (9 to 15 million euros)."""
    values = one.values
    if other.magnitude > 1 and one.magnitude == 1:
        values = (*(value * other.magnitude for value in one.values), *one.values)
    return replace(one, values=values, unit=one.unit or (None if other.unit == "date" else other.unit))
