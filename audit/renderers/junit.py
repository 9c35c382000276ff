"""Test results for CI: an article is a test suite, a dimension of MQM a test that its findings fail."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from lxml import etree

from audit.check import Check
from audit.finding import Finding, Severity
from audit.renderers.quoting import sentence
from audit.renderers.repository import Located, Repository
from audit.renderers.standing import gravity, is_new, known, new
from audit.report import Report, in_order
from audit.visible import visible

TIME = "0"
"""Seconds of every suite and test: the same findings make the same bytes, whatever the machine."""


class JunitRenderer:
    """The XML that CI servers show as test results, by the schema junit-10 of Jenkins' xUnit plugin.

    What its elements mean is as github.com/testmoapp/junitxml (*Common JUnit XML Format*) has it.

    Every dimension that an installed rule belongs to is a test of every article, so that the tests stay the same from
    run to run; one that nothing was found in passes, whether its rules were selected or not. A test fails on a finding
    that is neither neutral, nor known to the baseline, nor let stand; these its `system-out` names. `checks` are the
    installed rules; `environment` are the variables that say where the repository is, by default those of the process.
    """

    name = "junit"

    def __init__(self, checks: Iterable[Check] = (), environment: Mapping[str, str] | None = None) -> None:
        self._dimensions = {_dimension(check.category) for check in checks}
        self._environment = environment

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:  # noqa: ARG002 - the same bytes everywhere
        """Write the file, articles in order of path; nothing in it is a character that XML cannot hold."""
        held = in_order(reports)
        repository = Repository(os.environ if self._environment is None else self._environment)
        found = {_dimension(one.category) for report in held for one in (*report.issues, *report.accepted)}
        dimensions = sorted(self._dimensions | found)
        suites = [_suite(report, dimensions, repository) for report in held]
        root = etree.Element("testsuites", {"name": "audit"} | _counts(suites) | {"time": TIME})
        root.extend(suites)
        text = etree.tostring(root, encoding="unicode", pretty_print=True)
        stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}')


def _suite(report: Report, dimensions: Sequence[str], repository: Repository) -> etree._Element:
    name, file = visible(report.document.id), repository.file(report.document)
    place = {"file": visible(file)} if file else {}
    cases = [
        _case(
            {"name": visible(dimension) or "other", "classname": name, **place, "time": TIME},
            _in(dimension, new(report), report, repository),
            _in(dimension, known(report), report, repository),
        )
        for dimension in dimensions
    ]
    failed = sum(case.find("failure") is not None for case in cases)
    counts = {"tests": str(len(cases)), "failures": str(failed), "errors": "0", "skipped": "0"}
    suite = etree.Element("testsuite", {"name": name} | place | counts | {"time": TIME})
    suite.extend(cases)
    return suite


def _case(attributes: Mapping[str, str], fresh: Sequence[Located], old: Sequence[Located]) -> etree._Element:
    case = etree.Element("testcase", dict(attributes))
    grave = sorted(
        (found for found in fresh if found.finding.severity is not Severity.NEUTRAL),
        key=lambda found: gravity(found.finding),
    )
    if grave:
        worst = grave[0].finding
        more = f" (and {len(grave) - 1} more)" if len(grave) > 1 else ""
        failure = etree.SubElement(case, "failure", type=worst.severity.value, message=f"{sentence(worst)}{more}")
        failure.text = "\n".join(map(_line, grave))
    told = [found for found in fresh if found.finding.severity is Severity.NEUTRAL]
    if told or old:
        # Jenkins and GitLab take [[ATTACHMENT|path]] there for the name of a file to show.
        lines = "\n".join(f"{_standing(found.finding)}{_line(found)}" for found in (*told, *old))
        etree.SubElement(case, "system-out").text = lines.replace("[[", "[ [")
    return case


def _line(found: Located) -> str:
    return f"{found.where}: {found.finding.severity.value} {sentence(found.finding)}"


def _standing(finding: Finding) -> str:
    """Why a finding fails no test, as its line begins; a neutral one says so itself."""
    if finding.accepted is not None:
        return f"accepted ({visible(finding.accepted)}): " if finding.accepted else "accepted: "
    return "" if is_new(finding) else "known: "


def _in(dimension: str, findings: Iterable[Finding], report: Report, repository: Repository) -> list[Located]:
    return [repository.located(report, one) for one in findings if _dimension(one.category) == dimension]


def _dimension(category: str) -> str:
    return category.partition("/")[0]


def _counts(suites: Iterable[etree._Element]) -> dict[str, str]:
    """The sums over suites; the schema has no `skipped` for all of them."""
    held = list(suites)
    return {key: str(sum(int(suite.get(key, "0")) for suite in held)) for key in ("tests", "failures", "errors")}
