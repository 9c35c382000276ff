"""Floors for the shipped scorer on the sets made for this project; they only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit import plugins
from audit.bench import judgements
from audit.bench.annotated import articles
from audit.bench.figures import mean
from audit.bench.fluency import project
from audit.bench.reader import Reader
from audit.bench.words import dialects, gold, hits

ROOT = Path(__file__).parent.parent.parent
MODEL = ROOT / "audit" / "data" / "artifact_model"
MADE = ROOT / "corpora" / "judgements"

pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="no model is shipped")

PAIRS_FLOOR = 0.78
"""Share of minimal pairs whose clean text has the higher fluency; a guess has 0.50."""
GRADED_FLOOR = 0.85
"""Share of pairs of versions of one paragraph in the right order; a guess has 0.50."""
SPAN_FLOOR = 0.20
"""Share of artifacts in minimal pairs that are flagged where 1 % of clean words are."""
GOLD_AREA_FLOOR = 0.65
"""ROC area of the words of annotated artifacts against clean ones; a guess has 0.50."""
SPREAD_CEILING = 15.0
"""Mean points of fluency between texts that differ in a name, a number, a topic or the dialect."""
SUSPECTED_CEILING = 10.0
"""Words of people's English per 1,000 that are suspected."""


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The shipped scorer."""
    return Reader(plugins.scorer("artifact"))


def test_clean_texts_are_more_fluent(reader: Reader) -> None:
    """Minimal pairs, all kinds together."""
    pairs = judgements.minimal_pairs(MADE / judgements.PAIRS)
    assert project.told(pairs, reader)["all"].value >= PAIRS_FLOOR


def test_better_paragraphs_are_more_fluent(reader: Reader) -> None:
    """Versions of one paragraph, all pairs together."""
    pairs, _ = project.graded_figures(judgements.graded(MADE / judgements.GRADED), reader)
    assert pairs.value >= GRADED_FLOOR


def test_artifacts_are_flagged(reader: Reader) -> None:
    """Minimal pairs, at one false alarm in a hundred words."""
    (whole, *_), _ = hits.minimal_pair_hits(judgements.minimal_pairs(MADE / judgements.PAIRS), reader)
    assert whole.at_bar.value >= SPAN_FLOOR


def test_words_of_artifacts_are_suspected(reader: Reader) -> None:
    """Annotated articles, all kinds together."""
    assert gold.measure(articles(ROOT / "corpora" / "gold"), reader)["all"].area >= GOLD_AREA_FLOOR


def test_what_should_not_matter_matters_little(reader: Reader) -> None:
    """The mean spread of every group."""
    spreads = project.spreads(judgements.variants(MADE / judgements.VARIANTS), reader)
    assert spreads
    assert {held.group: held.mean for held in spreads if held.mean > SPREAD_CEILING} == {}


def test_english_of_people_is_seldom_suspected(reader: Reader) -> None:
    """The mean over dialects."""
    rates = dialects.suspected(judgements.human_texts(MADE / judgements.HUMAN), reader)
    assert mean([rate for _, rate in rates.values()]) <= SUSPECTED_CEILING
