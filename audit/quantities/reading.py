"""Every number of a text, with its magnitude and unit, as one list in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from audit.quantities import halves
from audit.quantities.dates import named
from audit.quantities.figures import Figure, decimal_comma, figures
from audit.quantities.quantity import Quantity
from audit.quantities.spelled import spelled
from audit.quantities.vocabulary import Vocabulary, vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_CENTURY = re.compile(r"\b(?:siglo|século|secolo|seculo)s? ([IVX]+)\b|\b([IVX]+)(?:e|ème)s? siècle", re.IGNORECASE)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_NOON = re.compile(r"\b(?:(noon|midday|mediodía|midi|meio-dia|mezzogiorno|mittag)|(midnight|medianoche|minuit|meia-noite|mezzanotte|mitternacht))\b", re.I)
_SIGN = re.compile(r"(?:US\$|R\$|U\$S|[€$£])[\s\u00a0]?\Z", re.IGNORECASE)
_SHORT_MILLION = re.compile(r"\s?m\b(?![’'])")
"""Million or metres: the sign of a currency before the number tells."""
_BEFORE = re.compile(r"(\w+)[\s\u00a0]+(?:de\s+|a\s+|than\s+|que\s+)?(?:US\$|R\$|[€$£])?\Z")
_OUT_OF = re.compile(r"\s*(?:\w+\s+)?(?:de cada|out of(?: every)?|in(?: every)?|sur|su|em cada|von)\s*", re.IGNORECASE)
_HALF, _THOUSAND = 0.5, 1000
_COUNTED = frozenset({10, 12, 15, 20, 100})
"""Counts that a number before them multiplies (two dozen, tres decenas)."""
_DAY, _SIXTY = range(25), range(60)
_RANGE = re.compile(r"\s*(?:to|and|or|a|y|o|u|e|et|à|ou|bis|und|oder|ed|–|—|-)\s*(?:los |las |US\$|R\$|[€$£])?", re.IGNORECASE)
POINT_LANGUAGES = frozenset({"en"})
"""Languages that write decimals with a point unless the text shows otherwise (CLDR)."""


@lru_cache(maxsize=512)
def quantities(text: str, lang: str, whole: str | None = None, *, lenient: bool = False) -> tuple[Quantity, ...]:
    """The numbers of a text in order of place; `whole` is the article, which shows how decimals are written in it.

    `lenient` is for a translation, in which separators may still be the source's.
    """
    words = vocabulary(lang)
    comma = lang not in POINT_LANGUAGES and decimal_comma(whole or text, default=True)
    held = [_figure(text, figure, words) for figure in figures(text, decimal_comma=comma, lenient=lenient)]
    taken = [(one.start, one.end) for one in held]

    def free(start: int, end: int) -> bool:
        return all(end <= a or b <= start for a, b in taken)

    for number in spelled(text, lang):
        if free(number.start, number.end):
            held.append(_spelled(text, number.start, number.end, number.value, words, ordinal=number.ordinal))
    taken = [(one.start, one.end) for one in held]
    held += [one for one in (*_counts(text, words, free), *_centuries(text), *_noons(text), *_months(text, lang)) if free(one.start, one.end)]
    return tuple(_joined(text, sorted(held, key=lambda one: (one.start, one.end)), words))


def _figure(text: str, figure: Figure, words: Vocabulary) -> Quantity:
    precision = figure.precision if figure.precision < 1 else 0.0
    digits = text[figure.start : figure.end]
    bare = Quantity(start=figure.start, end=figure.end, values=figure.values, precision=precision, digits=digits)
    return _with_words(text, bare, words)


def _with_words(text: str, bare: Quantity, words: Vocabulary) -> Quantity:
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
    start, unit = bare.start, None
    sign = _SIGN.search(text, max(0, start - 4), start)
    if found := _SHORT_MILLION.match(text, end) if factor == 1 else None:
        million = tuple(value * 1e6 for value in values[:1])
        end, factor = found.end(), 1e6 if sign else 1.0
        values, precision = million if sign else (*million, *values), (bare.precision or 1.0) * 1e6
    if found := words.unit.match(text, end):
        unit, end = words.units[found[1].lower()], found.end()
        if more := halves.and_a_half(text, end):
            values, end = (values[0] + halves.half_of(values[0], factor), values[0]), more
    elif sign:
        start, unit = sign.start(), words.units.get(sign[0].strip().lower())
    elif found := words.clock.match(text, end):
        end = found.end()
    return replace(
        bare,
        start=start,
        end=end,
        values=values,
        precision=precision,
        magnitude=factor,
        unit=unit,
        hedged=_hedged(text, start, words),
        sure=bare.sure or values[0] > 1,
    )


def _hedged(text: str, start: int, words: Vocabulary) -> bool:
    before = _BEFORE.search(text[max(0, start - 24) : start])
    return before is not None and before[1].lower() in words.hedges


def _spelled(text: str, start: int, end: int, value: float, words: Vocabulary, *, ordinal: bool) -> Quantity:  # noqa: PLR0913
    bare = Quantity(
        start=start,
        end=end,
        values=(value,),
        figures=False,
        sure=value > 1 and not ordinal,
    )
    held = _with_words(text, bare, words)
    return replace(held, sure=False) if ordinal else held


def _counts(text: str, words: Vocabulary, free: Callable[[int, int], bool]) -> Iterator[Quantity]:
    for match in _WORD.finditer(text):
        word = match[0].lower()
        sure = word in words.exact
        value = words.exact.get(word) or words.counts.get(word) or words.counts.get(word.removesuffix("s"))
        if value:
            bare = Quantity(start=match.start(), end=match.end(), values=(value,), figures=False, sure=sure)
            large = words.magnitude.match(text, match.end())
            yield _with_words(text, bare, words) if sure or (large and free(*large.span(1))) else bare


def _centuries(text: str) -> Iterator[Quantity]:
    for match in _CENTURY.finditer(text):
        digits = [_ROMAN[letter] for letter in (match[1] or match[2]).upper()]
        signed = (-one if one < max(digits[at:]) else one for at, one in enumerate(digits))
        yield Quantity(start=match.start(), end=match.end(), values=(float(sum(signed)),))


def _noons(text: str) -> Iterator[Quantity]:
    for match in _NOON.finditer(text):
        values = (12.0,) if match[1] else (0.0, 24.0, 12.0)
        yield Quantity(start=match.start(), end=match.end(), values=values, figures=False, sure=False)


def _months(text: str, lang: str) -> Iterator[Quantity]:
    """Months by name, which may stand as a number in the other language's date."""
    for one in named(text, lang):
        kind, _, number = one.value.partition(" ")
        if kind == "month":
            yield Quantity(start=one.start, end=one.end, values=(float(number),), unit="date", figures=False, sure=False)


