"""Language codes."""

from __future__ import annotations

import pytest

from audit.languages import english_name, two_letter


@pytest.mark.parametrize(
    ("code", "short"),
    [("en", "en"), ("eng", "en"), ("spa", "es"), ("pt-BR", "pt"), ("cat_valencia", "ca"), ("ast", "ast")],
)
def test_codes_are_brought_to_two_letters(code: str, short: str) -> None:
    """Three-letter and regional codes name the language that the two-letter one does."""
    assert two_letter(code) == short


def test_languages_have_english_names() -> None:
    """What CLDR does not know keeps its code."""
    assert (english_name("es"), english_name("xx")) == ("Spanish", "xx")
