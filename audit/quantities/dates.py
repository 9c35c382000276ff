"""Months and days of the week, by their names in any language (CLDR)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:-feira)?")
_MODAL = frozenset({"may", "march", "mars", "sun", "sat", "mon", "wed"})
"""English words that are months or days only beside a number or a preposition."""
_BEFORE = re.compile(
    r"(?:\d|\b(?:in|of|on|by|since|until|till|from|to|before|after|last|next|early|late|mid|and|or|this|through))"
    r"[\s-]+\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s+\d")


class Named(NamedTuple):
    """A month (`month 3`) or day of the week (`day 0` is Monday) with its place."""

    start: int
    end: int
    value: str


def named(text: str, lang: str) -> Iterator[Named]:
    """Yield the months and days that a text names; in English they need their capital."""
    names = _names(lang)
    for match in _WORD.finditer(text):
        word = match[0]
        value = names.get(word.lower())
        if value is None or (lang == "en" and not word[0].isupper()):
            continue
        if lang == "en" and word.lower() in _MODAL and not _dated(text, match):
            continue
        yield Named(match.start(), match.end(), value)


def _dated(text: str, match: re.Match[str]) -> bool:
    return bool(_AFTER.match(text, match.end()) or _BEFORE.search(text[max(0, match.start() - 12) : match.start()]))


@cache
def _names(lang: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return {}
    held: dict[str, str] = {}
    for context in ("format", "stand-alone"):
        held |= {name.lower(): f"month {number}" for number, name in locale.months[context]["wide"].items()}
        held |= {name.lower(): f"day {number}" for number, name in locale.days[context]["wide"].items()}
    short = {name.removesuffix("-feira"): value for name, value in held.items() if name.endswith("-feira")}
    return held | short
