"""Numbers in figures: digits with separators, clock times, dates, decades."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

YEAR, CENTURY = 2, 100
"""Place of the year in a date with points, and years of a century."""
GROUP = 3
"""Digits between two thousands separators."""
_SPACES = "\u00a0\u202f\u2009 "
_FIGURE = re.compile(
    rf"""(?<![\w.,#])(?:
      (?P<telephone>\d{{3}}[-{_SPACES}]\d{{3}}[-{_SPACES}]\d{{4}}|
          (?!(?:1\d|20)\d\d-(?:1\d|20)\d\d)\d{{3,4}}-\d{{4}})(?![\d.,]\d)
    |      (?P<date>\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d{{2}})(?!\d))
    | (?P<hour>\d{{1,2}})(?:[:h.](?P<minute>[0-5]\d))?[{_SPACES}]?(?P<half>[ap]\.?[{_SPACES}]?m\b\.?)
    | (?P<clock>[01]?\d|2[0-4])(?:[{_SPACES}]?h[{_SPACES}]?|:)(?P<past>[0-5]\d)(?![:\d])
    | (?P<decade>\d{{4}}|(?<=[’'‘])\d0)s\b
    | (?P<number>\d{{1,3}}(?:[{_SPACES}’']\d{{3}})+(?:[.,]\d+)?(?![\d])|\d+(?:[.,]\d+)*)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in figures: its place, its possible values, and the weight of its last digit."""

    start: int
    end: int
    values: tuple[float, ...]
    precision: float


def figures(text: str, *, decimal_comma: bool, lenient: bool = False) -> Iterator[Figure]:
    """Yield the numbers of a text in figures.

    A clock time is hours and hundredths that are its minutes (18.3 for 18:30), with the hours of the other half of the
    day beside them. `decimal_comma` says what a separator before three digits is (1.500); `lenient` also takes a point
    there for the separator of thousands that it is abroad.
    """
    for match in _FIGURE.finditer(text):
        start, end = match.span()
        if match["telephone"]:
            continue
        if match["date"]:
            yield from _date(match["date"], start)
        elif match["half"]:
            yield Figure(start, end, _halves(int(match["hour"]), int(match["minute"] or 0), match["half"][0]), 0.0)
        elif match["clock"]:
            yield Figure(start, end, (int(match["clock"]) + int(match["past"]) / 100,), 0.0)
        elif match["decade"]:
            year = float(match["decade"])
            yield Figure(start, end, tuple(dict.fromkeys((year, year % 100))), 1.0)
        else:
            yield from _number(match, decimal_comma=decimal_comma, lenient=lenient)


@lru_cache(maxsize=64)
def decimal_comma(text: str, default: bool) -> bool:  # noqa: FBT001 - what the language says
    """Whether a text writes decimals with a comma, by the numbers in it that can be read one way only.

    Hours and minutes with a point between (5.15) tell nothing.
    """
    comma = len(re.findall(r"\d,\d{1,2}(?!\d)|\d\.\d{3}(?!\d)", text))
    time = r"(?!(?:[01]?\d|2[0-4])\.[0-5]\d)"
    point = len(re.findall(rf"\d\.\d(?![\d.])|{time}\b\d+\.\d{{2}}(?![\d.])|\d,\d{{3}}(?!\d)", text))
    return default if comma == point else comma > point


def _date(date: str, start: int) -> Iterator[Figure]:
    """The day, the month and the year, which may lack its century."""
    at = start
    for place, part in enumerate(date.split(".")):
        value = float(part)
        values = (value, value + 2000, value + 1900) if place == YEAR and value < CENTURY else (value,)
        yield Figure(at, at + len(part), values, 1.0)
        at += len(part) + 1


def _halves(hour: int, minute: int, half: str) -> tuple[float, ...]:
    other = hour % 12 + (12 if half in "pP" else 0)
    return tuple(dict.fromkeys(value + minute / 100 for value in (other, hour, *((24,) if other == 0 else ()))))


def _number(match: re.Match[str], *, decimal_comma: bool, lenient: bool) -> Iterator[Figure]:
    written = re.sub(rf"[{_SPACES}’']", "", match["number"])
    parts = re.split(r"[.,]", written)
    marks = re.findall(r"[.,]", written)
    if not marks:
        yield Figure(*match.span(), (float(written),), 1.0)
        return
    if not _one_number(parts, marks):
        at = match.start()
        for part in parts:
            yield Figure(at, at + len(part), (float(part),), 1.0)
            at += len(part) + 1
        return
    whole = float("".join(parts))
    decimals = len(parts[-1])
    split = whole / 10**decimals
    if len(marks) > 1:
        last = marks[-1] not in marks[:-1]
        yield Figure(*match.span(), (split if last else whole,), 10.0**-decimals if last else 1.0)
    elif decimals != GROUP or len(parts[0]) > GROUP or parts[0] in ("", "0"):
        yield Figure(*match.span(), (split,), 10.0**-decimals)
    else:
        fraction = (marks[0] == ",") == decimal_comma
        first, second = (split, whole) if fraction else (whole, split)
        both = lenient and marks[0] == "."
        yield Figure(*match.span(), (first, second) if both else (first,), 10.0**-decimals if fraction else 1.0)


def _one_number(parts: list[str], marks: list[str]) -> bool:
    """Whether the groups are those of one number: a list such as `1,2,3` or `11.30.45` is several."""
    middle = parts[1:-1] if len(set(marks)) > 1 or len(marks) == 1 else parts[1:]
    return all(len(part) == GROUP for part in middle) and (len(marks) == 1 or len(parts[0]) <= GROUP)
