"""A term of the source is found singular and plural."""

from __future__ import annotations

import pytest

from audit.terms.source import folded_words, forms, source_words, stands_at


def stands(phrase: str, text: str, lang: str | None, *, sensitive: bool = False) -> bool:
    """Whether a term stands anywhere in a text."""
    held, wanted = folded_words(text), source_words(phrase)
    return any(stands_at(wanted, held, at, lang, sensitive=sensitive) for at in range(len(held)))


@pytest.mark.parametrize(
    ("phrase", "text", "lang"),
    [
        ("consejero regional", "Los consejeros regionales", "es"),
        ("juez", "Tres jueces", "es"),
        ("institución", "las INSTITUCIONES", "es"),
        ("l'assemblée nationale", "à l’Assemblée nationale", "fr"),
        ("journal", "des journaux", "fr"),
        ("ordem", "as ordens", "pt"),
        ("reunião", "as reuniões", "pt"),
        ("comune", "i comuni", "it"),
        ("Haus", "die Häuser", "de"),
        ("Bürgermeister", "des Bürgermeisters", "de"),
        ("commune", "les communes", None),
        ("gemeente", "gemeentes", "nl"),
    ],
)
def test_plurals_are_found(phrase: str, text: str, lang: str | None) -> None:
    """By the rules of the language, without regard to case, accents and elided articles."""
    assert stands(phrase, text, lang)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [("caso", "la casa"), ("consejero regional", "el consejero nacional"), ("guardia civil", "la guardia")],
)
def test_other_words_are_not_the_term(phrase: str, text: str) -> None:
    """A word that only begins alike is another one, and a term is there as a whole."""
    assert not stands(phrase, text, "es")


def test_capitals_count_where_case_does() -> None:
    """The ministry is no ranch."""
    assert stands("Hacienda", "la Hacienda", "es", sensitive=True)
    assert not stands("Hacienda", "la hacienda", "es", sensitive=True)
    assert stands("hacienda", "La Hacienda", "es", sensitive=True)


def test_a_word_is_one_of_its_forms() -> None:
    """Even where no rule applies."""
    assert "ñandu" not in forms("ñandú", "es")
    assert "nandu" in forms("ñandú", "es")
