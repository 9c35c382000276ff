"""`audit config`, in process, and settings for some articles as `audit run` and `audit fix` keep them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.cli import main
from audit.cli.config_values import table
from audit.config import Config, Override, Suppression, from_table, load
from audit.configuration.settings import SETTINGS
from audit.configuration.toml_text import toml
from audit.finding import Severity
from tests.translated_feed import entry, rss

SETTINGS_FILE = """\
engine = "none"
scorer = "none"
cache = ""
select = ["DES", "LIN115"]
baseline = "known.json"
fail-on = "minor"

[severity]
DES = "major"

[[overrides]]
paths = ["drafts/"]
fail-on = "never"
severity = { DES = "neutral", LIN = "critical" }

[[overrides]]
languages = ["de"]
select = ["LIN115"]

[[overrides]]
paths = ["german/*"]
source-lang = "de"
max-per-1000 = 12
"""
ARTICLE = "Envoys meet\n\nHe arrived on Monday [ad_1] with the Minister , and left.\n"
CLEAN = "It rained in the north on Monday, and the roads were closed until noon.\n"
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings, and a flawed article in it and in two folders."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "audit.toml").write_text(SETTINGS_FILE, "utf-8")
    for name in ("a.txt", "drafts/a.txt", "german/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ARTICLE, "utf-8")
    return tmp_path


def lines(capsys: Captured, *argv: str) -> dict[str, tuple[str, str]]:
    """The value and the origin of each setting, as the table of `audit config` has them."""
    assert main(["config", *argv]) == 0
    shown = [re.split(r"\s{2,}", line.rstrip()) for line in capsys.readouterr().out.splitlines()]
    return {row[0]: (row[1], row[2]) for row in shown if len(row) == 3}


def test_the_settings_for_all_articles_are_shown_with_their_lines(capsys: Captured) -> None:
    """Overrides are listed, and not in force."""
    held = lines(capsys)
    assert held["engine"] == ("none", "audit.toml:1")
    assert held["select"] == ("DES, LIN115", "audit.toml:4")
    assert held["severity.DES"] == ("major", "audit.toml:9")
    assert held["fail-on"] == ("minor", "audit.toml:6")
    assert held["workers"] == ("1", "default")
    assert held["cache"] == ("–", "audit.toml:3")
    assert main(["config"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("audit.toml: the nearest, in this folder\n[[overrides]] 1 at audit.toml:11 for drafts/\n")
    assert "[[overrides]] 2 at audit.toml:16 for de\n" in shown


def test_the_settings_for_a_path_have_its_overrides(capsys: Captured) -> None:
    """Each setting with the override that it comes from."""
    held = lines(capsys, "drafts/deep/b.txt")
    assert held["fail-on"] == ("never", "[[overrides]] 1 at audit.toml:11")
    assert held["severity.DES"] == ("neutral", "[[overrides]] 1 at audit.toml:11")
    assert held["severity.LIN"] == ("critical", "[[overrides]] 1 at audit.toml:11")
    assert held["select"] == ("DES, LIN115", "audit.toml:4")
    assert main(["config", "drafts/b.txt"]) == 0
    shown = capsys.readouterr().out
    assert "[[overrides]] 1 at audit.toml:11 for drafts/ applies\n" in shown
    unknown = "does not apply while the source language is not given"
    assert f"[[overrides]] 2 at audit.toml:16 for de {unknown}\n" in shown


def test_the_language_of_a_path_brings_the_overrides_for_it(capsys: Captured) -> None:
    """One that is given on the command line wins, and is told as such."""
    held = lines(capsys, "german/b.txt")
    assert held["source-lang"] == ("de", "[[overrides]] 3 at audit.toml:20")
    assert held["select"] == ("LIN115", "[[overrides]] 2 at audit.toml:16")
    held = lines(capsys, "german/b.txt", "--source-lang", "es")
    assert held["source-lang"] == ("es", "command line")
    assert held["select"] == ("DES, LIN115", "audit.toml:4")
    assert held["max-per-1000"] == ("12", "[[overrides]] 3 at audit.toml:20")
    assert lines(capsys, "--source-lang", "de")["select"] == ("LIN115", "[[overrides]] 2 at audit.toml:16")


def test_several_paths_are_shown_one_after_another(capsys: Captured) -> None:
    """Each under its name."""
    assert main(["config", "a.txt", "drafts/a.txt"]) == 0
    shown = capsys.readouterr().out
    assert shown.index("\na.txt\n") < shown.index("\ndrafts/a.txt\n")
    assert shown.count("engine-timeout") == 2


def test_the_cache_of_the_user_is_told_with_what_says_where_it_is(
    desk: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable of the environment, or nothing but the default."""
    (desk / "audit.toml").write_text("", "utf-8")
    assert main(["config", "-f", "json"]) == 0
    held = {row["key"]: row for row in json.loads(capsys.readouterr().out)[0]["settings"]}
    file = str(desk / "cache" / "mt-audit" / "back-translations.sqlite")
    assert held["cache"] == {"key": "cache", "value": file, "from": "environment XDG_CACHE_HOME"}
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert lines(capsys)["cache"][1] == "default"


