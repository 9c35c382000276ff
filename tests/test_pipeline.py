"""The whole audit, in process."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import audit
from audit import thresholds
from audit.config import Config
from audit.document import Document
from audit.errors import ConfigError, PluginError
from audit.pipeline import Auditor, audit_frame, audit_text
from audit.report import Report
from audit.scorer import Scorer
from audit.scorers.none import NoScorer
from tests.checks.test_laws import TEXTS
from tests.scorers.word_list import WordList

SAMPLE = Path(__file__).parent.parent / "corpora" / "samples" / "article.txt"
QUIET = Config(engine="none", scorer="none", cache="")
ARTICLE = "The leader of North Korea, Kim Jong-un, He traveled this Tuesday.\n\nLeave a Reply"


def test_a_report_follows_the_contract() -> None:
    """Every key of the JSON contract is there, offsets index the text, and fluency is null without a scorer."""
    report = audit_text(SAMPLE.read_text("utf-8"), config=QUIET)
    held = json.loads(json.dumps(report.to_dict()))
    assert held["schema"] == "audit/1"
    assert set(held["scores"]) == {"fluency", "fluency_low", "fluency_high", "round_trip_chrf", "mqm", "words"}
    assert held["scores"]["fluency"] is None
    assert any("fluency not scored" in note for note in held["notes"])
    text = report.document.text
    assert all(text[one["start"] : one["end"]] == one["text"] for one in held["findings"])
    assert all(text[one["start"] : one["end"]] == one["text"] for one in held["paragraphs"])
    assert len(held["findings"]) >= 10


def test_frames_have_a_row_per_paragraph_and_finding() -> None:
    """The DataFrames say what the JSON says."""
    report = audit_text(ARTICLE, config=QUIET)
    assert list(report.paragraphs["role"]) == ["body", "residue"]
    assert list(report.findings["name"]) == ["redundant-subject", "reported-weekday", "page-boilerplate"]
    assert report.paragraphs["mqm"].max() <= 100


def test_an_empty_article_has_an_empty_report() -> None:
    """Nothing is invented for no text."""
    report = audit_text("", config=QUIET)
    assert report.issues == ()
    assert report.scores.mqm == 100
    assert report.findings.empty


def test_a_frame_of_articles_keeps_its_index() -> None:
    """One row an article, in order."""
    frame = audit_frame(pd.DataFrame({"text": [ARTICLE, "All is well."]}, index=["a", "b"]), config=QUIET)
    assert list(frame.index) == ["a", "b"]
    assert list(frame["major_findings"]) == [1, 0]


def test_the_same_input_gives_the_same_report() -> None:
    """Signature and findings do not change from run to run."""
    assert audit_text(ARTICLE, config=QUIET).to_dict() == audit_text(ARTICLE, config=QUIET).to_dict()


def test_mqm_is_the_penalty_per_word() -> None:
    """One major issue (5) in ten words: 100 × (1 − 5/10)."""
    text = "The leader of the North, Kim Jong, he traveled far."
    report = audit_text(text, config=Config(engine="none", cache="", select=("LIN121",)))
    assert report.scores.mqm == 50


def test_unknown_rules_and_plugins_are_named() -> None:
    """One line with what there is instead."""
    with pytest.raises(ConfigError, match="no rule"):
        Auditor(Config(select=("LIN999",)))
    with pytest.raises(PluginError, match=r"no scorer 'model'.* – available: "):
        Auditor(Config(scorer="model"))


def test_the_source_language_is_inferred_or_left_open() -> None:
    """Clues name it; without any it is null, nothing is back-translated, and the reason is said."""
    with Auditor(Config(cache="")) as auditor:
        open_one = auditor.audit(Document(id="a", text="The cat sat on the mat and looked at the moon."))
    assert open_one.document.source_lang is None
    assert open_one.engine is None
    assert any("source language not known" in note for note in open_one.notes)
    told = audit_text("BOGOTÁ (EFE) - The minister met with his pair of Peru in Lima, he said.", config=QUIET)
    assert told.document.source_lang == "es"


def test_the_root_exports_few_names() -> None:
    """At most 20, each of them there."""
    assert len(audit.__all__) <= 20
    assert all(getattr(audit, name) for name in audit.__all__)


def test_asking_for_the_version_imports_nothing_heavy() -> None:
    """Neither pandas nor the command line's packages nor any model."""
    heavy = "{'pandas', 'typer', 'rich', 'sacrebleu', 'lingua'}"
    code = f"import sys, audit.__main__ as m; m.run(['--version']); print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["audit 0.1.0", "[]"]


def test_a_region_does_not_hide_the_lexicon() -> None:
    """Mexican Spanish is Spanish."""
    report = audit_text("He met for hours with his pair of Russia, Vladimir Putin.", source_lang="es-MX", config=QUIET)
    assert [issue.name for issue in report.issues] == ["calque"]
    assert report.document.source_lang == "es"


CALQUE = "He met for hours with his pair of Russia, Vladimir Putin, and then they gave lantern of all."


