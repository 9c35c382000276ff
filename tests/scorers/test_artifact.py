"""The scorer of the artifact model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from audit.artifact_model.calibration import parse
from audit.artifact_model.model import load
from audit.artifact_model.reading import SentenceReading
from audit.errors import PluginError
from audit.scorer import Fluency, Scorer
from audit.scorers.artifact import ArtifactScorer, fluency
from tests.artifact_model import tiny
from tests.artifact_model.tiny import paragraph

TWO = paragraph(
    "He said that it is. The city is not a big house, no.", "He said that it is.", "The city is not a big house, no."
)


@pytest.fixture(scope="module")
def scorer(tmp_path_factory: pytest.TempPathFactory) -> ArtifactScorer:
    """The scorer with the tiny model."""
    return ArtifactScorer(str(tiny.exported(tmp_path_factory)))


def test_it_is_a_scorer(scorer: ArtifactScorer) -> None:
    """Named, and with the revision of its calibration."""
    assert isinstance(scorer, Scorer)
    assert (scorer.name, scorer.revision) == ("artifact", "tiny-1")


def test_a_paragraph_is_scored_with_its_sentences_and_words(scorer: ArtifactScorer) -> None:
    """Everything is on its scale, and spans index the paragraph's text."""
    (held,) = scorer.score([TWO], "en")
    assert held.reason is None
    assert [TWO.text[s.start : s.end] for s in held.sentences] == [
        "He said that it is.",
        "The city is not a big house, no.",
    ]
    assert [TWO.text[w.start : w.end] for w in held.words][:6] == ["He", "said", "that", "it", "is", "The"]
    assert all(0 <= word.probability <= 1 for word in held.words)
    assert len({word.probability for word in held.words}) > 1


def test_figures_are_those_of_the_calibration(scorer: ArtifactScorer, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The scorer adds nothing to what reading and calibration say."""
    model = load(tiny.exported(tmp_path_factory))
    ((first, _),) = model.read([TWO])
    (held,) = scorer.score([TWO], "en-GB")
    assert first.features is not None
    sentence = held.sentences[0]
    assert (sentence.score, sentence.low, sentence.high) == pytest.approx(
        model.calibration.fluency(first.features), abs=0.01
    )
    assert [word.probability for word in held.words[:5]] == pytest.approx(
        model.calibration.probabilities(first.token_logits), abs=1e-4
    )


def reading(words: int, da: float | None) -> SentenceReading:
    """A sentence of so many words with a value of its sentence head."""
    features = None if da is None else {"sentence:da": da, "mean:slip": 0.0, "max:post_edit": 0.0}
    spans = tuple((2 * at, 2 * at + 1) for at in range(words))
    logits = np.zeros((words, 2), np.float32)
    return SentenceReading(start=0, end=2 * words, words=spans, token_logits=logits, features=features)


def test_sentences_are_weighed_by_their_words() -> None:
    """One word in four pulls a quarter; a sentence without features gives words and no score."""
    held = fluency([reading(12, 1.9), reading(4, -0.1), reading(2, None)], parse(tiny.CALIBRATION))
    assert [s.score for s in held.sentences] == [80.0, 60.0]
    assert (held.score, held.low, held.high) == (75.0, 60.0, 80.0)
    assert len(held.words) == 18


def test_short_sentences_together_are_scored_as_one(scorer: ArtifactScorer) -> None:
    """The one score spans the paragraph."""
    text = "No. He said. It is."
    (held,) = scorer.score([paragraph(text, "No.", "He said.", "It is.")], "en")
    assert held.score is not None
    assert [(s.start, s.end) for s in held.sentences] == [(0, len(text))]


@pytest.mark.parametrize(
    ("text", "lang", "reason"),
    [
        ("It is a big problem.", "fr", "the model reads English, not fr"),
        ("2 4 6 8 — 10 % !", "en", "it has no letters"),
        ("", "en", "it has no letters"),
        ("It is not.", "en", "it has fewer than 4 words"),
        ("\u200b \u200b \u200b is", "en", "it has fewer than 4 words"),
        (
            "Los vecinos de la zona piden que se repare la carretera antes del invierno.",
            "en",
            "it is not in English (es)",
        ),
    ],
)
def test_what_cannot_be_scored_has_a_reason(scorer: ArtifactScorer, text: str, lang: str, reason: str) -> None:
    """Never a guess."""
    (held,) = scorer.score([paragraph(text)], lang)
    assert (held.score, held.reason) == (None, reason)
    assert not held.sentences


def test_names_are_no_foreign_language(scorer: ArtifactScorer) -> None:
    """A list of names is scored."""
    (held,) = scorer.score([paragraph("Present were Juan Pérez, Ana García and Luis Ortega of Madrid.")], "en")
    assert held.score is not None


def test_answers_keep_the_order_of_the_paragraphs(scorer: ArtifactScorer) -> None:
    """Unfit paragraphs between fit ones keep their place, and a score is the same in any company."""
    short = paragraph("No.")
    held = scorer.score([short, TWO, short, tiny.paragraph("She is going on.")], "en")
    assert [answer.score is None for answer in held] == [True, False, True, False]
    assert held[1] == scorer.score([TWO], "en")[0]
    assert scorer.score([], "en") == []


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    """When the scorer is made, before any article is read."""
    with pytest.raises(PluginError, match="missing"):
        ArtifactScorer(str(tmp_path))


def test_a_paragraph_without_readings_is_not_scored() -> None:
    """There is nothing to weigh."""
    assert fluency([], parse(tiny.CALIBRATION)) == Fluency(reason="it has fewer than 4 words")
