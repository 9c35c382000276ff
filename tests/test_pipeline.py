"""The whole audit, in process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import audit
from audit.config import Config
from audit.document import Document
from audit.errors import ConfigError, PluginError
from audit.pipeline import Auditor, audit_frame, audit_text

SAMPLE = Path(__file__).parent.parent / "corpora" / "samples" / "article.txt"
QUIET = Config(engine="none", cache="")
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
    with pytest.raises(PluginError, match="available: none"):
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
