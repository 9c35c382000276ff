"""Measuring, and the floors that accuracy may not fall below."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from audit.bench.accuracy import NOT_COVERED, Accuracy, language, measure
from audit.bench.annotated import articles, parse
from audit.bench.pages import accuracy_page
from audit.cli.app import main
from audit.config import Config
from audit.pipeline import Auditor

GOLD = Path(__file__).parent.parent.parent / "corpora" / "gold"
PRECISION_FLOOR = 0.95
RECALL_FLOOR = 0.58
"""Just below what the shipped rules reach on the project's own articles without an engine; floors only rise."""


@pytest.fixture(scope="module")
def accuracy() -> Accuracy:
    """The project's annotated articles, measured."""
    return measure(Auditor(Config(engine="none", cache="")), articles(GOLD))


def test_markup_is_read() -> None:
    """The markup goes, its spans stay."""
    text, spans = parse("He {{calque|minor|made|took}} a step{{boilerplate|minor| Share|}}")
    assert text == "He made a step Share"
    assert [(s.kind, text[s.start : s.end]) for s in spans] == [("calque", "made"), ("boilerplate", " Share")]


def test_accuracy_stays_above_its_floors(accuracy: Accuracy) -> None:
    """Precision and recall of spans over the kinds the rules cover."""
    assert accuracy.precision >= PRECISION_FLOOR
    assert accuracy.recall(kind for kind in accuracy.spans if kind not in NOT_COVERED) >= RECALL_FLOOR


def test_clean_articles_stay_clean(accuracy: Accuracy) -> None:
    """No finding of major severity, at most two of any."""
    assert accuracy.clean_major == 0
    assert accuracy.clean_findings <= 2


def test_the_page_names_every_kind(accuracy: Accuracy) -> None:
    """One row each."""
    page = accuracy_page({"gold": accuracy}, {"gold": accuracy}, "audit bench", "none")
    assert all(kind in page for kind in accuracy.spans)


def test_the_page_tells_languages_apart(accuracy: Accuracy) -> None:
    """Wording found per source language, without and with what the user could tell."""
    page = accuracy_page({"gold": accuracy}, {"gold": accuracy}, "audit bench", "none")
    spanish = accuracy.by_language["es"]
    assert set(accuracy.by_language) == {"es"}
    assert f"| gold | es | {spanish.spans} | {spanish.hits} / {spanish.spans} | {spanish.findings} |" in page


@pytest.mark.parametrize(
    ("name", "expected"), [("es03", "es"), ("fr-vignoble", "fr"), ("clean02", None), ("seed", None), ("essay", None)]
)
def test_an_article_is_named_for_its_language(name: str, expected: str | None) -> None:
    """Two letters before a hyphen or a number."""
    assert language(name) == expected


def test_the_page_tells_what_the_scorer_adds(accuracy: Accuracy) -> None:
    """Hits of the rules alone beside those with it."""
    alone = Accuracy(spans=accuracy.spans, hits=Counter({"calque": 1}))
    page = accuracy_page({"gold": accuracy}, {"gold": accuracy}, "audit bench", "none", {"gold": alone})
    calque = f"1 → {accuracy.hits['calque']} / {accuracy.spans['calque']}"
    assert f"| calque | {calque} |" in page


def test_what_is_not_there_is_skipped_with_the_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The benchmark runs on what there is."""
    status = main(
        ["bench", "--gold", str(GOLD), "--shared", str(tmp_path), "-o", str(tmp_path / "out"), "--engine", "none"]
    )
    assert status == 0
    assert "skipped" in capsys.readouterr().err
    assert (tmp_path / "out" / "accuracy.md").exists()