def test_json_has_all_of_it(capsys: Captured) -> None:
    """One object a path, with the values as settings have them."""
    assert main(["config", "german/a.txt", "a.txt", "--format", "json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["path"], first["file"], first["why"]) == ("german/a.txt", "audit.toml", "the nearest, in this folder")
    assert (first["source_lang"], first["target_lang"]) == ("de", "en")
    assert [one["applies"] for one in first["overrides"]] == [False, True, True]
    assert [one["applies"] for one in second["overrides"]] == [False, False, False]
    assert first["overrides"][1] == {
        "number": 2,
        "place": "audit.toml:16",
        "paths": [],
        "languages": ["de"],
        "applies": True,
    }
    held = {row["key"]: row["value"] for row in first["settings"]}
    assert (held["select"], held["max-per-1000"], held["exit-zero"], held["glossary"]) == (["LIN115"], 12.0, False, [])


def test_no_file_is_told(desk: Path, capsys: Captured) -> None:
    """The defaults hold."""
    (desk / "audit.toml").unlink()
    assert main(["config"]) == 0
    assert capsys.readouterr().out.startswith("no audit.toml and no pyproject.toml with [tool.audit]")
    assert main(["config", "-f", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)[0]
    assert shown["file"] is None
    assert {row["from"] for row in shown["settings"]} == {"default", "environment XDG_CACHE_HOME"}


@pytest.mark.parametrize("path", [[], ["drafts/a.txt"], ["german/a.txt"]])
def test_toml_reads_back_as_what_holds(path: list[str], desk: Path, capsys: Captured) -> None:
    """With the overrides, or with what they do for a path."""
    assert main(["config", *path, "-f", "toml"]) == 0
    (desk / "other.toml").write_text(capsys.readouterr().out, "utf-8")
    before, after = load(), load(Path("other.toml"))
    wanted = before.effective(path[0], "de" if path[0].startswith("german") else None) if path else before
    assert {**table(after)} == {**table(wanted)}
    assert (after.fail_on, after.overrides) == (wanted.fail_on, wanted.overrides)


def test_toml_is_of_one_path(capsys: Captured) -> None:
    """Several are no one file."""
    assert main(["config", "a.txt", "b.txt", "--format", "toml"]) == 2
    assert "--format toml shows one PATH" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("min-fluence = 3", "audit.toml:1: unknown setting 'min-fluence' – did you mean 'min-fluency'?"),
        ('ignore = ["stray-capitol"]', "ignore: no rule 'stray-capitol' – did you mean 'stray-capital'?"),
        (
            '[[overrides]]\npaths = ["never"]\nignore = ["LIN999"]',
            "[[overrides]] 1 at audit.toml:1: ignore: no rule 'LIN999'",
        ),
    ],
)
@pytest.mark.parametrize("command", [["config"], ["run", "a.txt"], ["fix", "a.txt"]])
def test_a_wrong_setting_stops_every_command(
    command: list[str], text: str, told: str, desk: Path, capsys: Captured
) -> None:
    """Before anything is done, in one line."""
    (desk / "audit.toml").write_text(f"{text}\n", "utf-8")
    assert main(command) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"audit: error: {told}")
    assert err.count("\n") == 1


