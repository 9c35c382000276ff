"""The names of a text, and which words of the other side they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.bitext.names import acronym, acronyms, common, exonym, initial, misspelt, names, stands_for
from audit.bitext.words import Word


def word(text: str) -> Word:
    """A word without a place."""
    return Word(0, len(text), text)


def test_capitals_within_a_sentence_are_names() -> None:
    """A word at the beginning counts only where no common word is written so; in German nouns are written so."""
    assert [one.text for one in names("Ayer Marta Ríos llegó a Sevilla con la OMS.", "es")] == [
        "Marta",
        "Ríos",
        "Sevilla",
        "OMS",
    ]
    assert [one.text for one in names("Kettlewood fell. The town of Hull won.", "en")] == ["Kettlewood", "Hull"]


@pytest.mark.parametrize(
    ("source", "target", "lang"),
    [
        ("Ríos", "Rios", "es"),
        ("Sevilla", "Seville", "es"),
        ("Londres", "London", "fr"),
        ("OMS", "WHO", "es"),
        ("Universidad", "University", "es"),
        ("Aragón", "Aragonese", "es"),
        ("Ministerio", "Ministry", "es"),
    ],
)
def test_what_a_name_stands_for(source: str, target: str, lang: str) -> None:
    """Accents, exonyms, acronyms, translations and adjectives are the same name."""
    assert stands_for(word(source), word(target), lang)


@pytest.mark.parametrize(
    ("source", "target"), [("Ríos", "Rossi"), ("Sevilla", "Córdoba"), ("OMS", "WTO"), ("Cuerpo", "Cuerva")]
)
def test_other_names(source: str, target: str) -> None:
    """A name that is merely alike is another."""
    assert not stands_for(word(source), word(target), "es")


def test_misspelt() -> None:
    """Some letters differ, not all, and not only accents."""
    assert misspelt("Zaragoza", "Zaragosa")
    assert not misspelt("Ríos", "Rios")
    assert not misspelt("Madrid", "Lisboa")


def test_acronyms() -> None:
    """Two capitals make one; figures do not."""
    assert acronym("AIReF")
    assert acronym("UE")
    assert not acronym("Madrid")
    assert not acronym("2019")
    assert "WHO" in acronyms()["OMS"]


def test_exonyms_and_common_words() -> None:
    """A place is named by the language asked for; a common word is no name."""
    assert exonym("Viena", "es") == "Vienna"
    assert exonym("Viena", "fr") is None
    assert common("house")
    assert not common("kettlewood")


@pytest.mark.parametrize(("text", "found"), [("“Yes. No", True), ("He said: Come", True), ("In Madrid", False)])
def test_the_beginning_of_a_sentence(text: str, found: bool) -> None:  # noqa: FBT001 - what is expected
    """A stop, a colon or a quotation mark comes before it."""
    assert initial(text, text.rindex(" ") + 1) is found
    assert initial(text, 0)


@given(st.text(), st.sampled_from(["en", "es", "de", ""]))
def test_any_text_is_read(text: str, lang: str) -> None:
    """No text raises, and names lie where they say."""
    assert all(text[one.start : one.end] == one.text for one in names(text, lang))
