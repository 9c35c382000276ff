"""Halves, quarters and minutes that words beside a number add to it: *half past eight*, *halb neun*."""

from __future__ import annotations

import re

_MORE = re.compile(r"[\s-]+(?:y medi[oa]|et demie?|e mezz[oa]|e mei[oa]|and a half|einhalb)\b", re.IGNORECASE)
_CLOCK_AFTER = re.compile(
    r"(?:\s+(?:heures?|horas?))?[\s-]+(?:(?P<half>y media|et demie|e mezza|e meia)|"
    r"(?P<past>y cuarto|et quart|e un quarto|e quinze)|(?P<to>menos cuarto|moins le quart|meno un quarto))\b",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(
    r"\b(?:(?P<half>half past)|(?P<past>(?:a )?quarter past|viertel nach)|(?P<to>(?:a )?quarter to|viertel vor|"
    r"cuarto para las|quinze para as)|(?P<before>halb))\s+\Z",
    re.IGNORECASE,
)
_DAYTIME = re.compile(
    r"(?:\s*o[’']clock)?(?:\s+(?:in the (?:early |late )?(?:morning|afternoon|evening)|at night|sharp|"
    r"every \w+ afternoon|on \w+ (?:morning|afternoon|evening|night)|this (?:morning|afternoon|evening)|"
    r"de la (?:mañana|tarde|noche|madrugada)|"
    r"du (?:matin|soir)|de l[’']après-midi|da (?:manhã|tarde|noite)|(?:di|della) (?:sera|notte|mattina)|del pomeriggio|"
    r"(?:am |in der )?(?:morgens|nachmittags?|abends?|nachts?)))?",
    re.IGNORECASE,
)
_PAST = re.compile(r"\s+(?:minutes? )?(past|to)\s+", re.IGNORECASE)
_MINUTES = frozenset({5, 10, 20, 25})
_HOURS = range(1, 25)
_TWELVE = range(1, 13)
_HALF, _QUARTER, _THREE_QUARTERS = 0.30, 0.15, 0.45
"""Minutes as hundredths of an hour's figure, as clock times are written."""


def and_a_half(text: str, end: int) -> int | None:
    """Where *and a half* after a number ends, in any of the languages; None where there is none."""
    found = _MORE.match(text, end)
    return found.end() if found else None


def half_of(value: float, magnitude: float) -> float:
    """What *and a half* adds to a number: half of its last magnitude (two and a half million)."""
    whole = next((one for one in (1e12, 1e9, 1e6, 1e3) if value >= one and value % one == 0), 1.0)
    return max(whole, magnitude) / 2


def clock(text: str, start: int, end: int, value: float) -> tuple[float, ...] | None:
    """The times that a number with *half past*, *y cuarto*, *halb* or *in the evening* beside it may mean, if any."""
    found = _CLOCK_AFTER.match(text, end) or _CLOCK_BEFORE.search(text[max(0, start - 20) : start])
    if found is None:
        daytime = _DAYTIME.match(text, end) if value in _TWELVE else None
        return (value + 12, value) if daytime and daytime[0].strip() else None
    if value not in _HOURS:
        return None
    held = found.groupdict()
    if held.get("half"):
        time = value + _HALF
    elif held.get("past"):
        time = value + _QUARTER
    elif held.get("before"):
        # Half nine is half past eight in German, and never nine.
        return (value - 1 + _HALF, value + 11 + _HALF)
    else:
        time = value - 1 + _THREE_QUARTERS
    return (time, time + 12, value, value + 0.5)


def past(text: str, end: int, start: int, minutes: float, hour: float) -> tuple[float, ...] | None:
    """The times of *twenty past two* and *ten to five*; `end` and `start` bound what stands between the two numbers."""
    found = _PAST.fullmatch(text, end, start)
    if found is None or minutes not in _MINUTES or hour not in _TWELVE:
        return None
    time = hour + minutes / 100 if found[1].lower() == "past" else hour - 1 + (60 - minutes) / 100
    return (time, time + 12)
