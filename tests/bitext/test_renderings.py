"""The words of a text that render another are all found, without trying every one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.bitext.glossary import renders
from audit.bitext.renderings import English

WORDS = "gobierno government governance president presidente casa house home houses universidad university announced"
ALPHABET = st.text(alphabet="abcdeilnorstuáéñß", max_size=9) | st.sampled_from(WORDS.split())


@pytest.mark.parametrize(
    ("word", "lang", "found"),
    [
        ("casa", "es", {"house", "home", "houses"}),
        ("gobierno", "es", {"government"}),
        ("université", "fr", {"university"}),
        ("maison", "fr", {"house", "home", "houses"}),
    ],
)
def test_words_by_glossary_and_form(word: str, lang: str, found: set[str]) -> None:
    """A glossary's renderings, their forms, and cognates are found."""
    assert found <= English(WORDS.split(), lang).rendering(word)


@given(st.lists(ALPHABET, max_size=12), ALPHABET, st.sampled_from(["es", "fr", "de", "xx"]))
def test_the_short_way_finds_what_the_long_way_finds(words: list[str], word: str, lang: str) -> None:
    """The words that render another are those for which `renders` holds."""
    assert English(words, lang).rendering(word) == {one for one in words if renders(word, one, lang)}
