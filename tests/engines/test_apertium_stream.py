"""Text to the Apertium stream format and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.engines.apertium_stream import PIECE_CHARACTERS, decode, encode, pieces


def test_reserved_characters_are_escaped() -> None:
    """Every character with a meaning in the stream format gets a backslash, and `~` becomes a blank."""
    assert encode("a[b]{c}^d$/e\\@f<g>~") == b"a\\[b\\]\\{c\\}\\^d\\$\\/e\\\\\\@f\\<g\\>[~][].[]\0"


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    """What UTF-8 cannot write is written as U+FFFD."""
    assert encode("a\ud800b") == "a\ufffdb[].[]\0".encode()


def test_runs_of_spaces_left_by_dropped_words_are_closed() -> None:
    """An answer has single spaces and none around it."""
    assert decode(b" Vino  hoy[].[]") == "Vino hoy"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0 "), max_size=40))
def test_decoding_undoes_encoding(text: str) -> None:
    """An engine that changed nothing would give the text back."""
    assert decode(encode(text).removesuffix(b"\0")) == text.strip()


@given(st.text(max_size=40))
def test_a_message_ends_in_its_only_nul(text: str) -> None:
    """No text can end a message early and so shift the answers."""
    messages = [encode(piece) for piece in pieces(text)]
    assert all(message.count(0) == 1 and message.endswith(b"\0") for message in messages)


@given(st.text(alphabet="a. \n", max_size=60), st.integers(1, 400))
def test_pieces_lose_nothing_and_stay_short(text: str, times: int) -> None:
    """Joined, the pieces are the text; none is longer than the limit."""
    held = list(pieces(text * times))
    assert "".join(held) == text * times
    assert max(map(len, held)) <= PIECE_CHARACTERS


def test_pieces_end_at_a_sentence_where_there_is_one() -> None:
    """A long paragraph is cut behind a full stop."""
    held = list(pieces("The dog is here. " * 600))
    assert all(piece.endswith("here. ") for piece in held[:-1])
