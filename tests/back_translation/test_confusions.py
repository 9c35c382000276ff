"""Small words taken for others."""

from __future__ import annotations

import pytest

from audit.back_translation.confusions import others


@pytest.mark.parametrize(
    ("word", "wanted"),
    [("is", ("are",)), ("Is", ("Are",)), ("I", ("me",)), ("his", ()), ("pair", ()), ("IS", ())],
)
def test_forms_of_one_word(word: str, wanted: tuple[str, ...]) -> None:
    """A capital at the start is kept; capitals throughout are no small word."""
    assert others(word, "en") == wanted


def test_other_languages_have_none() -> None:
    """The sets are English."""
    assert others("is", "de") == ()
