"""Evidence of a translator against judgements, on a handful of texts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit import plugins
from audit.bench import surprisal
from audit.bench.reader import Reader as Scores
from audit.bench.surprisal import BOTH, GIVEN_BACK, GIVEN_SOURCE, Item
from audit.cli import main
from tests.back_translation.reader import EXPECTED, UNEXPECTED, Reader
from tests.bench import standin
from tests.bench.standin import WordLengthScorer

GOOD = "He met his pair"
ITEMS = (Item(source="Su par", target="He met his pair"), Item(source="Su par", target="He met his pair of pairs"))


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A scorer, and an engine that cannot force-decode."""
    standin.install(tmp_path / "site", monkeypatch)
    yield
    plugins.found.cache_clear()


def test_each_evidence_has_a_value_a_text() -> None:
    """Surprisal is a mean over pieces; the sum of the three is of their standard values."""
    found = surprisal.evidence(ITEMS, Reader(GOOD), Scores(WordLengthScorer()))
    assert all(len(values) == len(ITEMS) for values in found.values.values())
    assert found.values[GIVEN_SOURCE] == pytest.approx([EXPECTED, (4 * EXPECTED + 2 * UNEXPECTED) / 6])
    assert found.values[GIVEN_BACK] == found.values[GIVEN_SOURCE]
    assert found.values["shorter is better"] == [-15, -24]
    assert found.values[BOTH] == pytest.approx([3, -3])


def rows(path: Path) -> None:
    """A set of preferences."""
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        for number, item in enumerate(ITEMS):
            row: dict[str, object] = {
                "pair": "es-en",
                "system": str(number),
                "doc_id": "d",
                "seg_id": "1",
                "rater": None,
                "source": item.source,
                "target": item.target,
                "reference": item.target,
                "scores": {"pref_win_rate": 1.0 - number, "pref_n": 2},
                "spans": [],
                "meta": {},
            }
            stream.write(json.dumps(row) + "\n")


def bench(tmp_path: Path, engine: str) -> int:
    """The command on the test's folder."""
    folders = ("--shared", str(tmp_path), "-o", str(tmp_path))
    return main(["bench", "--only", "surprisal", "--engines", engine, "--scorer", standin.NAME, *folders])


def test_the_page_is_written_with_the_shipped_translator(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One row an evidence; the set that is not there is told."""
    rows(tmp_path / "bench" / surprisal.WMT13)
    assert bench(tmp_path, "embedded") == 0
    page = (tmp_path / surprisal.PAGE).read_text("utf-8")
    assert f"| {GIVEN_BACK} | 2 |" in page
    assert "bio_mqm.jsonl.gz: not there" in capsys.readouterr().err


def test_an_engine_that_cannot_is_skipped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the reason."""
    assert bench(tmp_path, standin.ENGINE) == 0
    assert "can force-decode" in capsys.readouterr().err
