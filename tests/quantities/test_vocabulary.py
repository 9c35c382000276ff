"""The words around numbers."""

from __future__ import annotations

import pytest

from audit import tables
from audit.quantities.vocabulary import CONVERSIONS, families_meet, unit_words, vocabulary

LANGUAGES = ("en", "es", "fr", "pt", "it", "de")
UNITS = {value for lang in LANGUAGES for value in vocabulary(lang).units.values()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_its_words(lang: str) -> None:
    """Magnitudes, counts, units and hedges are there for each, in lower case."""
    words = vocabulary(lang)
    for held in (words.magnitudes, words.counts, words.units, words.hedges, words.vague):
        assert held
        assert all(word == word.lower() for word in held)


def test_a_language_without_words_has_the_units_of_english() -> None:
    """Signs such as % and € need no language."""
    assert vocabulary("ca").units == vocabulary("en").units
    assert not vocabulary("ca").magnitudes


def test_the_longest_word_wins() -> None:
    """A word is matched as a whole: *kilómetros por hora*, not *kilómetros*."""
    found = vocabulary("es").unit.match(" kilómetros por hora")
    assert found
    assert found[1] == "kilómetros por hora"
    assert vocabulary("en").magnitude.match(" millionth") is None


def test_families_meet_within_themselves() -> None:
    """Euros and dollars measure one thing, euros and miles do not, and no unit differs from itself."""
    assert families_meet("EUR", "USD")
    assert not families_meet("EUR", "mile")
    assert not families_meet("km", "km")


def test_conversions_are_of_units_that_are_read() -> None:
    """A conversion of a unit that no language has would never be used."""
    assert set().union(*CONVERSIONS) <= UNITS


def test_unit_words_are_words_of_the_language() -> None:
    """They are those of the table."""
    assert {"euros", "miles"} <= unit_words("en")


def test_rows_are_well_formed() -> None:
    """Each has a language, a kind, a number or a unit, and words."""
    kinds = {"magnitude", "count", "exact", "fraction", "clock", "hedge", "vague", "unit"}
    for lang, kind, value, words in tables.rows("quantity_words"):
        assert lang in LANGUAGES
        assert kind in kinds
        assert kind == "unit" or float(value) >= 0
        assert all(word.strip() == word and word for word in words.split("|"))
