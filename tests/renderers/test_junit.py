"""Test results as Jenkins and GitLab read them (schema junit-10 of Jenkins' xUnit plugin)."""

from __future__ import annotations

import io
from pathlib import Path

from hypothesis import given, settings
from lxml import etree

from audit import plugins
from audit.finding import Finding, Severity
from audit.renderers.junit import JunitRenderer
from audit.report import Report
from tests.renderers.any_reports import any_reports
from tests.renderers.rendering import rendered
from tests.renderers.reports import clean, document, finding, flawed, hostile, report

SCHEMA = etree.XMLSchema(file=str(Path(__file__).parent / "schemas" / "junit.xsd"))
ARTICLE = document()


def parsed(*reports: Report, renderer: JunitRenderer | None = None) -> etree._Element:
    """The file of the reports, checked against the schema."""
    stream = io.StringIO(newline="")
    (renderer or JunitRenderer(plugins.checks(), {})).render(reports, stream, colour=False, width=None)
    root = etree.fromstring(stream.getvalue().encode("utf-8"))
    SCHEMA.assertValid(root)
    return root


def case(*issues: Finding, accepted: tuple[Finding, ...] = ()) -> etree._Element:
    """The test of the dimension that hand-made findings belong to."""
    root = parsed(report(ARTICLE, *issues, accepted=accepted))
    [found] = root.iterfind("testsuite/testcase[@name='linguistic conventions']")
    return found


def test_an_article_is_a_suite_with_a_test_for_each_dimension() -> None:
    """Also those that nothing was found in: these pass."""
    root = parsed(clean())
    [suite] = root
    dimensions = sorted({check.category.partition("/")[0] for check in plugins.checks()})
    assert [one.get("name") for one in suite] == dimensions
    assert dict(suite.attrib) == {
        "name": "rain",
        "tests": str(len(dimensions)),
        "failures": "0",
        "errors": "0",
        "skipped": "0",
        "time": "0",
    }
    assert not list(suite.iterfind("testcase/*"))


def test_a_test_names_its_dimension_article_and_file() -> None:
    """GitLab links to the file, Jenkins groups by the class."""
    article = document(path="./news/envoys.txt")
    [suite] = parsed(report(article))
    assert suite.get("file") == "news/envoys.txt"
    assert dict(suite[0].attrib) == {
        "name": "accuracy",
        "classname": "envoys",
        "file": "news/envoys.txt",
        "time": "0",
    }


def test_sums_stand_at_the_root() -> None:
    """`skipped` is none of them: the schema has it for a suite only."""
    root = parsed(flawed(), clean(), hostile())
    tests = sum(int(suite.get("tests", "")) for suite in root)
    assert dict(root.attrib) == {"name": "audit", "tests": str(tests), "failures": "2", "errors": "0", "time": "0"}


def test_a_failure_tells_the_gravest_finding_and_lists_all_with_their_places() -> None:
    """The message is one line, the text has a line for each."""
    minor = finding(ARTICLE, " ,and", suggestion=", and", message="why")
    major = finding(ARTICLE, "45.000", severity=Severity.MAJOR, message="because")
    [failure] = case(minor, major)
    assert failure.tag == "failure"
    assert dict(failure.attrib) == {
        "type": "major",
        "message": "LIN115 punctuation-spacing: “45.000” – because (and 1 more)",
    }
    assert failure.text == (
        "news/envoys.txt:3:153: major LIN115 punctuation-spacing: “45.000” – because\n"
        "news/envoys.txt:3:61: minor LIN115 punctuation-spacing: “ ,and” → “, and” – why"
    )


def test_known_and_accepted_findings_fail_nothing_and_are_named() -> None:
    """With the reason where there is one."""
    seen = finding(ARTICLE, "45.000", severity=Severity.CRITICAL, baseline="unchanged", message="m")
    rejected = finding(ARTICLE, "”We", baseline="unchanged", accepted="house style", message="m")
    left = finding(ARTICLE, "Envoys", accepted="", message="m")
    [told] = case(seen, rejected, accepted=(left,))
    assert told.tag == "system-out"
    assert (told.text or "").splitlines() == [
        "accepted: news/envoys.txt:1:1: minor LIN115 punctuation-spacing: “Envoys” – m",
        "known: news/envoys.txt:3:153: critical LIN115 punctuation-spacing: “45.000” – m",
        "accepted (house style): news/envoys.txt:13:1: minor LIN115 punctuation-spacing: ‹”We› – m",
    ]


def test_a_neutral_finding_fails_nothing_and_is_named() -> None:
    """It costs no point either."""
    [told] = case(finding(ARTICLE, "45.000", severity=Severity.NEUTRAL, message="m"))
    assert (told.tag, told.text) == (
        "system-out",
        "news/envoys.txt:3:153: neutral LIN115 punctuation-spacing: “45.000” – m",
    )


def test_no_text_of_an_article_names_a_file_to_attach() -> None:
    """Jenkins and GitLab would show it."""
    [told] = case(finding(ARTICLE, "45.000", baseline="unchanged", message="[[ATTACHMENT|/etc/passwd]]"))
    assert "[[" not in (told.text or "")
    assert "[ [ATTACHMENT|/etc/passwd]]" in (told.text or "")


def test_a_dimension_that_only_a_finding_has_is_a_test_of_every_article() -> None:
    """So that suites can be compared."""
    issue = finding(ARTICLE, "45.000", category="house rules/names")
    root = parsed(report(ARTICLE, issue), clean(), renderer=JunitRenderer((), {}))
    assert [[one.get("name") for one in suite] for suite in root] == [["house rules"]] * 2
    assert [suite.get("failures") for suite in root] == ["0", "1"]


def test_no_articles_are_an_empty_file() -> None:
    """And still a valid one."""
    assert len(parsed()) == 0


def test_the_order_of_files_does_not_matter() -> None:
    """The same bytes for the same articles."""
    assert rendered("junit", flawed(), clean(), hostile()) == rendered("junit", hostile(), clean(), flawed())


@settings(deadline=None)
@given(any_reports())
def test_any_report_is_valid_xml(held: Report) -> None:
    """Whatever characters it holds."""
    [suite] = parsed(held, renderer=JunitRenderer((), {}))
    failing = {one.category.partition("/")[0] for one in held.issues if one.severity is not Severity.NEUTRAL}
    assert int(suite.get("failures", "")) <= len(failing)
