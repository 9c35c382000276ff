"""The comparison of run times."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.artifact_model import tiny

for needed in ("torch", "transformers", "onnx", "onnxruntime"):
    pytest.importorskip(needed)

from audit.training.artifact_model import runtimes


def test_each_run_time_is_measured_on_the_same_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both, on one and two threads, near the network they were made from; a text over a window is left out."""
    monkeypatch.setattr(runtimes, "ROUNDS", 1)
    tiny.bert().save_pretrained(tmp_path)
    tiny.tokenizer().save(str(tmp_path / "tokenizer.json"))
    speeds = runtimes.compare(tmp_path, ["He said that it is.", "The city, no.", "", "no " * 200])
    assert [(speed.runtime, speed.threads) for speed in speeds] == [
        ("CTranslate2 int8", 1),
        ("CTranslate2 int8", 2),
        ("ONNX Runtime int8", 1),
        ("ONNX Runtime int8", 2),
    ]
    assert all(speed.correlation > 0.97 and speed.words_per_second > 0 for speed in speeds)


def test_the_table_has_a_row_per_run_time() -> None:
    """Rounded as people read it."""
    speed = runtimes.Speed(runtime="X", threads=2, words_per_second=12345.6, megabytes=23.04, correlation=0.99876)
    assert runtimes.table([speed]).splitlines()[-1] == "| X | 2 | 12,346 | 23.0 | 0.9988 |"
