"""The nations a text names, by country, people or language (CLDR territories; a table of adjectives)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from audit import tables

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MORE = {"en": {"united states": "US", "u.s.": "US", "britain": "GB", "great britain": "GB", "england": "GB", "holland": "NL"},
         "es": {"ee. uu.": "US", "ee.uu.": "US", "gran bretaña": "GB", "inglaterra": "GB", "holanda": "NL"},
         "fr": {"grande-bretagne": "GB", "angleterre": "GB", "hollande": "NL"},
         "pt": {"eua": "US", "grã-bretanha": "GB", "inglaterra": "GB", "holanda": "NL", "marrocos": "MA"},
         "it": {"usa": "US", "gran bretagna": "GB", "inghilterra": "GB", "olanda": "NL"},
         "de": {"usa": "US", "großbritannien": "GB", "england": "GB", "holland": "NL", "vereinigten staaten": "US"}}  # fmt: skip
"""Names of countries beside CLDR's."""
_AMBIGUOUS = frozenset("GE JO TD GN ML RE TG".split())
"""Countries whose English or source name is a word or a name of its own: Georgia, Jordan, Chad, Guinea, Mali, Réunion, Togo."""


class Nation(NamedTuple):
    """A nation with the place where it is named."""

    start: int
    end: int
    code: str


def nations(text: str, lang: str) -> Iterator[Nation]:
    """Yield the nations that a text names, country or people alike."""
    for match in _countries(lang).finditer(text):
        if match[0][0].isupper():
            yield Nation(match.start(), match.end(), _codes(lang)[match[0].lower()])
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
    named = {name.lower(): code for code, name in territories.items() if len(code) == 2 and code not in _AMBIGUOUS}  # noqa: PLR2004 - ISO 3166
    return named | _MORE.get(lang, {})


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
    return {form: code for form, code in held if not form.endswith("*")}, tuple(sorted(stems, key=lambda one: -len(one[0])))
