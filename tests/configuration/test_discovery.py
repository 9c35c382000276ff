"""Which file of settings is read, and what its paths are relative to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from audit.config import load, loaded
from audit.errors import ConfigError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, `desk/day`."""
    day = tmp_path / "desk" / "day"
    day.mkdir(parents=True)
    monkeypatch.chdir(day)
    return day


def test_the_nearest_file_is_read_and_it_is_told_why(folder: Path) -> None:
    """Files do not add up, and a project without settings is passed by."""
    (folder.parent / "audit.toml").write_text('engine = "none"\n', "utf-8")
    assert loaded().source.why == "the nearest, in a folder above this one"
    (folder / "pyproject.toml").write_text("[tool.other]\n", "utf-8")
    assert load().engine == "none"
    (folder / "pyproject.toml").write_text("\n[tool.audit]\n", "utf-8")
    assert loaded().source.why == "the nearest, in this folder, and it has [tool.audit]"
    assert load().engine == "auto"
    (folder / "audit.toml").write_text('engine = "ct2"\n', "utf-8")
    assert loaded().source.why == "the nearest, in this folder"
    assert load().engine == "ct2"
    assert loaded(Path("../audit.toml")).source.why == "given with --config"
    assert load(Path("../audit.toml")).engine == "none"


def test_no_file_is_no_fault(folder: Path) -> None:
    """The defaults hold."""
    assert not any((above / "audit.toml").exists() for above in folder.parents)
    assert loaded().source.path is None
    assert "no audit.toml" in loaded().source.why


@pytest.mark.parametrize("text", ["tool = 3\n", "[tool]\nother = 1\n", 'x = "audit"\n'])
def test_a_project_that_is_not_about_audit_is_passed_by(text: str, folder: Path) -> None:
    """Whatever `tool` is in it."""
    (folder / "pyproject.toml").write_text(text, "utf-8")
    assert loaded().source.path is None


def test_settings_that_are_no_table_are_refused(folder: Path) -> None:
    """With the line."""
    (folder / "pyproject.toml").write_text("\n[tool]\naudit = 3\n", "utf-8")
    with pytest.raises(ConfigError, match=r"^pyproject.toml:3: \[tool.audit\] must be a table$"):
        load()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"engine = ", "not valid TOML"),
        (b"engine = '\xff'", "not valid TOML"),
        (b"x = " + b"[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_toml_is_refused(data: bytes, told: str, folder: Path) -> None:
    """In one line, with the file."""
    (folder / "audit.toml").write_bytes(data)
    with pytest.raises(ConfigError, match=told) as caught:
        load()
    assert str(caught.value).startswith(f"{folder}/audit.toml: ")


def test_a_file_of_windows_is_read(folder: Path) -> None:
    """With a byte order mark, and with its line ends."""
    (folder / "audit.toml").write_bytes('\ufeffengine = "none"\r\nfail-on = 3\r\n'.encode())
    with pytest.raises(ConfigError, match=r"^audit.toml:2: "):
        load()


def test_paths_are_relative_to_the_file(folder: Path) -> None:
    """Those below the working folder are told relative to it, others in full."""
    text = 'lexicon = ["a.tsv", "day/b.tsv"]\nglossary = "/x/../c.csv"\nbaseline = "day/known.json"\ncache = ""\n'
    (folder.parent / "audit.toml").write_text(text, "utf-8")
    config = load()
    assert config.lexicon == (str(folder.parent / "a.tsv"), "b.tsv")
    assert config.glossary == ("/c.csv",)
    assert (config.baseline, config.cache) == ("known.json", "")
    assert config.root == str(folder.parent)


def test_paths_of_overrides_are_relative_to_the_file_too(folder: Path) -> None:
    """And so are their patterns."""
    text = '[[overrides]]\npaths = ["day/a.txt"]\nlexicon = ["a.tsv"]\n'
    (folder.parent / "audit.toml").write_text(text, "utf-8")
    assert load().effective("a.txt").lexicon == (str(folder.parent / "a.tsv"),)
    assert load().effective("../a.txt").lexicon == ()


def test_home_may_be_written_as_a_tilde(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a file; on the command line the shell does that."""
    monkeypatch.setenv("HOME", "/home/of/mine")
    (folder / "audit.toml").write_text('cache = "~/c.sqlite"\n', "utf-8")
    assert load().cache == "/home/of/mine/c.sqlite"
    assert load().override(cache="~/d.sqlite").cache == "~/d.sqlite"


def test_a_folder_that_cannot_be_entered_is_passed_by(folder: Path) -> None:
    """Its file is none that could be read."""
    inner = folder / "inner"
    inner.mkdir()
    inner.chmod(0)
    try:
        if os.access(inner, os.X_OK):
            pytest.skip("this user may enter any folder")
        assert loaded(start=inner).source.path is None
    finally:
        inner.chmod(0o700)
