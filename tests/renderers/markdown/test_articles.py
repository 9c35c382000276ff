"""The table of articles, and the line over all of them."""

from __future__ import annotations

from audit.finding import Known, Severity
from audit.renderers.markdown.articles import MOST_ARTICLES, overall, table
from audit.report import Report
from tests.renderers.reports import clean, document, finding, flawed, report

ARTICLE = document()
GONE = Known(fingerprint="0" * 16, rule="LIN115", text=" .", article="envoys")


def test_the_line_counts_new_known_and_fixed_findings() -> None:
    """By severity."""
    minor, major = finding(ARTICLE, "45.000", baseline="new"), finding(ARTICLE, "”We", severity=Severity.MAJOR)
    seen = finding(ARTICLE, " ,and", baseline="unchanged")
    held = report(ARTICLE, minor, major, seen, fixed=(GONE, GONE))
    assert overall([held, clean()]) == "2 new artifacts (1 minor, 1 major) in 2 articles; 1 known; 2 fixed."


def test_without_a_baseline_nothing_is_called_new() -> None:
    """There is nothing it would be new to."""
    assert overall([report(ARTICLE, finding(ARTICLE, "45.000"))]) == "1 artifact (1 minor) in 1 article."
    assert overall([clean()]) == "No artifacts in 1 article."
    assert overall([report(ARTICLE, finding(ARTICLE, "45.000", baseline="unchanged"))]) == (
        "No new artifacts in 1 article; 1 known."
    )


def test_a_row_has_the_figures_of_an_article() -> None:
    """New findings by severity, the gravest first."""
    head, _, row = table([flawed()])
    assert head == "| article | words | fluency | MQM | critical | major | minor | neutral | known | fixed |"
    assert row == "| envoys | 118 | 48 (42–54) | 72.9 | 1 | 1 | 1 | 1 | 1 | 0 |"


def test_an_article_not_scored_has_a_dash() -> None:
    """No figure is made up."""
    *_, row = table([clean()])
    assert row == "| rain | 5 | – | 100.0 | 0 | 0 | 0 | 0 | 0 | 0 |"


def test_no_articles_have_no_table() -> None:
    """Nor a head of one."""
    assert table([]) == []


def named(name: str, *, found: bool) -> Report:
    """An article with a finding or without."""
    article = document(id=name)
    return report(article, *([finding(article, "45.000")] if found else []))


def test_of_many_articles_those_without_findings_are_only_counted() -> None:
    """The others stay in their order."""
    held = [named(f"a{i:02}", found=i % 2 == 1) for i in range(MOST_ARTICLES + 10)]
    lines = table(held)
    rows = [line.split(" ")[1] for line in lines[2 : 2 + MOST_ARTICLES]]
    assert rows == sorted(rows)
    assert {f"a{i:02}" for i in range(1, MOST_ARTICLES + 10, 2)} <= set(rows)
    assert lines[2 + MOST_ARTICLES :] == ["", "And 10 more articles with 0 new findings."]
