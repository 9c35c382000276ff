"""Passages: which text a sentence is read in."""

from __future__ import annotations

from audit.artifact_model.passages import passages
from tests.artifact_model.tiny import paragraph


def read(text: str, *sentences: str) -> list[tuple[str, str, bool]]:
    """Each sentence with the text it is read in, and whether it is scored."""
    held = paragraph(text, *sentences)
    return [(text[p.start : p.end], text[p.low : p.high], p.scored) for p in passages(text, held.sentences)]


def test_a_sentence_of_four_words_is_read_alone() -> None:
    """It needs no neighbour."""
    assert read("He is a man. She is not one.", "He is a man.", "She is not one.") == [
        ("He is a man.", "He is a man.", True),
        ("She is not one.", "She is not one.", True),
    ]


def test_a_short_sentence_is_read_with_the_one_before() -> None:
    """It gets no score of its own."""
    assert read("He is a man. No.", "He is a man.", "No.")[1] == ("No.", "He is a man. No.", False)


def test_the_first_is_read_with_the_one_after() -> None:
    """Where nothing stands before it."""
    assert read("No. He is a man.", "No.", "He is a man.")[0] == ("No.", "No. He is a man.", False)


def test_as_many_neighbours_as_needed_are_taken() -> None:
    """Short sentences before are not enough, so the one after is added."""
    found = read("No. Yes. He is a man.", "No.", "Yes.", "He is a man.")
    assert found[1] == ("Yes.", "No. Yes. He is a man.", False)


def test_short_sentences_only_are_one_text() -> None:
    """Four words in three sentences are scored as one, three words are not scored."""
    assert read("No. Yes. He said.", "No.", "Yes.", "He said.") == [("No. Yes. He said.", "No. Yes. He said.", True)]
    assert read("No. He said.", "No.", "He said.") == [("No. He said.", "No. He said.", False)]


def test_an_unsegmented_paragraph_is_one_sentence() -> None:
    """Without sentences the whole is read."""
    assert read("He is a man.") == [("He is a man.", "He is a man.", True)]
    assert read("") == [("", "", False)]
