"""Code quality as GitLab reads it (GitLab, *Code Quality*, section *Code Quality report format*)."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.document import Role
from audit.finding import Severity
from audit.renderers.gitlab import GitlabRenderer
from audit.report import Report
from tests.renderers.any_reports import any_reports
from tests.renderers.rendering import rendered
from tests.renderers.reports import PARAGRAPHS, clean, document, finding, flawed, hostile, report

ARTICLE = document()


def issues(*reports: Report) -> list[dict[str, Any]]:
    """The objects of the reports."""
    stream = io.StringIO(newline="")
    GitlabRenderer({}).render(reports, stream, colour=False, width=None)
    held = json.loads(stream.getvalue().encode("utf-8"))
    assert isinstance(held, list)
    return held


def test_a_finding_has_the_fields_that_gitlab_reads() -> None:
    """And no others."""
    [issue] = issues(report(ARTICLE, finding(ARTICLE, "45.000", suggestion="45,000", message="why")))
    assert re.fullmatch("[0-9a-f]{64}", issue.pop("fingerprint"))
    assert issue == {
        "description": "LIN115 punctuation-spacing: “45.000” → “45,000” – why",
        "check_name": "punctuation-spacing",
        "severity": "minor",
        "location": {"path": "news/envoys.txt", "lines": {"begin": 3, "end": 3}},
    }


@pytest.mark.parametrize(
    ("severity", "told"),
    [
        (Severity.NEUTRAL, "info"),
        (Severity.MINOR, "minor"),
        (Severity.MAJOR, "major"),
        (Severity.CRITICAL, "critical"),
    ],
)
def test_severities_are_those_of_gitlab(severity: Severity, told: str) -> None:
    """None of ours is a `blocker`."""
    [issue] = issues(report(ARTICLE, finding(ARTICLE, "45.000", severity=severity)))
    assert issue["severity"] == told


def test_the_path_has_no_dot_before_it() -> None:
    """GitLab looks it up in the repository; an article without a file is called by its id."""
    paths = ["./news/a.txt", None, "https://example.org/feed.xml"]
    held = [report(document(path=path), finding(ARTICLE, "45.000")) for path in paths]
    assert {issue["location"]["path"] for issue in issues(*held)} == {"news/a.txt", "envoys"}


def test_known_findings_stay_and_accepted_ones_go() -> None:
    """GitLab compares with the target branch itself."""
    seen = finding(ARTICLE, "45.000", baseline="unchanged", name="seen")
    rejected = finding(ARTICLE, "”We", baseline="unchanged", accepted="house style")
    left = finding(ARTICLE, "Envoys", accepted="a name")
    assert [issue["check_name"] for issue in issues(report(ARTICLE, seen, rejected, accepted=(left,)))] == ["seen"]


def test_a_fingerprint_does_not_know_where_the_finding_stands() -> None:
    """A paragraph put before it does not make it new."""
    moved = document(((Role.BODY, "An hour ago."), *PARAGRAPHS))
    before = issues(report(ARTICLE, finding(ARTICLE, "45.000")))
    after = issues(report(moved, finding(moved, "45.000")))
    assert before[0]["location"] != after[0]["location"]
    assert before[0]["fingerprint"] == after[0]["fingerprint"]


def test_fingerprints_are_unique() -> None:
    """Of the same finding twice in an article, in two articles of a file, and in two files."""
    issue = finding(ARTICLE, "45.000")
    held = [
        report(ARTICLE, issue, issue),
        report(document(id="other"), issue),
        report(document(path="b.txt"), issue),
        report(ARTICLE, issue),
    ]
    assert len({one["fingerprint"] for one in issues(*held)}) == 5


def test_no_findings_are_an_empty_array() -> None:
    """GitLab takes a missing report for no comparison."""
    assert rendered("gitlab", clean()) == "[]\n"
    assert rendered("gitlab") == "[]\n"


def test_the_order_of_files_does_not_matter() -> None:
    """The same bytes for the same articles."""
    assert rendered("gitlab", flawed(), clean(), hostile()) == rendered("gitlab", hostile(), clean(), flawed())


@settings(deadline=None)
@given(st.lists(any_reports(), max_size=3))
def test_any_report_is_valid_and_its_fingerprints_are_unique(held: list[Report]) -> None:
    """Whatever characters it holds."""
    told = issues(*held)
    assert len(told) == sum(issue.accepted is None for one in held for issue in one.issues)
    assert len({issue["fingerprint"] for issue in told}) == len(told)
    assert all(issue["location"]["lines"]["begin"] >= 1 for issue in told)
