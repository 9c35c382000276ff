"""Surnames translated as words: what a text alone cannot show."""

from __future__ import annotations

import pytest

from audit.checks.accuracy.translated_surname import translated_surname
from audit.testing import findings


def told(text: str, source: str | None = None) -> list[tuple[str, str | None]]:
    """The spans found, with their suggestions."""
    return [(found.text, found.suggestion) for found in findings(translated_surname, text, source=source)]


def test_the_source_proves_an_english_surname() -> None:
    """Brown is a surname: only the source tells that it was Moreno."""
    assert told("The mayor Pablo Brown spoke.") == []
    assert told("The mayor Pablo Brown spoke.", "El alcalde Pablo Moreno habló.") == [("Pablo Brown", "Pablo Moreno")]


def test_both_parts_may_be_translated() -> None:
    """The given name is found behind its translation."""
    assert told("Peter Castle spoke.", "Pedro Castillo habló.") == [("Peter Castle", "Pedro Castillo")]


def test_a_title_alone_is_enough_once_the_person_is_known() -> None:
    """A translated surname comes back without its given name."""
    assert told("Marcelo Rabbit ran. Mr. Rabbit fell.") == [("Marcelo Rabbit", "Marcelo Conejo"), ("Rabbit", "Conejo")]


@pytest.mark.parametrize(
    "text",
    ["The San Pedro Castle reopened.", "The Rodrigo Castle Museum opened.", "He said Rodrigo war on drugs.", "Rodrigo"],
)
def test_places_and_words_stay(text: str) -> None:
    """A saint, a longer name or a word that is no rendering is no person."""
    assert [span for span, _ in told(text) if "Castle" in span] == []


def test_surnames_of_several_words() -> None:
    """The article in a surname is translated with it."""
    assert told("The coach Rodrigo of the Tower left.") == [("Rodrigo of the Tower", "Rodrigo de la Torre")]


def test_small_words_want_a_plain_given_name() -> None:
    """With both parts small, the second must be no English word that could stand there."""
    assert told("the striker marcelo wine ran") == []
