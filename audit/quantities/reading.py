"""Every number of a text, with its magnitude and unit, as one list in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from audit.quantities.figures import Figure, decimal_comma, figures
from audit.quantities.joining import joined
from audit.quantities.named_numbers import named_numbers
from audit.quantities.quantity import Quantity
from audit.quantities.spelled import Spelled, spelled
from audit.quantities.vocabulary import Vocabulary, vocabulary
from audit.quantities.worded import worded

POINT_LANGUAGES = frozenset({"en"})
"""Languages that write decimals with a point unless the text shows otherwise (CLDR)."""


@lru_cache(maxsize=512)
def quantities(text: str, lang: str, whole: str | None = None, *, lenient: bool = False) -> tuple[Quantity, ...]:
    """The numbers of a text in order of place; `whole` is the article, which shows how decimals are written in it.

    `lenient` is for a translation, in which separators may still be the source's. Shares (*one in ten*) come first.
    """
    words = vocabulary(lang)
    comma = lang not in POINT_LANGUAGES and decimal_comma(whole or text, default=True)
    held = [_figure(text, figure, words) for figure in figures(text, decimal_comma=comma, lenient=lenient)]
    free = _outside(held)
    held += [
        _spelled(text, number, words)
        for number in spelled(text, lang)
        if free(number.start, number.end) and not _fraction(text, number, words)
    ]
    free = _outside(held)
    held += [one for one in named_numbers(text, lang, words, free) if free(one.start, one.end)]
    return tuple(joined(text, sorted(held, key=_place)))


def _place(one: Quantity) -> tuple[int, int]:
    return one.start, one.end


def _outside(held: Sequence[Quantity]) -> Callable[[int, int], bool]:
    """Tells of a range whether none of some numbers stands there."""
    taken = frozenset(place for one in held for place in range(one.start, one.end))
    return lambda start, end: taken.isdisjoint(range(start, end))


def _fraction(text: str, number: Spelled, words: Vocabulary) -> bool:
    """Whether an ordinal is the word for a part as well: a third."""
    return number.ordinal and text[number.start : number.end].lower() in words.fractions


def _figure(text: str, figure: Figure, words: Vocabulary) -> Quantity:
    precision = figure.precision if figure.precision < 1 else 0.0
    digits = text[figure.start : figure.end]
    bare = Quantity(start=figure.start, end=figure.end, values=figure.values, precision=precision, digits=digits)
    return worded(text, bare, words)


def _spelled(text: str, number: Spelled, words: Vocabulary) -> Quantity:
    bare = Quantity(start=number.start, end=number.end, values=(number.value,), figures=False, sure=number.value > 1)
    held = worded(text, bare, words)
    return replace(held, sure=False) if number.ordinal else held
