"""From what a scorer says to the figures of paragraphs, sentences and the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from audit.document import Document, Paragraph, Role, Suspicion
from audit.errors import EngineError, PluginError
from audit.fluency import article_fluency, fluency_notes, paragraph_fluency, sentence_scores
from audit.scorer import Fluency, SentenceFluency
from audit.testing import article
from tests.scorers.word_list import WordList

TEXT = "Rain on Monday\n\nIt rained. The cat slept badly.\n\nA cat in the rain of Lee (Reuters).\n\nShort unread one."


@dataclass(kw_only=True)
class Broken:
    """A scorer that gives the same answers to everything, or raises."""

    answers: tuple[Fluency, ...] = ()
    error: Exception | None = None
    name: str = "broken"
    revision: str = "0"
    calibrated: bool = True

    def score(self, paragraphs: Sequence[Paragraph], target_lang: str) -> list[Fluency]:
        """Whatever the test wants."""
        assert target_lang
        assert paragraphs is not None
        if self.error:
            raise self.error
        return list(self.answers)


def scored() -> tuple[Document, tuple[Fluency, ...]]:
    """The article with its scores: sleeping badly is suspicious."""
    document = article(TEXT)
    return document, paragraph_fluency(document, WordList(words={"badly": 0.6}))


def test_running_text_is_scored_and_headings_only_read() -> None:
    """A caption gets neither score nor words, a headline its words."""
    document, scores = scored()
    assert [p.role for p in document.paragraphs] == [Role.HEADLINE, Role.BODY, Role.CAPTION, Role.BODY]
    assert [fluency.score for fluency in scores] == [None, 40.0, None, None]
    assert [len(fluency.words) for fluency in scores] == [3, 6, 0, 0]
    assert scores[0].reason == scores[2].reason == "only running text is scored"


def test_the_article_is_the_mean_by_words() -> None:
    """Ten words at 90 and thirty at 50 make 60."""
    text = "\n\n".join(["word " * 9 + "end.", "word " * 29 + "end."])
    scores = [Fluency(score=90.0, low=80.0, high=95.0), Fluency(score=50.0, low=40.0, high=75.0)]
    whole = article_fluency(article(text), scores)
    assert (whole.score, whole.low, whole.high) == (60.0, 50.0, 80.0)


def test_an_article_without_scores_says_why() -> None:
    """The reason of its running text, not that of its headline; without any, that there is none."""
    document = article("Rain on Monday\n\nAll unread here.")
    assert article_fluency(document, paragraph_fluency(document, WordList())).reason == "it cannot be read"
    heading = article("Rain on Monday")
    assert article_fluency(heading, paragraph_fluency(heading, WordList())).reason == "the article has no running text"


def test_sentences_are_placed_in_the_document() -> None:
    """Offsets count from the start of the article."""
    document, scores = scored()
    held = sentence_scores(document, scores)
    assert [document.text[one.start : one.end] for one in held] == ["It rained.", "The cat slept badly."]
    assert [(one.paragraph, one.fluency) for one in held] == [(1, 98.0), (1, 40.0)]


def test_paragraphs_left_out_are_told_with_the_reason() -> None:
    """Only running text is worth a note; where nothing was scored one line says so."""
    document, scores = scored()
    whole = article_fluency(document, scores)
    assert list(fluency_notes(document, scores, whole)) == ["fluency not scored in paragraph 3: it cannot be read"]
    assert list(fluency_notes(document, scores, Fluency(reason="no model"))) == ["fluency not scored: no model"]


def test_many_paragraphs_left_out_are_counted() -> None:
    """A note stays a line."""
    document = article("\n\n".join(["All is well."] + ["Some unread text here."] * 12))
    scores = paragraph_fluency(document, WordList())
    (note,) = fluency_notes(document, scores, article_fluency(document, scores))
    assert note == "fluency not scored in paragraphs 1, 2, 3, 4, 5, 6, 7, 8 and 4 more: it cannot be read"


def word(start: int, end: int, probability: float = 0.5) -> Suspicion:
    """A word."""
    return Suspicion(start=start, end=end, probability=probability)


@pytest.mark.parametrize(
    ("scorer", "told"),
    [
        (Broken(), "scorer broken gave 0 scores for 1 paragraphs"),
        (Broken(error=ValueError("no")), r"scorer broken failed: ValueError\('no'\)"),
        (Broken(answers=(Fluency(words=(word(3, 99),)),)), "scorer broken, paragraph 0: a word at 3–99, outside 0–12"),
        (Broken(answers=(Fluency(words=(word(4, 6), word(0, 3))),)), "a word at 0–3, outside 6–12"),
        (Broken(answers=(Fluency(words=(word(0, 3, float("nan")),)),)), "nan is no probability"),
        (Broken(answers=(Fluency(words=(word(0, 3, 1.5),)),)), "1.5 is no probability"),
        (
            Broken(answers=(Fluency(score=1.0, sentences=(SentenceFluency(start=5, end=5, score=1.0),)),)),
            "a sentence at 5–5",
        ),
    ],
)
def test_a_scorer_that_does_not_keep_the_contract_is_named(scorer: Broken, told: str) -> None:
    """One line with the scorer and the paragraph, never a traceback or a wrong span."""
    with pytest.raises(PluginError, match=told):
        paragraph_fluency(article("It has rained"[:12]), scorer)


def test_an_error_of_the_tool_goes_through() -> None:
    """It has its own line already."""
    with pytest.raises(EngineError):
        paragraph_fluency(article("It rained."), Broken(error=EngineError("x", "gone")))
