"""The nations a text names, by country, people or language (CLDR territories; a table of adjectives)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from audit import tables

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
ISO = 2
"""Letters of a country's code (ISO 3166-1); CLDR names continents by figures."""
_AMBIGUOUS = frozenset("GE JO TD GN ML RE TG".split())
"""Countries with a name that is also another word or name: Georgia, Jordan, Chad, Guinea, Mali, Réunion, Togo."""


class Nation(NamedTuple):
    """A nation with the place where it is named."""

    start: int
    end: int
    code: str


@lru_cache(maxsize=1024)
def nations(text: str, lang: str) -> tuple[Nation, ...]:
    """The nations that a text names: by country, in order of place, then by people or language."""
    codes = _codes(lang)
    countries = (match for match in _countries(lang).finditer(text) if match[0][0].isupper())
    named = (Nation(match.start(), match.end(), codes[match[0].lower()]) for match in countries)
    return (*named, *_of_peoples(text, lang))


def _of_peoples(text: str, lang: str) -> Iterator[Nation]:
    exact, stems = _peoples(lang)
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if lang == "en" and not match[0][0].isupper():
            continue
        code = exact.get(word) or next((code for stem, code in stems if word.startswith(stem)), None)
        if code:
            yield Nation(match.start(), match.end(), code)


@cache
def _codes(lang: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(lang).territories
    except (UnknownLocaleError, ValueError):
        return {}
    named = {name.lower(): code for code, name in territories.items() if len(code) == ISO and code not in _AMBIGUOUS}
    return named | {name: code for held, name, code in tables.rows("nation_names") if held == lang}


@cache
def _countries(lang: str) -> re.Pattern[str]:
    names = sorted((re.escape(name) for name in _codes(lang)), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(names) or '(?!)'})(?!\w)", re.IGNORECASE)


@cache
def _peoples(lang: str) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Whole words of a language, and stems, the longest first, with their codes."""
    order = "code en es fr pt it de".split()
    if lang not in order:
        return {}, ()
    column = order.index(lang)
    held = [(form, row[0]) for row in tables.rows("nations") for form in row[column].split("|")]
    stems = ((form[:-1], code) for form, code in held if form.endswith("*"))
    exact = {form: code for form, code in held if not form.endswith("*")}
    return exact, tuple(sorted(stems, key=lambda one: -len(one[0])))
