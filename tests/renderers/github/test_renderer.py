"""Annotations of a run: the gravest that GitHub shows, the rest elsewhere."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.cli.app import main
from audit.finding import Severity
from audit.renderers.github.renderer import GithubRenderer
from audit.report import Report
from tests.renderers.any_reports import any_reports
from tests.renderers.reports import clean, document, finding, flawed, hostile, report

ARTICLE = document()


def lines(*reports: Report, **environment: str) -> list[str]:
    """What is written to the log."""
    stream = io.StringIO(newline="")
    GithubRenderer(environment).render(reports, stream, colour=False, width=None)
    return stream.getvalue().split("\n")[:-1]


def many(severity: Severity, number: int) -> Report:
    """An article with as many findings of a severity, the later the surer."""
    held = (finding(ARTICLE, "45.000", severity=severity, confidence=0.5 + i / 100) for i in range(number))
    return report(ARTICLE, *(issue for issue in held))


def test_new_findings_are_annotated_the_gravest_first() -> None:
    """Known and accepted ones are not."""
    seen = finding(ARTICLE, "45.000", baseline="unchanged", severity=Severity.CRITICAL)
    left = finding(ARTICLE, "Envoys", accepted="a name")
    minor, major = finding(ARTICLE, " ,and"), finding(ARTICLE, "”We", severity=Severity.MAJOR)
    told = lines(report(ARTICLE, minor, seen, major, accepted=(left,)))
    assert [line.split(" ")[0] for line in told] == ["::error", "::warning"]


def test_a_clean_run_says_nothing() -> None:
    """Not even how much is not shown."""
    assert lines(clean()) == []


def test_of_each_level_as_many_are_annotated_as_github_shows_and_the_rest_is_counted() -> None:
    """Critical and major ones share a level."""
    told = lines(many(Severity.CRITICAL, 6), many(Severity.MAJOR, 6), many(Severity.MINOR, 12))
    assert [line.split(" ")[0] for line in told] == ["::error"] * 10 + ["::warning"] * 10 + ["audit:"]
    assert sum("(critical)" in line for line in told) == 6
    assert told[-1] == (
        "audit: 4 more not annotated (GitHub shows 10 of a level); --format markdown, html or jsonl has them"
    )


def test_the_surest_are_annotated() -> None:
    """Among equally grave ones."""
    unsure = finding(ARTICLE, "Envoys", confidence=0.1)
    told = lines(report(ARTICLE, unsure, *many(Severity.MINOR, 10).issues))
    assert not any("Envoys" in line for line in told)


def test_the_rest_is_in_the_job_summary_where_there_is_one(tmp_path: Path) -> None:
    """The log says so."""
    page = tmp_path / "summary.md"
    told = lines(many(Severity.MINOR, 12), GITHUB_STEP_SUMMARY=str(page))
    assert told[-1] == "audit: 2 more not annotated (GitHub shows 10 of a level); they are in the job summary"
    assert page.read_text("utf-8").count("\n| minor |") == 2


def test_the_job_summary_has_the_articles_though_all_is_annotated(tmp_path: Path) -> None:
    """It is the page that people open first."""
    page = tmp_path / "summary.md"
    lines(clean(), GITHUB_STEP_SUMMARY=str(page))
    assert page.read_text("utf-8").startswith("### No artifacts in 1 article.\n")


def test_the_order_of_files_does_not_matter() -> None:
    """The same bytes for the same articles."""
    assert lines(flawed(), clean(), hostile()) == lines(hostile(), clean(), flawed())


def test_the_environment_is_read_when_rendering(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the command line does it: a page is written where the process is told to, and a bad place is one line."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("He arrived on Monday , and left.\n", "utf-8")
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    argv = ["run", "a.txt", "--no-cache", "--engine", "none", "--scorer", "none", "--select", "LIN115", "-f", "github"]
    assert main(argv) == 0
    assert f"file={tmp_path.name}/a.txt,line=1,endLine=1,col=21," in capsys.readouterr().out
    assert page.exists()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no" / "page.md"))
    assert main(argv) == 2
    assert capsys.readouterr().err.startswith("audit: error: GITHUB_STEP_SUMMARY=")


@settings(deadline=None)
@given(st.lists(any_reports(), max_size=2))
def test_any_report_is_one_command_a_finding(held: list[Report]) -> None:
    """Nothing of an article begins a line."""
    new = sum(issue.accepted is None and issue.baseline != "unchanged" for one in held for issue in one.issues)
    told = lines(*held)
    assert len(told) == new
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in told)
