"""What an article holds is shown, never obeyed."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from audit.visible import HIDDEN, cell_safe, json_safe, visible

ANY = st.text(st.characters(exclude_categories=()))


def test_escapes_name_the_hidden_code_point() -> None:
    """A reader can tell what stands there."""
    assert visible("a\x1b\u202e\ud800\n") == "a\\x1b\\u202e\\ud800\\n"


def test_ordinary_text_is_left_alone() -> None:
    """Accents, dashes and other scripts need no escape."""
    assert visible("Peñagrande – 日本語 “ok”") == "Peñagrande – 日本語 “ok”"


@given(ANY)
def test_nothing_hidden_is_left(text: str) -> None:
    """No code point without a glyph comes through."""
    assert not {unicodedata.category(character) for character in visible(text)} & HIDDEN


@given(ANY)
def test_json_reads_every_character_back(text: str) -> None:
    """The escapes of JSON lose nothing and fit UTF-8."""
    safe = json_safe(json.dumps(text, ensure_ascii=False))
    assert json.loads(safe.encode("utf-8")) == text


@given(ANY)
def test_cells_fit_utf_8(text: str) -> None:
    """A spreadsheet cell can be written whatever the article holds."""
    assert "\x1b" not in cell_safe(text).encode("utf-8").decode("utf-8")
