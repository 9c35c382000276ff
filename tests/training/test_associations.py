"""A table of associations from text."""

from __future__ import annotations

import lzma
import random
from pathlib import Path

import pytest

from audit.artifact_model.ngrams import load_ngrams
from audit.back_translation.associations import TABLES, associations
from audit.cli import main
from audit.errors import IngestError
from audit.training.associations import make


def paragraphs() -> list[str]:
    """Some thousand different words, each often enough to be kept, and a phrase that comes again and again."""
    chance = random.Random(1)
    words = [f"{one}{other}" for one in "bcdfghjklm" for other in range(400)] * 4
    chance.shuffle(words)
    words = [word.translate(str.maketrans("0123456789", "aeiouywxzq")) for word in words]
    return [f"su par {word}" for word in words]


def test_files_are_counted_together(tmp_path: Path) -> None:
    """Plain and packed; blank lines part documents and count for nothing."""
    held = paragraphs()
    (tmp_path / "one.txt").write_text("\n\n".join(held[::2]), "utf-8")
    (tmp_path / "two.xz").write_bytes(lzma.compress("\n".join(held[1::2]).encode()))
    out = tmp_path / "tables" / "xx.npz"
    counts = make([tmp_path / "one.txt", tmp_path / "two.xz"], out)
    assert set(counts.tables) == set(TABLES)
    assert associations(load_ngrams(out, TABLES), [("su", "par")])[0] > 0


def test_too_little_text_is_told(tmp_path: Path) -> None:
    """Nothing that comes once is kept."""
    (tmp_path / "one.txt").write_text("una casa aquí\n", "utf-8")
    with pytest.raises(IngestError, match="too little text"):
        make([tmp_path / "one.txt"], tmp_path / "xx.npz")


def test_the_command_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words, pairs and size."""
    (tmp_path / "one.txt").write_text("\n".join(paragraphs()), "utf-8")
    out = tmp_path / "xx.npz"
    assert main(["train", "associations", "--text", str(tmp_path / "one.txt"), "-o", str(out)]) == 0
    assert str(out) in capsys.readouterr().out
    assert main(["train", "associations", "--text", str(tmp_path / "none.txt"), "-o", str(out)]) == 2
    assert "none.txt" in capsys.readouterr().err
