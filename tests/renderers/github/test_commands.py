"""Workflow commands, as the toolkit of GitHub Actions writes them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from audit.document import Document, RawMap, Role
from audit.finding import Finding, Severity
from audit.renderers.github.commands import annotation, command
from audit.renderers.repository import Repository
from tests.renderers.any_reports import TEXT
from tests.renderers.reports import document, finding, report

ARTICLE = document()


def told(issue: Finding, article: Document = ARTICLE) -> str:
    """The annotation of a finding."""
    return annotation(Repository({}).located(report(article), issue))


def test_a_command_has_a_name_properties_and_a_message() -> None:
    """Properties that are empty are left out, and the space with them where there is none."""
    assert command("error", {"file": "a.txt", "title": "", "line": "3"}, "No.") == "::error file=a.txt,line=3::No."
    assert command("notice", {}, "Look.") == "::notice::Look."


def test_what_would_end_a_part_is_escaped() -> None:
    """Percent signs and line ends everywhere, colons and commas in properties only."""
    given_text = "100 %\r\na: b, c"
    assert command("error", {"title": given_text}, given_text) == (
        "::error title=100 %25%0D%0Aa%3A b%2C c::100 %25%0D%0Aa: b, c"
    )


@settings(deadline=None)
@given(TEXT, TEXT)
def test_any_text_is_one_command_and_comes_back(title: str, message: str) -> None:
    """As the runner reads it: up to the second `::`, escapes undone, the percent sign last."""
    line = command("error", {"title": title or "x"}, message)
    assert "\n" not in line
    assert "\r" not in line
    head, _, data = line.removeprefix("::").partition("::")
    read = [("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]
    back = head.removeprefix("error title=")
    for escape, character in read:
        back = back.replace(escape, character)
    assert back == (title or "x")
    for escape, character in read[2:]:
        data = data.replace(escape, character)
    assert data == message


@pytest.mark.parametrize(
    ("severity", "level"),
    [
        (Severity.CRITICAL, "error"),
        (Severity.MAJOR, "error"),
        (Severity.MINOR, "warning"),
        (Severity.NEUTRAL, "notice"),
    ],
)
def test_the_level_follows_the_severity(severity: Severity, level: str) -> None:
    """GitHub has three."""
    assert told(finding(ARTICLE, "45.000", severity=severity)).startswith(f"::{level} ")


def test_an_annotation_has_its_place_title_and_message() -> None:
    """The last column is that of the last character."""
    issue = finding(ARTICLE, "45.000", suggestion="45,000", message="why")
    assert told(issue) == (
        "::warning file=news/envoys.txt,line=3,endLine=3,col=153,endColumn=158,"
        "title=LIN115 punctuation-spacing (minor)::“45.000” → “45,000” – why"
    )


def test_a_span_of_several_lines_has_no_columns() -> None:
    """The Checks API refuses them."""
    article = document(((Role.BODY, "one\ntwo\nthree"),))
    assert "line=1,endLine=2,title=" in told(finding(article, "one\ntwo"), article)
    assert "line=1,endLine=1,title=" in told(finding(article, "one\n"), article)


def test_a_finding_without_a_place_in_the_page_has_no_columns() -> None:
    """It is told at the start of the file."""
    article = document(raw=RawMap(raw="<p>Envoys", ranges=[]))
    assert "line=1,endLine=1,title=" in told(finding(article, "Envoys"), article)


def test_an_article_without_a_file_is_named_in_the_message() -> None:
    """There is nothing to annotate."""
    article = document(path="-", id="stdin")
    assert told(finding(article, "45.000", message="why"), article) == (
        "::warning title=LIN115 punctuation-spacing (minor)::stdin:3:153: “45.000” – why"
    )


def test_the_file_keeps_its_name() -> None:
    """But for what a log may not hold."""
    article = document(path="a,b: 100%\n\x1b.txt")
    assert "file=a%2Cb%3A 100%25%0A\\x1b.txt,line=" in told(finding(article, "45.000"), article)
