"""The words around numbers in each language: magnitudes, counts, units, hedges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from audit import tables

CONVERSIONS: Mapping[frozenset[str], float] = {
    frozenset({"km", "mile"}): 1.609344,
    frozenset({"kmh", "mph"}): 1.609344,
    frozenset({"m", "foot"}): 3.28084,
    frozenset({"kg", "pound-weight"}): 2.204623,
    frozenset({"kg", "GBP"}): 2.204623,
    frozenset({"ha", "acre"}): 2.471054,
    frozenset({"gallon", "liter"}): 3.785412,
    frozenset({"inch", "cm"}): 2.54,
    frozenset({"year", "month"}): 12,
    frozenset({"week", "day"}): 7,
    frozenset({"day", "hour"}): 24,
    frozenset({"hour", "minute"}): 60,
    frozenset({"minute", "second"}): 60,
    frozenset({"km", "m"}): 1000,
    frozenset({"m", "cm"}): 100,
    frozenset({"m", "mm"}): 1000,
    frozenset({"cm", "mm"}): 10,
    frozenset({"kg", "g"}): 1000,
    frozenset({"tonne", "kg"}): 1000,
    frozenset({"g", "mg"}): 1000,
}
"""How many of the smaller unit are one of the larger (BIPM; international yard and pound).

A *pound* is money or weight.
"""
_FAMILIES = (
    frozenset("EUR USD GBP BRL CHF peso sol cent".split()),
    frozenset("km mile m cm mm foot inch".split()),
    frozenset("kg g mg pound-weight tonne".split()),
    frozenset("ha acre".split()),
    frozenset("second minute hour day week month year".split()),
    frozenset("liter gallon".split()),
    frozenset("kmh mph".split()),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """One language's words, in lower case; patterns match at a position.

    `counts` are words that may count (*pair*), `exact` those that do (*anderthalb*), `vague` ones that count nothing.
    """

    magnitudes: Mapping[str, float]
    counts: Mapping[str, float]
    exact: Mapping[str, float]
    fractions: Mapping[str, float]
    units: Mapping[str, str]
    hedges: frozenset[str]
    vague: frozenset[str]
    magnitude: re.Pattern[str]
    unit: re.Pattern[str]
    clock: re.Pattern[str]


@cache
def vocabulary(lang: str) -> Vocabulary:
    """The words of a language; one without rows has only the signs that English shares."""
    magnitudes = {word: float(value) for word, value in _words(lang, "magnitude")}
    units = dict(_words(lang, "unit")) or dict(_words("en", "unit"))
    return Vocabulary(
        magnitudes=magnitudes,
        counts={word: float(value) for word, value in _words(lang, "count")},
        exact={word: float(value) for word, value in _words(lang, "exact")},
        fractions={word: float(value) for word, value in _words(lang, "fraction")},
        units=units,
        hedges=frozenset(word for word, _ in _words(lang, "hedge")),
        vague=frozenset(word for word, _ in _words(lang, "vague")),
        magnitude=_after(magnitudes, between=r"[\s\u00a0\u202f-]*"),
        unit=_after(units, between=r"[\s\u00a0\u202f-]*(?:(?:de|di|d[’'])\s*)?"),
        clock=_after([word for word, _ in _words(lang, "clock")], between=r"[\s\u00a0\u202f]*"),
    )


def unit_words(lang: str) -> frozenset[str]:
    """The words of a language for units and currencies, in lower case."""
    return frozenset(vocabulary(lang).units)


def families_meet(one: str, other: str) -> bool:
    """Whether two different units measure the same thing, so that one cannot stand for the other."""
    return one != other and any(one in family and other in family for family in _FAMILIES)


def _words(lang: str, kind: str) -> Iterator[tuple[str, str]]:
    for row_lang, row_kind, value, words in tables.rows("quantity_words"):
        if (row_lang, row_kind) == (lang, kind):
            yield from ((word, value) for word in words.split("|"))


def _after(words: Mapping[str, object] | list[str], between: str) -> re.Pattern[str]:
    """A pattern for one of the words after what parts it from the number; group 1 is the word."""
    longest = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"{between}({'|'.join(longest) or r'(?!)'})(?!\w)", re.IGNORECASE)
