"""The table of measured engines."""

from __future__ import annotations

import pytest

from audit import plugins, tables
from audit.back_translation.measured import TABLE, Measured, measured

ROWS = (
    ("en-es", "apertium", "3", "news", "47.85", "17.3"),
    ("en-es", "embedded", "a", "news", "44.20", "15.0"),
    ("en-es", "apertium", "3", "other", "50.00", "18.0"),
)


def test_the_first_test_set_of_the_pair_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pair that is not in the table has no figures."""
    monkeypatch.setattr(tables, "rows", {TABLE: ROWS}.__getitem__)
    assert measured("en-es") == Measured(test_set="news", chrf={"apertium": 47.85, "embedded": 44.2})
    assert measured("es-en") == Measured()


def test_the_shipped_table_is_whole() -> None:
    """Installed engines, figures within their ranges, no row twice."""
    rows = tables.rows(TABLE)
    for pair, engine, revision, test_set, chrf, bleu in rows:
        assert pair in {"es-en", "en-es"}
        assert engine in plugins.found("audit.engines")
        assert revision
        assert test_set
        assert 0 < float(bleu) < float(chrf) < 100
    assert len({(row[0], row[1], row[3]) for row in rows}) == len(rows)


def test_the_shipped_model_is_the_measured_one() -> None:
    """Whoever ships another measures it: `audit bench --only translation --scores audit/data/engine_scores.tsv`."""
    engine = plugins.engine("embedded")
    rows = [row for row in tables.rows(TABLE) if row[1] == engine.name]
    if engine.unavailable("en", "es") or not rows:
        pytest.skip("no model is shipped, or none was measured yet")
    assert {row[2] for row in rows} == {engine.revision}
