"""How sure a contrast makes, and what is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit.check import Check
from audit.checks.accuracy.literal_rendering import literal_rendering
from audit.config import Config
from audit.document import Contrast, Document, Suspicion
from audit.engine import Engine
from audit.finding import Finding
from audit.pipeline import Auditor
from tests.back_translation.glossary import Glossary, article
from tests.scorers.word_list import WordList

TEXT = "He met with his pair of Russia, Vladimir Putin."
RULE: Check = literal_rendering


def marked(probability: float, *, text: str = TEXT, pair: str = "his pair", there: float = 1.7) -> list[Finding]:
    """What is found of one contrast whose words have a probability of error."""
    start = text.index(pair)
    held = article(text)
    (paragraph,) = held.paragraphs
    contrast = Contrast(start=start, end=start + len(pair), reading="su par", here=-1.8, there=there)
    suspicion = Suspicion(start=start, end=start + len(pair), probability=probability)
    paragraph = replace(paragraph, contrasts=(contrast,), suspicions=(suspicion,))
    return list(RULE.run(replace(held, paragraphs=(paragraph,))))


def test_the_reading_explains_the_phrase() -> None:
    """The span takes the complement in; the evidence names reading, associations and suspicion."""
    (finding,) = marked(0.2)
    assert finding.text == "his pair of Russia"
    assert finding.message == (
        "“his pair” is rare in English, but “su par” is common in Spanish: a literal rendering"
    )  # fmt: skip
    assert finding.evidence == {"reading": "su par", "association": {"here": -1.8, "there": 1.7}, "suspicion": 0.2}


def test_what_is_no_name_is_no_complement() -> None:
    """The span is the pair."""
    assert [one.text for one in marked(0.2, text="He sold his pair of shoes.")] == ["his pair"]


@pytest.mark.parametrize(
    ("probability", "there", "confidence"), [(0.5, 1.7, 0.75), (0.2, 1.7, 0.6), (0.1, 1.2, 0.3), (0.05, 1.0, None)]
)
def test_contrast_and_suspicion_add_up(probability: float, there: float, confidence: float | None) -> None:
    """Surer, likely, doubted, and not told at all."""
    assert [one.confidence for one in marked(probability, there=there)] == ([confidence] if confidence else [])


def test_pairs_of_content_words_need_more() -> None:
    """They vary with the topic; what is no kind of pair is never told."""
    text = "The national workers are here."
    assert marked(0.5, text=text, pair="national workers", there=1.0) == []
    assert marked(0.5, text=text, pair="national workers", there=2.5)
    assert marked(0.9, text=text, pair="The national", there=6) == []


def test_without_a_scorer_nothing_is_told() -> None:
    """A contrast alone is too little."""
    held = article(TEXT)
    (paragraph,) = held.paragraphs
    bare = replace(paragraph, contrasts=(Contrast(start=12, end=20, reading="su par", here=-2, there=9),))
    assert list(RULE.run(replace(held, paragraphs=(bare,)))) == []


class Standin(Auditor):
    """An auditor whose engine, whatever its name, is a glossary."""

    def engine(self, name: str) -> Engine:
        """Knows “his”, “pair” and some other words."""
        assert name
        return Glossary()


def test_the_pipeline_finds_what_no_lexicon_holds() -> None:
    """With an engine that says `su par`, and the rule of the lexicon left out."""
    config = Config(engine="glossary", cache="", source_lang="es", select=("ACC105",))
    scorer = WordList(words={"pair": 0.2})
    with Standin(config, scorer=scorer) as auditor:
        report = auditor.audit(Document(id="a", text=TEXT))
    assert [(issue.rule, issue.text) for issue in report.issues] == [("ACC105", "his pair of Russia")]


def test_the_shipped_model_is_suspicious_enough() -> None:
    """The same with the artifact model, at the default bar."""
    config = Config(engine="glossary", scorer="artifact", cache="", source_lang="es", ignore=("ACC101",))
    with Standin(config) as auditor:
        report = auditor.audit(
            Document(
                id="a",
                text="The leader of North Korea traveled this Tuesday for the first time in four years and met for "
                "several hours with his pair of Russia, Vladimir Putin.",
            )
        )
    (issue,) = (issue for issue in report.issues if issue.rule == "ACC105")
    assert issue.text == "his pair of Russia"


def test_the_shipped_engine_and_scorer_see_it_without_the_lexicon() -> None:
    """With what comes in the package alone."""
    text = "The president traveled on Tuesday and met for several hours with his pair of Russia, Vladimir Putin."
    with Auditor(Config(engine="embedded", cache="", ignore=("ACC101",))) as auditor:
        report = auditor.audit(Document(id="sample", text=text, source_lang="es"))
    found = [one for one in report.issues if one.rule == RULE.id]
    assert "his pair of Russia" in {one.text for one in found}
    assert all(isinstance(one.evidence["reading"], str) for one in found)
