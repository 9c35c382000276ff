"""The package under docs/example-plugin does all that a built-in plugin does, once it is installed."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from audit import plugins
from tests.plugins.installing import EXAMPLE, run

ARTICLE = "Prices rose by 3 percent yesterday, the INE said ,in Madrid.\n\nThe INE votes today.\n"
BARE = ("--source-lang", "es", "--engine", "none", "--scorer", "none", "--no-cache")
PACKAGE = "audit-checks-newsroom"


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A folder with an article."""
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


def audit(installed: Path, folder: Path, *arguments: str) -> str:
    """What the command line writes, when it ends well."""
    done = run(["-m", "audit", *arguments], installed, folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def report(installed: Path, folder: Path, *arguments: str) -> dict[str, Any]:
    """The one report of a run."""
    held: dict[str, Any] = json.loads(audit(installed, folder, "run", "article.txt", *BARE, "-f", "jsonl", *arguments))
    return held


def rules(report: dict[str, Any]) -> list[str]:
    """The rules of its findings, in order of position."""
    return [finding["rule"] for finding in report["findings"]]


def test_its_rules_are_listed_with_their_package(installed: Path, workplace: Path) -> None:
    """As JSON with the version, in the table in a column that is there only because they are."""
    listed = json.loads(audit(installed, workplace, "rules", "--format", "json"))
    theirs = {rule["id"]: rule["distribution"] for rule in listed if rule["distribution"]}
    assert theirs == {key: {"name": PACKAGE, "version": "0.1.0"} for key in ("NWS101", "NWS102")}
    table = audit(installed, workplace, "rules").splitlines()
    assert table[0].split() == "id name severity fix from what it finds".split()
    assert [line.split()[0] for line in table if PACKAGE in line] == ["NWS101", "NWS102"]


def test_the_column_is_not_there_without_it(tmp_path: Path) -> None:
    """Nobody reads an empty column."""
    (tmp_path / "nothing").mkdir()
    table = audit(tmp_path / "nothing", tmp_path, "rules")
    assert table.splitlines()[0].split() == "id name severity fix what it finds".split()


def test_its_rules_are_explained(installed: Path, workplace: Path) -> None:
    """By id and by name, with the package."""
    told = audit(installed, workplace, "explain", "nws101")
    assert told == audit(installed, workplace, "explain", "relative-day")
    assert told.startswith("NWS101 relative-day\n")
    assert f"Package: {PACKAGE} 0.1.0\n" in told


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--select", "NWS"], ["NWS101", "NWS102", "NWS101"]),
        (["--select", "relative-day"], ["NWS101", "NWS101"]),
        (["--select", "audience appropriateness"], ["NWS102"]),
        (["--ignore", "NWS101"], ["NWS102", "LIN115"]),
        (["--ignore", "NWS"], ["LIN115"]),
    ],
)
def test_its_rules_are_selected(installed: Path, workplace: Path, arguments: list[str], wanted: list[str]) -> None:
    """By prefix, name, dimension and id, as any rule is."""
    assert rules(report(installed, workplace, *arguments)) == wanted


def test_the_signature_names_the_package(installed: Path, workplace: Path) -> None:
    """Where one of its rules ran: otherwise nothing depends on it."""
    assert f"|plugins:{PACKAGE}@0.1.0|" in report(installed, workplace)["signature"]
    assert "plugins" not in report(installed, workplace, "--ignore", "NWS")["signature"]


def test_settings_hold_for_its_rules(installed: Path, workplace: Path) -> None:
    """Ignored, given another severity, and accepted with a reason."""
    (found,) = report(installed, workplace, "--select", "NWS102")["findings"]
    settings = 'ignore = ["relative-day"]\n[severity]\nNWS102 = "critical"\n'
    (workplace / "audit.toml").write_text(settings, "utf-8")
    held = report(installed, workplace)["findings"]
    assert [(one["rule"], one["severity"]) for one in held] == [("NWS102", "critical"), ("LIN115", "minor")]
    fingerprint = found["evidence"]["fingerprint"]
    (workplace / "audit.toml").write_text(f'suppress = [{{fingerprint = "{fingerprint}", reason = "known"}}]', "utf-8")
    assert "NWS102" not in rules(report(installed, workplace))


def test_its_findings_are_in_every_format(installed: Path, workplace: Path) -> None:
    """By id or name in all that take an article of text, its own format among them."""
    formats = sorted({*plugins.found("audit.renderers"), "slack"} - {"xliff"})
    asked = [part for name in formats for part in ("-f", name, "-o", f"{name}.out")]
    audit(installed, workplace, "run", "article.txt", *BARE, *asked)
    for name in formats:
        data = (workplace / f"{name}.out").read_bytes()
        if name == "xlsx":
            with zipfile.ZipFile(workplace / "xlsx.out") as book:
                data = b"".join(book.read(part) for part in book.namelist())
        assert b"NWS102" in data or b"unexplained-acronym" in data, name


def test_its_findings_are_found_by_several_processes(installed: Path, workplace: Path) -> None:
    """Each of which finds the package by itself."""
    (workplace / "other.txt").write_text(ARTICLE, "utf-8")
    told = audit(installed, workplace, "run", "article.txt", "other.txt", *BARE, "-f", "jsonl", "--workers", "2")
    assert [rules(json.loads(line)).count("NWS101") for line in told.splitlines()] == [2, 2]


def test_its_suggestions_are_fixes(installed: Path, workplace: Path) -> None:
    """Unsafe ones, made when asked for."""
    told = audit(installed, workplace, "fix", "article.txt", *BARE[:4], "--select", "NWS", "--unsafe", "-o", "-")
    assert told == ARTICLE.replace("the INE", "the National Statistics Institute (INE)", 1)


def test_its_own_tests_pass(installed: Path, tmp_path: Path) -> None:
    """Against what is installed, not what is beside them."""
    done = run(["-m", "pytest", "-q", "-p", "no:cacheprovider", str(EXAMPLE)], installed, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout
