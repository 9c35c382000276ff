"""A desk's lexicon and glossary on the command line: they change what is found, and what `audit fix` makes of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from audit.cli import main

SAMPLES = Path(__file__).parents[1] / "corpora" / "samples"
QUICK = ("--engine", "none", "--scorer", "none", "--no-cache")
GLOSSARY, LEXICON = str(SAMPLES / "glossary.tsv"), str(SAMPLES / "terms.tsv")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without settings."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, list[dict[str, Any]]]:
    """The findings of a run by rule name."""
    assert main(["run", *options, *QUICK, "--format", "json"]) == 0
    held: dict[str, list[dict[str, Any]]] = {}
    for report in json.loads(capsys.readouterr().out):
        for finding in report["findings"]:
            held.setdefault(finding["name"], []).append(finding)
    return held


def test_sample_tables_change_what_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    """The glossary's terms, the lexicon's entry, and the shipped one that it switches off."""
    article = str(SAMPLES / "article.txt")
    before = found(capsys, article)
    after = found(capsys, article, "--glossary", GLOSSARY, "--lexicon", LEXICON)
    assert "forbidden-term" not in before
    assert [one["text"] for one in after["forbidden-term"]] == ["counselor"]
    assert [one["evidence"]["table"] for one in after["reporting-verb"]] == ["terms.tsv"]
    assert ("literal-idiom" in before, "literal-idiom" in after) == (True, False)


def test_sample_tables_are_held_against_the_source(capsys: pytest.CaptureFixture[str]) -> None:
    """What the source has and the article renders otherwise."""
    bridge, source = (str(SAMPLES / name) for name in ("bridge.txt", "bridge.src.txt"))
    held = found(capsys, bridge, "--source", source, "--glossary", GLOSSARY)
    assert [one["text"] for one in held["forbidden-term"]] == ["neighbors", "The Hermitage"]
    assert [(one["text"], one["suggestion"]) for one in held["missing-term"]] == [("sales", "takings")]
    assert {one["category"] for one in held["missing-term"]} == {"terminology/inconsistent with terminology resource"}


def test_options_repeat_and_stand_for_the_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Tables of the settings hold where none is given, else those given and no others."""
    (folder / "a.txt").write_text("A foo, a bar and a baz.", "utf-8")
    for word in ("foo", "bar", "baz"):
        (folder / f"{word}.tsv").write_text(f"forbidden\n{word}\n", "utf-8")
    (folder / "audit.toml").write_text('glossary = ["foo.tsv"]\n', "utf-8")
    options = ("--glossary", "bar.tsv", "--glossary", "baz.tsv")
    assert [one["text"] for one in found(capsys, "a.txt")["forbidden-term"]] == ["foo"]
    assert [one["text"] for one in found(capsys, "a.txt", *options)["forbidden-term"]] == ["bar", "baz"]


def test_fix_puts_the_right_term_in_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --unsafe, in number and capital; without it nothing changes."""
    path = folder / "a.txt"
    text = "Town halls in the north asked a counselor for help.\n"
    path.write_text(text, "utf-8")
    fix = ["fix", str(path), *QUICK, "--select", "TER", "--glossary", GLOSSARY]
    assert main(fix) == 0
    assert path.read_text("utf-8") == text
    assert main([*fix, "--unsafe"]) == 0
    assert path.read_text("utf-8") == "City councils in the north asked a regional minister for help.\n"
    assert "2 fixed: 2 forbidden-term" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "text", "complaint"),
    [
        ("--glossary", "forbiden\nfoo\n", "bad.tsv:1: no column 'forbiden'"),
        ("--lexicon", "pattern\tsuggestion\n(a\tb\n", "bad.tsv:2: parentheses do not pair up"),
        ("--lexicon", None, "bad.tsv: cannot read the table: No such file or directory"),
    ],
)
def test_a_bad_table_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], option: str, text: str | None, complaint: str
) -> None:
    """Status 2 before anything is audited, with file and line."""
    (folder / "a.txt").write_text("A foo.", "utf-8")
    if text is not None:
        (folder / "bad.tsv").write_text(text, "utf-8")
    for command in ("run", "fix"):
        assert main([command, "a.txt", option, "bad.tsv", *QUICK]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.startswith(f"audit: error: {complaint}")
        assert told.err.count("\n") == 1


def test_rule_is_explained_with_its_glossary(capsys: pytest.CaptureFixture[str]) -> None:
    """The examples are nothing without the table they are held to."""
    assert main(["explain", "forbidden-term"]) == 0
    assert "\nGlossary\n    source, term, forbidden\n" in capsys.readouterr().out
    assert main(["explain", "calque"]) == 0
    assert "Glossary" not in capsys.readouterr().out


def test_own_lexicon_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Examples that are there must hold; rates are not asked for."""
    assert main(["lexicon", "check", LEXICON]) == 0
    told = capsys.readouterr()
    assert told.out == f"{LEXICON}: 2 entries, 0 problems\n"
    assert told.err == ""
    (folder / "own.tsv").write_text("pattern\tsuggestion\tbad\nfoo\tbar\tA <v>fo</v>.\nfoo\tbar\t\n", "utf-8")
    assert main(["lexicon", "check", "own.tsv"]) == 1
    assert "own-2: the bad example gives []" in capsys.readouterr().out


def test_an_override_by_path_has_tables_of_its_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Relative to the settings; the other articles keep those of all, and a bad one is told before any work."""
    for path in ("sport/a.txt", "news/b.txt"):
        (folder / path).parent.mkdir()
        (folder / path).write_text("The party asked for aids, they say.", "utf-8")
    (folder / "sport" / "match.csv").write_text("term,forbidden\nmatch,party\n", "utf-8")
    (folder / "aid.tsv").write_text("pattern\tsuggestion\tkind\n~ask for aids\t~ask for aid\tpreposition\n", "utf-8")
    override = '[[overrides]]\npaths = ["sport/**"]\nglossary = ["sport/match.csv"]\nlexicon = []\n'
    (folder / "audit.toml").write_text(f'lexicon = ["aid.tsv"]\n{override}', "utf-8")
    held = found(capsys, "sport/a.txt", "news/b.txt")
    assert [one["text"] for one in held["forbidden-term"]] == ["party"]
    assert [one["text"] for one in held["preposition"]] == ["asked for aids"]
    (folder / "sport" / "match.csv").write_text("term,forbiden\n", "utf-8")
    assert main(["run", "news/b.txt", *QUICK]) == 2
    assert "sport/match.csv:1: no column 'forbiden'" in capsys.readouterr().err
