"""Lines that are one sentence wrapped, and translations broken again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.engines.lines import blocks, broken


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("He met his\npair of Russia.", ["He met his\npair of Russia."]),
        ("He met his\r\npair.\rOne.", ["He met his\r\npair.", "One."]),
        ("One\n\ntwo", ["One", "two"]),
        ("", []),
    ],
)
def test_a_line_in_small_letters_goes_on_with_the_one_before(text: str, held: list[str]) -> None:
    """Unless an empty line parts them."""
    assert [text[start:end] for start, end in blocks(text)] == held


def test_a_translation_is_broken_after_the_same_share_of_words() -> None:
    """Indents and kinds of line break stay as they are."""
    assert broken("uno dos\r\n  tres cuatro", "one two three four") == "one two\r\n  three four"
    assert broken("uno dos\ntres\ncuatro", "one") == "one\n\n"
    assert broken("uno  dos", "one  two") == "one  two"


@given(st.lists(st.text(alphabet="ab", min_size=1), min_size=1, max_size=5), st.text(alphabet="xy ", max_size=20))
def test_no_break_and_no_word_is_lost(lines: list[str], translation: str) -> None:
    """Whatever the lengths."""
    held = broken("\n".join(lines), translation)
    assert held.count("\n") == len(lines) - 1
    assert held.split() == translation.split()
