"""The comparison of run times for a translator."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("sentencepiece")

from audit.cli import main
from audit.errors import ConfigError
from audit.training.translator import runtimes
from tests.training.translator.conftest import STEPS, Trained
from tests.training.translator.texts import PAIRS


def test_each_run_time_translates_the_same_texts(
    trained: Trained, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both, on one and two threads, and nearly all texts alike; the table says how it was made."""
    monkeypatch.setattr(runtimes, "ROUNDS", 1)
    corpus = tmp_path / "text.tsv"
    corpus.write_text("".join(f"{es}\t{en}\n" for es, en in PAIRS), "utf-8")
    weights, spm = trained.work / f"weights-{STEPS:08}.pt", trained.work / "spm.model"
    given = ["--weights", str(weights), "--vocabulary", str(spm), "--corpus", str(corpus), "--pair", "es-en"]
    page = tmp_path / "made" / "page.md"
    assert main(["train", "compare-translators", *given, "--sentences", "8", "-o", str(page)]) == 0
    assert capsys.readouterr().out == f"{page}\n"
    rows = [line.split(" | ") for line in page.read_text("utf-8").splitlines() if line.startswith("| ")][1:]
    names = [(name.strip("| "), threads) for name, threads, *_ in rows]
    assert names == [(name, n) for name in ("transformers float32", "CTranslate2 int8") for n in ("1", "2")]
    assert all(float(row[2].replace(",", "")) > 0 and float(row[5].rstrip(" |")) > 0.8 for row in rows)
    assert [row[3] for row in rows[:2]] == ["1.0", "1.0"]


def test_what_are_no_weights_is_told(trained: Trained, tmp_path: Path) -> None:
    """Nothing, another file, or the weights of another vocabulary."""
    spm, other = trained.work / "spm.model", tmp_path / "other.pt"
    for content in (None, b"", b"no weights"):
        if content is not None:
            other.write_bytes(content)
        with pytest.raises(ConfigError, match=r"other\.pt: no weights of a translator with the vocabulary "):
            runtimes.load(other, spm)
    torch.save({"model.shared.weight": torch.zeros(3, 64)}, other)
    with pytest.raises(ConfigError, match="no weights of a translator"):
        runtimes.load(other, spm)