def read(text: str, scorer: Scorer, **settings: Any) -> Report:  # noqa: ANN401 - any setting
    """The report of a text with a scorer of the test's."""
    with Auditor(replace(QUIET, **settings), scorer=scorer) as auditor:
        return auditor.audit(Document(id="a", text=text, source_lang="es"))


def test_what_the_scorer_suspects_is_found() -> None:
    """By the rule of its own where no other knows the fault, by the rule that does where one does."""
    report = read(CALQUE, WordList(words={"pair": 0.8, "gave": 0.8, "lantern": 0.95}))
    assert [(issue.name, issue.text) for issue in report.issues] == [
        ("calque", "his pair of Russia"),
        ("unidiomatic-wording", "gave lantern"),
    ]
    calque = report.issues[0]
    assert calque.evidence["suspicion"] == 0.8
    assert [one["name"] for one in calque.evidence["also"]] == ["unidiomatic-wording"]  # type: ignore[attr-defined]
    assert calque.confidence > audit_text(CALQUE, source_lang="es", config=QUIET).issues[0].confidence
    assert report.scores.fluency == 5.0
    assert "word-list@1" in report.signature


def test_a_check_without_its_evidence_is_not_run_and_that_is_said() -> None:
    """Without a scorer of words there is nothing to suspect; with one the note is gone."""
    note = "OTH101 unidiomatic-wording not run: it needs suspicion"
    assert note in audit_text(CALQUE, config=QUIET).notes
    assert note not in read(CALQUE, WordList()).notes


def test_fluency_is_scored_though_no_check_asks_for_words() -> None:
    """And the rules that run are weighed as they are in a full run."""
    scorer = WordList(words={"pair": 0.8})
    (alone,) = read(CALQUE, scorer, select=("calque",)).issues
    assert alone.evidence["suspicion"] == 0.8
    assert read(CALQUE, scorer, select=("LOC",)).scores.fluency == 20.0


@pytest.mark.parametrize(("probability", "names"), [(None, []), (0.02, []), (0.9, ["calque"])])
def test_an_ambiguous_entry_opens_only_with_the_model(
    probability: float | None, names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the entry is taken for good English in some contexts, it is silent alone and against the model."""
    monkeypatch.setattr(thresholds, "AMBIGUOUS_RATE", 0.0)
    scorer = NoScorer() if probability is None else WordList(words={"pair": probability})
    assert [issue.name for issue in read(CALQUE, scorer, select=("ACC",)).issues] == names


def test_words_of_an_uncalibrated_scorer_are_no_evidence() -> None:
    """Its fluency is shown; its words neither become findings nor move those of the rules."""
    sure, unsure = (read(CALQUE, WordList(words={"pair": 0.8, "lantern": 0.95}, calibrated=c)) for c in (True, False))
    assert unsure.issues == read(CALQUE, NoScorer()).issues
    assert unsure.issues != sure.issues
    assert unsure.scores.fluency == sure.scores.fluency


def test_sentences_have_a_frame_of_their_own() -> None:
    """One row a scored sentence, with offsets into the article; the JSON contract is as it was."""
    text = "Rain on Monday\n\nIt rained badly. The cat slept."
    report = read(text, WordList(words={"badly": 0.7}))
    frame = report.sentences
    assert list(frame.columns) == "paragraph start end text words fluency fluency_low fluency_high".split()
    assert [text[start:end] for start, end in zip(frame["start"], frame["end"], strict=True)] == list(frame["text"])
    assert list(frame["fluency"]) == [30.0, 98.0]
    assert list(frame["words"]) == [3, 3]
    assert "sentences" not in report.to_dict()
    assert list(audit_text(text, config=QUIET).sentences.columns) == list(frame.columns)


def test_a_headline_is_read_but_not_scored() -> None:
    """A word in it may be wrong; it is no running text."""
    report = read("Storm gave lantern of roofs\n\nIt rained.", WordList(words={"lantern": 0.8}))
    assert [issue.text for issue in report.issues] == ["lantern"]
    assert [scores.fluency is None for scores in report.paragraph_scores] == [True, False]


@settings(max_examples=30, deadline=None)
@given(TEXTS, st.dictionaries(st.sampled_from("the he of said president with korea".split()), st.floats(0, 1)))
def test_no_text_and_no_probabilities_make_the_audit_fail(text: str, words: dict[str, float]) -> None:
    """Every span quotes the text, every confidence is a share, whatever the scorer thinks."""
    report = read(text, WordList(words=words, rest=max(words.values(), default=0.0)))
    for issue in report.issues:
        assert issue.text == text[issue.start : issue.end]
        assert 0 < issue.confidence <= 1
    assert report.sentences["fluency"].between(0, 100).all()


def test_what_only_an_engine_can_show_is_not_missed_without_one() -> None:
    """The note on the engine says why already."""
    with Auditor(Config(engine="none", cache="")) as auditor:
        report = auditor.audit(Document(id="x", text="The president said on Tuesday that it rained.", source_lang="es"))
    assert not any("not run" in note for note in report.notes)
