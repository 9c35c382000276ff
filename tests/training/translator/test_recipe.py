"""The command trains a translator that translates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit import plugins
from audit.cli import main
from audit.training.translator.direction import directions
from audit.training.translator.validation import translations
from tests.training.translator.conftest import STEPS, Trained, command
from tests.training.translator.texts import PAIRS, corpus

pytest.importorskip("torch")

Captured = pytest.CaptureFixture[str]


def test_a_tiny_model_learns_its_pairs_by_heart(trained: Trained) -> None:
    """At least 19 of the 20 pairs it saw, in both directions, from the int8 export."""
    for way in directions("es-en", both=True):
        sides = [pair if way.source == "es" else pair[::-1] for pair in PAIRS]
        said = translations(trained.engine, [one for one, _ in sides], way, 1)
        assert sum(text == other for text, (_, other) in zip(said, sides, strict=True)) >= 19


def test_the_engine_is_one_that_the_audit_translates_with(trained: Trained) -> None:
    """`ct2:FOLDER` takes what the command wrote as it is: pairs, tags and vocabulary fit together."""
    engine = plugins.engine(f"ct2:{trained.engine}")
    for one, other in (("es", "en"), ("en", "es")):
        assert engine.unavailable(one, other) is None
        sides = [pair if one == "es" else pair[::-1] for pair in PAIRS]
        said = engine.translate([source for source, _ in sides], one, other)
        assert sum(text == target for text, (_, target) in zip(said, sides, strict=True)) >= 18


def test_scores_and_settings_stand_beside_the_engine(trained: Trained) -> None:
    """What was trained on, and what it scored on the pair that was held out."""
    told = json.loads((trained.engine / "scores.json").read_text("utf-8"))
    assert told["step"] == STEPS
    assert [one["direction"] for one in told["scores"]] == ["es-en", "en-es"]
    settings = json.loads((trained.engine / "training.json").read_text("utf-8"))
    assert settings["corpora"] == [f"{trained.command[3]}*1: 20 pairs"]
    assert settings["width"] == 64


def test_a_finished_run_writes_its_engine_again(trained: Trained, tmp_path: Path, capsys: Captured) -> None:
    """Without training; other files in the folder stay."""
    (tmp_path / "CARD.md").write_text("Card.", "utf-8")
    assert main([*trained.command, "-o", str(tmp_path)]) == 0
    assert f"wrote {tmp_path}" in capsys.readouterr().err
    assert (tmp_path / "model.bin").read_bytes() == (trained.engine / "model.bin").read_bytes()
    assert (tmp_path / "CARD.md").exists()


def test_other_settings_need_another_work_folder(trained: Trained, capsys: Captured) -> None:
    """A run is never continued as another."""
    assert main([*trained.command, "--width", "128"]) == 2
    assert "holds a run with width 64, not 128" in capsys.readouterr().err


def test_one_direction_that_is_cut_at_once_goes_on_later(tmp_path: Path, capsys: Captured) -> None:
    """Without a step there is nothing to write; the same command then goes on."""
    (tmp_path / "dev").mkdir()
    line = command(tmp_path, "--one-direction", "--steps", "4", "--validate", corpus(tmp_path / "dev", PAIRS[:3]))
    assert main([*line, "--minutes", "0"]) == 2
    assert "nothing was trained yet" in capsys.readouterr().err
    assert main(line) == 0
    engine = json.loads((tmp_path / "engine" / "engine.json").read_text("utf-8"))
    assert (engine["pairs"], engine["tags"]) == (["es-en"], {"en": "<2en>"})
    settings = json.loads((tmp_path / "engine" / "training.json").read_text("utf-8"))
    assert settings["corpora"][0].endswith("18 pairs")
    assert "dev/text: 3 pairs" in settings["validation"]


def test_a_run_begins_with_the_weights_of_another(trained: Trained, tmp_path: Path) -> None:
    """And with its vocabulary: what was known by heart still is after a few steps of hardly any rate."""
    line = command(tmp_path, "--from", str(trained.work), "--steps", "3", "--rate", "1e-9")
    assert main(line) == 0
    assert (tmp_path / "work" / "spm.model").read_bytes() == (trained.work / "spm.model").read_bytes()
    (way,) = directions("es-en", both=False)
    said = translations(tmp_path / "engine", [one for one, _ in PAIRS], way, 1)
    assert sum(text == other for text, (_, other) in zip(said, PAIRS, strict=True)) >= 19
    assert json.loads((tmp_path / "engine" / "training.json").read_text("utf-8"))["from"] == str(trained.work)
    assert main(line) == 0


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--layers", "6"), "6: write layers of encoder and decoder"),
        (("--pair", "es-fr"), "text.fr"),
        (("--leave-out", "ted"), "no corpus has the tag ted"),
        (("--from", "nowhere"), "nowhere holds no run to begin from"),
        (("--vocabulary", "10"), "no vocabulary of 10 pieces"),
    ],
)
def test_what_cannot_be_trained_is_one_line(more: tuple[str, str], told: str, tmp_path: Path, capsys: Captured) -> None:
    """And exit status 2."""
    assert main(command(tmp_path, *more)) == 2
    assert told in capsys.readouterr().err.splitlines()[-1]