def run(capsys: Captured, *argv: str) -> tuple[int, list[dict[str, Any]], str]:
    """The status of an audit, its reports, and what it said."""
    status = main(["run", "-f", "jsonl", *argv])
    out, err = capsys.readouterr()
    return status, [json.loads(line) for line in out.splitlines()], err


def test_each_article_of_a_run_has_its_own_settings(desk: Path, capsys: Captured) -> None:
    """Rules, severities, languages and limits; the line of the override is told where a limit of it fails."""
    (desk / "known.json").unlink(missing_ok=True)
    (desk / "audit.toml").write_text(SETTINGS_FILE.replace('baseline = "known.json"\n', ""), "utf-8")
    status, reports, err = run(capsys, "a.txt", "drafts", "german")
    assert status == 1
    found = [{(one["rule"], one["severity"]) for one in report["findings"]} for report in reports]
    assert found == [
        {("DES104", "major"), ("LIN115", "minor")},
        {("DES104", "neutral"), ("LIN115", "critical")},
        {("LIN115", "minor")},
    ]
    assert [report["source_lang"] for report in reports] == [None, None, "de"]
    failed = [line for line in err.splitlines() if line.startswith("audit: gate failed: ")]
    assert [line.split(": ")[2] for line in failed] == ["a.txt", "german/a.txt", "german/a.txt"]
    assert failed[2].endswith("exceed max-per-1000 12 of [[overrides]] 3 at audit.toml:19")


def test_the_command_line_wins_in_a_run(capsys: Captured) -> None:
    """Over the file and over its overrides."""
    status, reports, err = run(capsys, "drafts", "--fail-on", "critical", "--baseline", made(capsys))
    assert (status, err) == (0, "audit: gate passed (fail-on critical): 1 article, 0 new findings, 2 known\n")
    status, reports, _ = run(capsys, "german", "--select", "DES", "--source-lang", "es", "--baseline", "b.json")
    assert [one["rule"] for one in reports[0]["findings"]] == ["DES104"]
    assert reports[0]["source_lang"] == "es"


def made(capsys: Captured) -> str:
    """The baseline of the drafts."""
    assert main(["baseline", "drafts", "-o", "b.json"]) == 0
    capsys.readouterr()
    return "b.json"


