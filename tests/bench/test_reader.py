"""The scorer is asked in one batch, once a text, and its failures are told in a line."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from audit.bench.reader import Reader
from audit.document import PROSE, Paragraph
from audit.errors import PluginError
from audit.scorer import Fluency
from tests.bench.standin import WordLengthScorer


class CountingScorer(WordLengthScorer):
    """The stand-in, keeping the size of every batch."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def score(self, paragraphs: Sequence[Paragraph], target_lang: str) -> list[Fluency]:
        """Count, then score."""
        self.batches.append(len(paragraphs))
        return super().score(paragraphs, target_lang)


class BrokenScorer(WordLengthScorer):
    """Fails on a long batch and forgets the last of a short one."""

    def score(self, paragraphs: Sequence[Paragraph], target_lang: str) -> list[Fluency]:
        """Fail one way or the other."""
        if len(paragraphs) > 2:
            raise RuntimeError("out of memory")
        return super().score(paragraphs, target_lang)[:-1]


def test_each_text_is_scored_once_in_one_batch() -> None:
    """Three texts of which two are the same are one batch of two; asked again, none."""
    scorer = CountingScorer()
    reader = Reader(scorer)
    scores = [fluency.score for fluency in reader.sentences(["a" * 10, "a" * 20, "a" * 10])]
    assert (scores, scorer.batches) == ([90, 80, 90], [2])
    reader.sentences(["a" * 20])
    assert scorer.batches == [2]


def test_a_passage_is_the_mean_of_its_paragraphs_by_words() -> None:
    """Words stand at their place in the passage."""
    text = "One two three, said.\n\nSix."
    (held,) = Reader(WordLengthScorer()).passages([text])
    assert held.score == pytest.approx((4 * 80 + 1 * 96) / 5)
    assert held.low == pytest.approx((4 * 70 + 1 * 86) / 5)
    assert [text[word.start : word.end] for word in held.words] == text.split()


def test_a_passage_without_wanted_paragraphs_has_no_score() -> None:
    """A headline is not running text."""
    (held,) = Reader(WordLengthScorer()).passages([""], PROSE)
    assert (held.score, held.reason, held.words) == (None, "no paragraph to score", ())


def test_a_scorer_that_fails_is_named() -> None:
    """An exception and a missing answer are both one line."""
    reader = Reader(BrokenScorer())
    with pytest.raises(PluginError, match="scorer word-length failed on 3 paragraphs: RuntimeError"):
        reader.sentences(["a", "b", "c"])
    with pytest.raises(PluginError, match="scorer word-length gave 1 answers to 2 paragraphs"):
        reader.sentences(["d", "e"])
