"""Readings that copy, and what stands for them."""

from __future__ import annotations

import pytest

from audit.back_translation.word_for_word import rendered


@pytest.mark.parametrize(
    ("phrase", "reading", "wanted"),
    [
        ("his pair", "él pair", "su par"),
        ("his pair", "su pareja", "su pareja"),
        ("his zyxw", "su zyxw", "su zyxw"),
        ("no pair", "no par", "no par"),
    ],
)
def test_a_copied_word_is_translated(phrase: str, reading: str, wanted: str) -> None:
    """Word for word, where all words are known; a reading that is one stays."""
    assert rendered(phrase, reading, "es") == wanted


def test_other_languages_keep_the_reading() -> None:
    """Where there is no table."""
    assert rendered("his pair", "sa pair", "fr") == "sa pair"