def test_the_baseline_of_the_settings_is_beside_them(
    desk: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the run is."""
    assert main(["baseline", "a.txt", "-o", "known.json"]) == 0
    capsys.readouterr()
    status, _, err = run(capsys, "a.txt")
    assert (status, err) == (0, "audit: gate passed (fail-on minor): 1 article, 0 new findings, 2 known\n")
    monkeypatch.chdir(desk / "drafts")
    status, _, err = run(capsys, "../a.txt")
    assert (status, err) == (0, "audit: gate passed (fail-on minor): 1 article, 0 new findings, 2 known\n")


def test_a_fix_keeps_to_the_settings_of_its_file(desk: Path, capsys: Captured) -> None:
    """Rules of an override for its language, which an override for its path tells."""
    assert main(["fix", "a.txt", "german/a.txt"]) == 0
    capsys.readouterr()
    assert "[ad_1]" not in (desk / "a.txt").read_text("utf-8")
    mended = (desk / "german" / "a.txt").read_text("utf-8")
    assert "[ad_1]" in mended
    assert "Minister, and" in mended


def test_a_remembered_report_is_that_of_its_settings(desk: Path, capsys: Captured) -> None:
    """A changed override audits again; a changed limit judges again."""
    text = SETTINGS_FILE.replace('cache = ""', 'cache = "cache/c.sqlite"').replace('baseline = "known.json"\n', "")
    for changed, rules, status in (
        (text, ["LIN115"], 1),
        (text.replace('["LIN115"]', '["DES104"]'), ["DES104"], 1),
        (text.replace('["LIN115"]', '["DES104"]\nfail-on = "critical"').replace("= 12", "= inf"), ["DES104"], 0),
    ):
        (desk / "audit.toml").write_text(changed, "utf-8")
        for _ in range(2):
            ended, reports, _ = run(capsys, "german/a.txt")
            assert ([one["rule"] for one in reports[0]["findings"]], ended) == (rules, status)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=8)
NAMES = TEXTS.filter(str.strip)
LEVELS = st.sampled_from(Severity)
PATHS = st.from_regex(r"[a-z~.]{1,5}(/[a-z]{1,4}){0,2}", fullmatch=True).map(lambda path: f"x/{path}")
ARTICLE_SETTINGS = {
    "select": st.lists(NAMES, max_size=2),
    "severity": st.dictionaries(TEXTS, LEVELS, max_size=2),
    "min-confidence": st.floats(0, 1),
    "fail-on": st.sampled_from([*Severity, "never"]),
    "max-per-1000": st.floats(0),
    "lexicon": st.lists(PATHS, max_size=2),
    "engine": NAMES,
}
WHOLE = {
    **ARTICLE_SETTINGS,
    "per-path-ignores": st.dictionaries(st.sampled_from(["*.html", "a b/**", '"']), st.lists(NAMES, max_size=2)),
    "suppress": st.lists(
        st.fixed_dictionaries({"fingerprint": st.from_regex("[0-9a-f]{16}", fullmatch=True), "reason": NAMES}),
        max_size=2,
    ),
    "source-lang": st.sampled_from(["es", "pt-BR"]),
    "baseline": PATHS | st.just(""),
    "cache": PATHS | st.just(""),
    "workers": st.integers(0, 9),
    "exit-zero": st.booleans(),
    "overrides": st.lists(
        st.fixed_dictionaries({"paths": st.just(["*.xml"])}, optional=ARTICLE_SETTINGS)
        | st.fixed_dictionaries({"languages": st.just(["es", "de-en"])}, optional=ARTICLE_SETTINGS),
        max_size=2,
    ),
}


@given(st.fixed_dictionaries({}, optional=WHOLE))
def test_any_settings_come_back_from_their_toml(tmp_path_factory: pytest.TempPathFactory, held: dict[str, Any]) -> None:
    """In a file of their folder."""
    file = tmp_path_factory.getbasetemp() / "round" / "audit.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(toml(held, ("suppress", "overrides")), "utf-8", newline="")
    config = load(file)
    file.write_text(toml(table(config), ("suppress", "overrides")), "utf-8", newline="")
    assert load(file) == config


def test_settings_made_by_hand_come_back() -> None:
    """Without a file or a folder."""
    override = Override(number=1, paths=("*",), languages=("es",), settings={"fail_on": None, "ignore": ("LIN",)})
    config = Config(
        overrides=(override,),
        suppress=(Suppression(fingerprint="0" * 16, reason="so"),),
        severity={"LIN": Severity.MINOR},
        lexicon=("a/b.tsv",),
    )
    assert from_table(table(config), "x") == config
    assert set(table(config)) <= set(SETTINGS)


def test_a_feed_has_a_threshold_of_its_own(desk: Path, capsys: Captured) -> None:
    """For all its entries; another feed has that of the file."""
    quiet = 'engine = "none"\nscorer = "none"\ncache = ""\nselect = ["DES", "LIN115"]\nfail-on = "minor"\n'
    override = '[[overrides]]\npaths = ["loose.xml"]\nfail-on = "critical"\nmax-per-1000 = 700\n'
    (desk / "audit.toml").write_text(quiet + override, "utf-8")
    entries = [entry(1), entry(3)]
    for name in ("loose.xml", "strict.xml"):
        (desk / name).write_text(rss(entries), "utf-8")
    status, reports, err = run(capsys, "loose.xml")
    assert (status, [report["path"] for report in reports]) == (0, ["loose.xml", "loose.xml"])
    limits = "fail-on critical of [[overrides]] 1 at audit.toml:6, max-per-1000 700 of [[overrides]] 1 at audit.toml:6"
    assert err == f"audit: gate passed ({limits}): 2 articles, 1 finding\n"
    status, _, err = run(capsys, "loose.xml", "strict.xml")
    assert status == 1
    assert [line.split(":")[2] for line in err.splitlines()] == [" story-3"]
