"""The page of a workflow run."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import ConfigError
from audit.finding import Finding
from audit.renderers.github.job_summary import LARGEST, append
from audit.renderers.repository import Located, Repository
from tests.renderers.reports import clean, document, finding, flawed, report

ARTICLE = document()


def located(*issues: Finding) -> list[Located]:
    """The findings with their places."""
    return [Repository({}).located(report(ARTICLE), issue) for issue in issues]


def test_it_has_the_articles_and_what_is_no_annotation(tmp_path: Path) -> None:
    """A table each."""
    page = tmp_path / "summary.md"
    append(page, [flawed(), clean()], located(finding(ARTICLE, "45.000", suggestion="45,000", message="a | b")))
    lines = page.read_text("utf-8").splitlines()
    assert lines[0] == "### 4 new artifacts (1 neutral, 1 minor, 1 major, 1 critical) in 2 articles; 1 known."
    assert sum(line.startswith(("| envoys |", "| rain |")) for line in lines) == 2
    assert lines[-1] == (
        "| minor | news/envoys.txt:3:153 | “45.000” → “45,000” | a &#124; b | LIN115 punctuation-spacing |"
    )


def test_without_findings_left_it_has_the_articles_only(tmp_path: Path) -> None:
    """No empty table."""
    page = tmp_path / "summary.md"
    append(page, [clean()], [])
    assert "Not shown as annotations" not in page.read_text("utf-8")


@pytest.mark.parametrize("before", ["Built.", "Built.\n"])
def test_what_the_step_wrote_before_stays(before: str, tmp_path: Path) -> None:
    """On lines of its own."""
    page = tmp_path / "summary.md"
    page.write_text(before, "utf-8")
    append(page, [clean()], [])
    assert page.read_text("utf-8").startswith("Built.\n### No artifacts in 1 article.\n")


def test_it_stays_within_what_github_takes_and_counts_the_rest(tmp_path: Path) -> None:
    """With what was there before, in bytes."""
    page = tmp_path / "summary.md"
    page.write_text("é" * 400_000 + "\n", "utf-8")
    issue = finding(ARTICLE, "45.000", message="Größe " * 60)
    append(page, [clean()], located(*[issue] * 1_000))
    data = page.read_bytes()
    assert LARGEST - 1_000 < len(data) <= LARGEST
    *_, last = data.decode("utf-8").splitlines()
    shown = data.decode("utf-8").count("\n| minor |")
    assert last == f"{1_000 - shown} more have no room here."


def test_a_full_page_is_left_as_it_is(tmp_path: Path) -> None:
    """A byte more, and GitHub would show nothing of it."""
    page = tmp_path / "summary.md"
    page.write_bytes(b"x" * (LARGEST - 1) + b"\n")
    append(page, [clean()], located(finding(ARTICLE, "45.000")))
    assert page.stat().st_size == LARGEST


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """With the variable that names it."""
    with pytest.raises(ConfigError, match=f"GITHUB_STEP_SUMMARY={tmp_path}/no/page.md: cannot write"):
        append(tmp_path / "no" / "page.md", [clean()], [])
