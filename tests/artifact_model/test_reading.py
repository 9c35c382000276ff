"""Readings put together from windows."""

from __future__ import annotations

import numpy as np
import pytest

from audit.artifact_model.passages import Passage
from audit.artifact_model.pieces import Pieces
from audit.artifact_model.reading import TextReading, WindowReading, joined, of_sentence
from audit.artifact_model.windows import Window

FOUND = Pieces(
    ids=(5, 6, 7, 8),
    types=(3, 3, 3, 0),
    starts=(0, 2, 5, 8),
    ends=(2, 4, 7, 9),
    word=(0, 0, 2, 2),
    words=((0, 4), (4, 5), (5, 8)),
)
LOGITS = np.array([[1, 8], [2, 7], [3, 6], [4, 5]], np.float32)


def window(start: int, end: int, words: tuple[int, int], value: float) -> WindowReading:
    """A window with the logits of its pieces and one sentence value."""
    return WindowReading(
        window=Window(start=start, end=end, first=words[0], last=words[1]),
        token_logits=LOGITS[start:end],
        sentence_values=np.array([value], np.float32),
    )


def test_a_word_has_the_highest_logit_of_its_pieces() -> None:
    """Head by head; a word without pieces is not read."""
    read = joined(FOUND, [window(0, 4, (0, 3), 1.5)], (2, 1))
    assert read.words == ((0, 4), (5, 8))
    assert read.token_logits.tolist() == [[2, 8], [4, 6]]
    assert read.sentence_values.tolist() == [1.5]


def test_windows_give_the_words_they_own() -> None:
    """Overlapping windows give each word once, and sentence values weighed by their pieces."""
    read = joined(FOUND, [window(0, 3, (0, 1), 1.0), window(2, 4, (1, 3), 6.0)], (2, 1))
    assert read.words == ((0, 4), (5, 8))
    assert read.token_logits.tolist() == [[2, 8], [4, 6]]
    assert read.sentence_values.tolist() == [3.0]


def test_a_text_without_windows_has_no_words() -> None:
    """The arrays keep their shapes."""
    read = joined(FOUND, [], (2, 1))
    assert (read.words, read.token_logits.shape, read.sentence_values.shape) == ((), (0, 2), (1,))


TEXT = TextReading(
    words=((0, 2), (3, 5), (6, 8), (9, 11), (12, 14)),
    token_logits=np.array([[0.0], [1.0], [2.0], [3.0], [-1.0]], np.float32),
    sentence_values=np.array([0.25], np.float32),
)


def test_a_sentence_takes_its_words_out_of_the_text_read() -> None:
    """Spans move to the paragraph; a sentence read in context has no features."""
    read = of_sentence(Passage(start=106, end=111, low=100, high=115, scored=False), TEXT, ("slip",), ("da",))
    assert read.words == ((106, 108), (109, 111))
    assert read.token_logits.tolist() == [[2.0], [3.0]]
    assert read.features is None


def test_features_are_taken_over_the_words() -> None:
    """The sentence's value, the mean and the highest of the words' probabilities."""
    read = of_sentence(Passage(start=0, end=14, low=0, high=14, scored=True), TEXT, ("slip",), ("da",))
    held = 1 / (1 + np.exp(-TEXT.token_logits[:, 0]))
    assert read.features == pytest.approx(
        {"sentence:da": 0.25, "mean:slip": float(held.mean()), "max:slip": float(held.max())}
    )


def test_words_without_pieces_do_not_count() -> None:
    """Of four words three have pieces: too few for a score."""
    read = of_sentence(Passage(start=0, end=9, low=0, high=9, scored=True), TEXT, ("slip",), ("da",))
    assert len(read.words) == 3
    assert read.features is None
