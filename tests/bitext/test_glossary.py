"""Which English words may stand for a word of another language."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.bitext.glossary import alike, folded, known, plain, renderings, renders, translates

GLOSSARIES = ("es", "fr", "de", "pt", "it")


@pytest.mark.parametrize(
    ("word", "english", "lang"),
    [
        ("casa", "house", "es"),
        ("alcalde", "mayor", "es"),
        ("maison", "house", "fr"),
        ("haus", "house", "de"),
        ("prefeito", "mayor", "pt"),
        ("sindaco", "mayor", "it"),
    ],
)
def test_every_language_has_a_glossary(word: str, english: str, lang: str) -> None:
    """Words of news are rendered by it."""
    assert translates(word, english, lang)


def test_words_of_one_origin_need_no_glossary() -> None:
    """Cognates share a beginning or most of their letters, whatever their accents."""
    assert renders("universidad", "university", "xx")
    assert renders("café", "cafe", "xx")
    assert alike("hémoglobine", "hemoglobin")
    assert not renders("perro", "house", "es")
    assert not known("perro", "xx")


def test_other_forms_of_a_listed_word() -> None:
    """A form that is not listed has the renderings of those it shares its beginning with."""
    assert "house" in renderings("casas", "es") or translates("casas", "house", "es")
    assert translates("anunciaremos", "announce", "es")


def test_folding() -> None:
    """Case and accents go, ß is ss."""
    assert folded("Größe") == "grosse"
    assert plain("El Niño llegó") == {"el", "nino", "llego"}


@pytest.mark.parametrize("lang", GLOSSARIES)
def test_glossaries_are_well_formed(lang: str) -> None:
    """Two columns in lower case, of words and stems without spaces around them."""
    path = resources.files("audit") / "data" / "glossaries" / f"{lang}-en.tsv"
    header, *lines = path.read_text("utf-8").splitlines()
    assert header == "source\tenglish"
    for line in lines:
        forms, english = line.split("\t")
        for word in (*forms.split("|"), *english.split("|")):
            assert word == word.strip().lower()
            assert word.rstrip("*")


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from([*GLOSSARIES, ""]))
def test_any_words_are_compared(one: str, other: str, lang: str) -> None:
    """No text raises, and a word renders itself."""
    assert renders(one, one, lang)
    assert renders(one, other, lang) in {True, False}
