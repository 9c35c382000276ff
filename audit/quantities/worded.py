"""A bare number with the words around it: its magnitude, *and a half*, its unit, and whether it is hedged."""

from __future__ import annotations

import re
from dataclasses import replace

from audit.quantities import halves
from audit.quantities.quantity import Quantity
from audit.quantities.vocabulary import Vocabulary

MILLION = 1e6
_SIGN = re.compile(r"(?:US\$|R\$|U\$S|[€$£])[\s\u00a0]?\Z", re.IGNORECASE)
_SHORT_MILLION = re.compile(r"\s?(?:m\b(?![’'])|M(?=\s?[€$£]))")
"""Million or metres: the sign of a currency before or after the number tells."""
_BEFORE = re.compile(r"(\w+)[\s\u00a0]+(?:de\s+|a\s+|than\s+|que\s+)?(?:US\$|R\$|[€$£])?\Z")
NEAR = 24
"""Characters before a number in which a hedge is looked for."""


def worded(text: str, bare: Quantity, words: Vocabulary) -> Quantity:
    """The number with its range, value and unit widened by the words beside it in the text."""
    sign = _SIGN.search(text, max(0, bare.start - 4), bare.start)
    held = _measured(text, _millions(text, _times(text, bare, words), signed=sign is not None), words, sign)
    return replace(held, hedged=_hedged(text, held.start, words), sure=bare.sure or held.values[0] > 1)


def _times(text: str, bare: Quantity, words: Vocabulary) -> Quantity:
    """The number times the magnitudes after it, with the half of the last or of an hour."""
    end, factor = bare.end, 1.0
    while found := words.magnitude.match(text, end):
        factor *= words.magnitudes[found[1].lower()]
        end = found.end()
    values = bare.values if factor == 1 else tuple(value * factor for value in bare.values[:1])
    if times := halves.clock(text, bare.start, bare.end, bare.values[0]):
        values = times
    elif more := halves.and_a_half(text, end):
        values, end = (values[0] + halves.half_of(values[0], factor), values[0]), more
    precision = bare.precision if factor == 1 else (bare.precision or 1.0) * factor
    return replace(bare, end=end, values=values, precision=precision, magnitude=factor)


def _millions(text: str, held: Quantity, *, signed: bool) -> Quantity:
    """The number with an *m* after it as millions, surely so if the sign of a currency stands before it."""
    found = _SHORT_MILLION.match(text, held.end) if held.magnitude == 1 else None
    if found is None:
        return held
    signed = signed or "M" in found[0]
    million, precision = held.values[0] * MILLION, (held.precision or 1.0) * MILLION
    if signed:
        return replace(held, end=found.end(), values=(million,), precision=precision, magnitude=MILLION)
    return replace(held, end=found.end(), values=(million, *held.values), precision=precision)


def _measured(text: str, held: Quantity, words: Vocabulary, sign: re.Match[str] | None) -> Quantity:
    """The number with the unit after it, or the sign of a currency before it."""
    if found := words.unit.match(text, held.end):
        unit = words.units[found[1].lower()]
        more = halves.and_a_half(text, found.end())
        if more is None:
            return replace(held, end=found.end(), unit=unit)
        value = held.values[0]
        half = halves.half_of(value, held.magnitude)
        return replace(held, end=more, values=(value + half, value), unit=unit)
    if sign:
        return replace(held, start=sign.start(), unit=words.units.get(sign[0].strip().lower()))
    clock = words.clock.match(text, held.end)
    return replace(held, end=clock.end()) if clock else held


def _hedged(text: str, start: int, words: Vocabulary) -> bool:
    before = _BEFORE.search(text[max(0, start - NEAR) : start])
    return before is not None and before[1].lower() in words.hedges
