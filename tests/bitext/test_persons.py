"""Persons: a first name and the word after it."""

from __future__ import annotations

import pytest

from audit.bitext.persons import persons, surnames_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Según Marta Ríos, llovió.", [("Marta", "Ríos")]),
        ("Habló Xoana Pardo Veira.", [("Xoana", "Pardo")]),
        ("La casa. Marta, Ríos", []),
        ("Marta cantó.", []),
    ],
)
def test_names_of_two_words(text: str, found: list[tuple[str, str]]) -> None:
    """Both have a capital, and nothing but a space between them."""
    held = [(one.text, other.text) for one, other in persons(text, "es")]
    assert held[: len(found)] == found
    assert bool(held) == bool(found)


def test_surnames_that_a_word_may_translate() -> None:
    """*Castle* may be Castillo."""
    assert "Castillo" in surnames_of("castle")
    assert surnames_of("qwertz") == frozenset()
