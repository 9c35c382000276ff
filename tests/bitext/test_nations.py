"""Nations by country, people or language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import tables
from audit.bitext.nations import nations

LANGUAGES = ("en", "es", "fr", "pt", "it", "de")
SWEDEN = {
    "en": ("Sweden", "a Swedish ship"),
    "es": ("Suecia", "un barco sueco"),
    "fr": ("la Suède", "un navire suédois"),
    "pt": ("a Suécia", "um navio sueco"),
    "it": ("la Svezia", "una nave svedese"),
    "de": ("Schweden", "ein schwedisches Schiff"),
}


def codes(text: str, lang: str) -> list[str]:
    """The codes of the nations that a text names."""
    return [one.code for one in nations(text, lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_country_and_people_are_one_nation(lang: str) -> None:
    """A country and its people have the same code in every language."""
    country, people = SWEDEN[lang]
    assert set(codes(country, lang)) == {"SE"}
    assert codes(people, lang) == ["SE"]


@pytest.mark.parametrize(
    ("lang", "text", "code"),
    [
        ("en", "the United States", "US"),
        ("en", "Great Britain", "GB"),
        ("es", "EE. UU. respondió", "US"),
        ("es", "tropas estadounidenses", "US"),
        ("pt", "os EUA", "US"),
        ("fr", "l’Angleterre", "GB"),
        ("de", "die Vereinigten Staaten", "US"),
        ("es", "los Países Bajos", "NL"),
        ("en", "Dutch farmers", "NL"),
    ],
)
def test_names_beside_those_of_cldr(lang: str, text: str, code: str) -> None:
    """Short, old and abbreviated names count."""
    assert codes(text, lang) == [code]


@pytest.mark.parametrize("text", ["a polish for shoes", "fine china", "turkey soup", "Michael Jordan", "Chad Smith"])
def test_words_and_names_that_are_no_nations(text: str) -> None:
    """English nations have their capital; countries that are first names are left out."""
    assert codes(text, "en") == []


def test_unknown_languages_name_none() -> None:
    """Nothing is found, and nothing raised."""
    assert codes("Suecia", "") == codes("Sweden", "x?") == []


def test_rows_are_well_formed() -> None:
    """Each nation has a code and words in six languages, in lower case."""
    for row in tables.rows("nations"):
        assert len(row) == len(LANGUAGES) + 1
        assert len(row[0]) == 2
        assert all(word == word.strip().lower() and word for column in row[1:] for word in column.split("|"))
    assert {lang for lang, _, _ in tables.rows("nation_names")} == set(LANGUAGES)


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_is_read(text: str, lang: str) -> None:
    """No text raises, and nations lie in it."""
    assert all(0 <= one.start < one.end <= len(text) for one in nations(text, lang))
