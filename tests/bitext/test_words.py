"""The words of a text, with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.bitext.words import content, function_words, lows, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L’homme d’affaires", ["homme", "affaires"]),
        ("dell'acqua, un’altra", ["acqua", "altra"]),
        ("The mayor’s dog isn’t here", ["The", "mayor", "dog", "is", "here"]),
        ("Sint-Niklaas: 20 km", ["Sint", "Niklaas", "20", "km"]),
    ],
)
def test_elisions_and_possessives(text: str, found: list[str]) -> None:
    """Elided articles and the English ’s belong to no word."""
    assert [word.text for word in words(text)] == found


def test_content_words() -> None:
    """Short words, grammar and figures carry no content; acronyms do."""
    assert [word.text for word in content("La ONU dice que 20 personas están en el barco", "es")] == [
        "ONU",
        "dice",
        "personas",
        "barco",
    ]


@pytest.mark.parametrize("lang", ["en", "es", "fr", "pt", "it", "de"])
def test_every_language_has_words_of_grammar(lang: str) -> None:
    """They are in lower case."""
    assert function_words(lang)
    assert all(word == word.lower() for word in function_words(lang))
    assert not function_words("xx")


@given(st.text())
def test_words_lie_where_they_say(text: str) -> None:
    """Any text has its words in order, at their places."""
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert text[word.start : word.end] == word.text
        end = word.end
    assert lows(text) == {word.low for word in words(text)}
