"""Months and days of the week."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.quantities.dates import named

MARCH = {"en": "in March", "es": "en marzo", "fr": "en mars", "pt": "em março", "it": "a marzo", "de": "im März"}
MONDAY = {
    "en": "on Monday",
    "es": "el lunes",
    "fr": "lundi",
    "pt": "na segunda-feira",
    "it": "lunedì",
    "de": "am Montag",
}


def told(text: str, lang: str) -> list[str]:
    """The months and days that a text names."""
    return [one.value for one in named(text, lang)]


@pytest.mark.parametrize("lang", MARCH)
def test_months_and_days_in_every_language(lang: str) -> None:
    """CLDR's names are known, whatever the case of the first letter."""
    assert told(MARCH[lang], lang) == ["month 3"]
    assert told(MONDAY[lang], lang) == ["day 0"]
    if lang != "en":
        assert told(MARCH[lang].title(), lang) == ["month 3"]


@pytest.mark.parametrize("text", ["The march lasted.", "You may go.", "May he rest.", "A monday of sorts"])
def test_english_words_that_are_no_months(text: str) -> None:
    """An English month has its capital, and *May* a number or a preposition beside it."""
    assert told(text, "en") == []


@pytest.mark.parametrize("text", ["in May", "May 3", "3 May", "since March", "early May"])
def test_english_months_beside_a_number_or_preposition(text: str) -> None:
    """What stands beside *May* and *March* tells that they are months."""
    assert len(told(text, "en")) == 1


def test_portuguese_days_without_their_ending() -> None:
    """*Segunda* alone is Monday in Brazil."""
    assert told("na terça", "pt") == ["day 1"]


def test_places() -> None:
    """The place is that of the name."""
    assert [(one.start, one.end) for one in named("El lunes 3 de mayo", "es")] == [(3, 8), (14, 18)]


def test_a_language_that_is_not_known_has_no_names() -> None:
    """Nothing is found, and nothing raised."""
    assert told("in March", "xx-?") == told("in March", "") == []


@given(st.text(), st.sampled_from(["en", "es", "fr", "pt", "it", "de", ""]))
def test_any_text_is_read(text: str, lang: str) -> None:
    """No text raises."""
    assert all(0 <= one.start < one.end <= len(text) for one in named(text, lang))
