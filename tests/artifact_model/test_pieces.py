"""Pieces, their token types, and the words they belong to."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from audit.artifact_model.ngrams import CODES
from audit.artifact_model.pieces import CASES, TYPES, Pieces, batch, marks, open_tokenizer, pieces
from tests.artifact_model import tiny


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Tokenizer:
    """The tiny tokenizer, read from its file."""
    path = tmp_path_factory.mktemp("tokenizer") / "tokenizer.json"
    tiny.tokenizer().save(str(path))
    return open_tokenizer(path)


def typed(text: str, tokenizer: Tokenizer) -> list[tuple[str, int]]:
    """What stands under each piece, with its type."""
    found = pieces(text, tokenizer)
    return [(text[a:b], kind) for a, b, kind in zip(found.starts, found.ends, found.types, strict=True)]


def words(found: Pieces, text: str) -> list[str]:
    """The words' text."""
    return [text[a:b] for a, b in found.words]


def test_types_tell_capitals_and_the_space_before(tokenizer: Tokenizer) -> None:
    """No capital, a first capital and more capitals each have a type, and another after white space."""
    assert typed("The city", tokenizer) == [("The", 4), ("city", 3)]
    assert typed("(The city", tokenizer)[:2] == [("(", 3), ("The", 1)]
    assert [kind for _, kind in typed("USA", tokenizer)] == [5, 5, 5]
    assert typed("I", tokenizer) == [("I", 4)]
    assert {kind for _, kind in typed("eBay", tokenizer)} == {5}


def test_pieces_of_one_word_share_its_type(tokenizer: Tokenizer) -> None:
    """A contraction and a word of many pieces have one type throughout."""
    assert typed("no He's", tokenizer)[1:] == [("He", 4), ("'", 4), ("s", 4)]
    assert {kind for _, kind in typed("Zebra", tokenizer)} == {4}


def test_a_mark_tells_whether_space_stands_before_it(tokenizer: Tokenizer) -> None:
    """The comma after a space has another type than the one in its place."""
    assert typed("he , she", tokenizer)[1] == (",", 3)
    assert typed("he, she", tokenizer)[1] == (",", 0)


def test_types_tell_how_often_the_neighbourhood_occurs(tokenizer: Tokenizer) -> None:
    """All pieces of a word carry the code of its n-grams above its case."""
    counts = tiny.ngrams()
    text = "The president said"
    found = pieces(text, tokenizer, counts)
    codes = [code for _, _, code in counts.codes([text])[0]]
    assert [kind // CASES for kind in found.types] == codes
    assert [kind % CASES for kind in found.types] == [4, 3, 3]
    assert {kind // CASES for kind in pieces("zebras", tokenizer, counts).types} == {counts.codes(["zebras"])[0][0][2]}
    assert TYPES == CASES * CODES


def test_words_are_bare_of_the_marks_around_them(tokenizer: Tokenizer) -> None:
    """A word's span leaves quotes and commas out, keeps inner marks, and marks alone are a word."""
    text = "“It’s,” he said — no-one."
    found = pieces(text, tokenizer)
    assert words(found, text) == ["It’s", "he", "said", "—", "no-one"]
    assert found.word[:5] == (0, 0, 0, 0, 0)


def test_special_tokens_spelt_out_are_plain_text(tokenizer: Tokenizer) -> None:
    """A text may not smuggle in a mark of start or end."""
    assert not set(marks(tokenizer)) & set(pieces("[CLS] he [SEP]", tokenizer).ids)


def test_padding_and_cutting_of_the_file_are_off(tokenizer: Tokenizer) -> None:
    """The tiny file pads and cuts at sixteen pieces; a text has as many as it has."""
    assert len(pieces("he", tokenizer)) == 1
    assert len(pieces("he " * 40, tokenizer)) == 40


def test_a_lone_surrogate_does_no_harm(tokenizer: Tokenizer) -> None:
    """Offsets stay those of the given text."""
    text = "he \ud800 said"
    found = pieces(text, tokenizer)
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == ["he", "said"]
    assert found.word == (0, 2)


def test_a_tokenizer_without_marks_is_refused() -> None:
    """The encoder's input needs both marks."""
    from tokenizers.models import WordPiece

    with pytest.raises(ValueError, match=r"\[CLS\]"):
        marks(Tokenizer(WordPiece({"[UNK]": 0}, unk_token="[UNK]")))  # noqa: S106


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    """There is no tokenizer to fall back on."""
    with pytest.raises(Exception, match="No such file"):
        open_tokenizer(tmp_path / "tokenizer.json")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=60), max_size=4))
def test_any_text_has_pieces_in_bounds(tokenizer: Tokenizer, texts: list[str]) -> None:
    """Whatever the text, pieces are in order and in bounds, and a batch says the same as each text alone."""
    counts = tiny.ngrams()
    together = batch(texts, tokenizer, counts)
    assert together == [pieces(text, tokenizer, counts) for text in texts]
    for text, found in zip(texts, together, strict=True):
        assert all(0 <= a <= b <= len(text) for a, b in zip(found.starts, found.ends, strict=True))
        assert list(found.word) == sorted(found.word)
        assert all(kind in range(TYPES) for kind in found.types)
        assert all(0 <= word < len(found.words) for word in found.word)
        assert all(text[a:b].strip() == text[a:b] != "" for a, b in found.words)
