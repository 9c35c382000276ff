"""What of Apertium is installed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from audit.engines.apertium import Apertium
from audit.engines.apertium_install import find
from tests.engines.standin import UPPER, install


def test_pairs_are_found_by_either_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pair installed as `fra-cat` or `es-pt` is found by two- and three-letter codes, and one way only."""
    install(tmp_path, monkeypatch, UPPER, "fra-cat", "es-pt", "spa-eng", "spa-eng_US", "spa-morph")
    engine = Apertium()
    assert engine.unavailable("fr", "ca") is None
    assert engine.unavailable("spa", "por") is None
    assert "no pair pt-es here (installed: es-en, es-pt, fr-ca)" in (engine.unavailable("pt", "es") or "")


def test_a_regional_variant_does_not_take_the_place_of_its_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`spa-eng` wins over `spa-eng_US`."""
    install(tmp_path, monkeypatch, UPPER, "spa-eng", "spa-eng_US")
    installation = find()
    assert installation is not None
    assert (installation.mode("es", "en") or Path()).stem == "spa-eng"


def test_without_apertium_the_reason_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line names the Debian package and where to look on other systems."""
    monkeypatch.setenv("PATH", str(tmp_path))
    engine = Apertium()
    told = engine.unavailable("en", "es") or ""
    assert "sudo apt install apertium-eng-spa" in told
    assert "\n" not in told
    assert engine.revision == "not installed"


def test_the_data_folder_can_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`APERTIUM_DATADIR` is obeyed, as Apertium does."""
    install(tmp_path, monkeypatch, UPPER)
    (tmp_path / "share" / "apertium").rename(tmp_path / "data")
    (tmp_path / "data" / "modes" / "eng-spa.mode").write_text("standin-proc", "utf-8")
    monkeypatch.setenv("APERTIUM_DATADIR", str(tmp_path / "data"))
    assert Apertium().unavailable("en", "es") is None


def test_the_revision_follows_the_language_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New data of the same version of Apertium is a new revision; the same data is not."""
    install(tmp_path, monkeypatch, UPPER, "eng-spa")
    before = Apertium().revision
    assert before.startswith("9.8.7-")
    assert Apertium().revision == before
    os.utime(tmp_path / "bin" / "standin-proc", (0, 0))
    assert Apertium().revision != before


@pytest.mark.parametrize("says", ["#!/bin/sh\nexit 3\n", "not a program"])
def test_a_version_that_cannot_be_told_is_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str) -> None:
    """A broken `apertium` does not stop anything before it is needed."""
    install(tmp_path, monkeypatch, UPPER)
    (tmp_path / "bin" / "apertium").write_text(says, "utf-8")
    assert Apertium().revision.startswith("unknown-")
