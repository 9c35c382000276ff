"""Numbers in words."""

from __future__ import annotations

import pytest

from audit.quantities.spelled import spelled


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "twenty-one", 21),
        ("es", "trescientos cuarenta y dos", 342),
        ("fr", "quatre-vingt-onze", 91),
        ("pt", "trezentos e dez", 310),
        ("it", "duecentotre", 203),
        ("de", "fünfhundertzwölf", 512),
    ],
)
def test_numbers_in_words(lang: str, text: str, value: float) -> None:
    """A whole phrase is one number, at its place."""
    (one,) = spelled(f"… {text} …", lang)
    assert (one.value, one.start, one.end, one.ordinal) == (value, 2, 2 + len(text), False)


def test_ordinals_are_told_apart() -> None:
    """*Third* is the number three, but an ordinal."""
    assert [(one.value, one.ordinal) for one in spelled("the third and three", "en")] == [(3, True), (3, False)]


def test_a_comma_ends_a_number() -> None:
    """Numbers in a list are several."""
    assert [one.value for one in spelled("twenty, two", "en")] == [20, 2]


def test_languages_that_are_not_known() -> None:
    """Nothing is found in them, nor in words that count nothing."""
    assert list(spelled("twenty", "")) == list(spelled("vint", "ca")) == list(spelled("thousands", "en")) == []