def _joined(text: str, held: list[Quantity], words: Vocabulary) -> Iterator[Quantity]:
    """The numbers, with *half a million*, *two dozen* and *eighteen hours thirty* as one each."""
    yield from _shares(text, held)
    at = 0
    while at < len(held):
        one = held[at]
        other = held[at + 1] if at + 1 < len(held) else None
        made = None if other is None else _as_one(text, one, other)
        if made is None and other is not None and _RANGE.fullmatch(text[one.end : other.start]):
            one = _in_range(one, other)
        yield made or one
        at += 2 if made else 1


def _shares(text: str, held: list[Quantity]) -> Iterator[Quantity]:
    """*Nine out of ten*, which may be ninety percent elsewhere."""
    for one, other in pairwise(held):
        if _OUT_OF.fullmatch(text, one.end, other.start) and one.values[0] <= other.values[0] > 1:
            share = 100 * one.values[0] / other.values[0]
            yield Quantity(start=one.start, end=one.end, values=(share,), figures=False, hedged=True, sure=False)


def _as_one(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    if not one.figures and (times := halves.past(text, one.end, other.start, one.values[0], _hour(other))):
        return replace(other, start=one.start, values=times)
    between = text[one.end : other.start].lower().strip(" \u00a0\u202f-")
    if one.end > other.start or between not in {"", "a", "un", "una", "de"}:
        return None
    first, second = one.values[0], other.values[0]
    if one.unit == "hour" and not between and first in _DAY and second in _SIXTY and other.unit is None:
        return replace(one, end=other.end, values=(first + second / 100, first), unit=None)
    if one.magnitude == _THOUSAND and one.unit is None and other.figures and second < _THOUSAND and not between:
        return replace(one, end=other.end, values=(first + second,), precision=0.0, unit=other.unit)
    if first == _HALF and second >= _THOUSAND:
        return replace(other, start=one.start, values=(first * second,), sure=True)
    if not other.figures and not other.sure and other.unit is None and second in _COUNTED and first != _HALF:
        return replace(other, start=one.start, values=(first * second,), sure=first * second > 1)
    return None


def _hour(one: Quantity) -> float:
    """The hour of the first half of the day that a time means."""
    return min(one.values)


def _in_range(one: Quantity, other: Quantity) -> Quantity:
    """The first number of a range, which may share the magnitude and the unit of the second (9 to 15 million euros)."""
    values = one.values
    if other.magnitude > 1 and one.magnitude == 1:
        values = (*(value * other.magnitude for value in one.values), *one.values)
    return replace(one, values=values, unit=one.unit or (None if other.unit == "date" else other.unit))
