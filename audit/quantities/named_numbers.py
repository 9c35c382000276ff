"""Numbers that have a name: *dozen*, *siglo XX*, *noon*, *March*."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from audit.quantities.dates import named
from audit.quantities.quantity import Quantity
from audit.quantities.vocabulary import Vocabulary
from audit.quantities.worded import worded

HALF = 0.5
"""The count that a unit may follow at once (media hora)."""
FRACTION = "fraction"
"""The unit of a number that is a part of something."""
_WORD = re.compile(r"[^\W\d_]+")
_CENTURY = re.compile(
    r"\b(?:siglo|século|secolo|seculo)s? ([IVX]+)\b|\b([IVX]+)(?:(?:e|ème)s? siècle| secolo)\b", re.IGNORECASE
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_NOON = re.compile(r"\b(?:noon|midday|mediodía|midi|meio-dia|mezzogiorno|mittag)\b", re.IGNORECASE)
_MIDNIGHT = re.compile(r"\b(?:midnight|medianoche|minuit|meia-noite|mezzanotte|mitternacht)\b", re.IGNORECASE)


def named_numbers(text: str, lang: str, words: Vocabulary, free: Callable[[int, int], bool]) -> Iterator[Quantity]:
    """Yield the numbers that have a name; `free` tells whether a range of the text belongs to no other number."""
    yield from _counts(text, words, free)
    yield from _fractions(text, words)
    yield from _centuries(text)
    yield from _noons(text, _NOON, (12.0,))
    yield from _noons(text, _MIDNIGHT, (0.0, 24.0, 12.0))
    yield from _months(text, lang)


def _counts(text: str, words: Vocabulary, free: Callable[[int, int], bool]) -> Iterator[Quantity]:
    for match in _WORD.finditer(text):
        word = match[0].lower()
        sure = word in words.exact
        value = words.exact.get(word) or words.counts.get(word) or words.counts.get(word.removesuffix("s"))
        if value:
            bare = Quantity(start=match.start(), end=match.end(), values=(value,), figures=False, sure=sure)
            large = words.magnitude.match(text, match.end())
            timed = value == HALF and words.unit.match(text, match.end())
            yield worded(text, bare, words) if sure or timed or (large and free(*large.span(1))) else bare


def _fractions(text: str, words: Vocabulary) -> Iterator[Quantity]:
    """Quarters, thirds and the like, which may be percents or decimals elsewhere, and some of them ordinals."""
    for match in _WORD.finditer(text):
        if parts := words.fractions.get(match[0].lower()):
            shares = (1 / parts, 100 / parts, parts)
            start, end = match.span()
            yield Quantity(start=start, end=end, values=shares, unit=FRACTION, figures=False, hedged=True, sure=False)


def _centuries(text: str) -> Iterator[Quantity]:
    for match in _CENTURY.finditer(text):
        digits = [_ROMAN[letter] for letter in (match[1] or match[2]).upper()]
        signed = (-one if one < max(digits[at:]) else one for at, one in enumerate(digits))
        yield Quantity(start=match.start(), end=match.end(), values=(float(sum(signed)),))


def _noons(text: str, pattern: re.Pattern[str], hours: tuple[float, ...]) -> Iterator[Quantity]:
    for match in pattern.finditer(text):
        yield Quantity(start=match.start(), end=match.end(), values=hours, figures=False, sure=False)


def _months(text: str, lang: str) -> Iterator[Quantity]:
    """Months by name, which may stand as a number in the other language's date."""
    for one in named(text, lang):
        kind, _, number = one.value.partition(" ")
        if kind == "month":
            values = (float(number),)
            yield Quantity(start=one.start, end=one.end, values=values, unit="date", figures=False, sure=False)
