"""The gate fails for the figure it names, and only then."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from audit.config import Config
from audit.errors import ConfigError
from audit.finding import Severity
from audit.gate import Verdict, gated, judge
from tests.renderers.reports import clean, document, flawed, report


def test_no_gate_passes_anything() -> None:
    """Findings alone fail nothing."""
    assert judge([flawed(), clean()], Config()) == Verdict(passed=True)
    assert not gated(Config())


@pytest.mark.parametrize("limit", [{"fail_on": Severity.MINOR}, {"min_fluency": 1.0}, {"max_per_1000": 0.0}])
def test_each_limit_is_a_gate(limit: dict[str, Any]) -> None:
    """A limit of zero is a limit."""
    assert gated(Config(**limit))


@pytest.mark.parametrize(
    ("level", "count"),
    [("neutral", "4 findings"), ("minor", "3 findings"), ("major", "2 findings"), ("critical", "1 finding")],
)
def test_fail_on_counts_that_severity_and_worse(level: str, count: str) -> None:
    """The reason counts them, but for the one the baseline knows, and names the gravest."""
    verdict = judge([flawed()], Config(fail_on=Severity(level)))
    worst = "critical LOC101 number-format “45.000”"
    assert not verdict.passed
    assert verdict.reasons == (f"envoys: {count} of severity {level} or worse (fail-on {level}); the gravest: {worst}",)


def test_fail_on_passes_below_that_severity() -> None:
    """A minor finding does not fail a gate set at major."""
    flaws = flawed()
    minor = replace(flaws, issues=tuple(i for i in flaws.issues if i.severity is Severity.MINOR))
    assert judge([minor], Config(fail_on=Severity.MAJOR)).passed


def test_fluency_below_the_limit_fails() -> None:
    """The reason gives both figures."""
    assert judge([flawed()], Config(min_fluency=60)).reasons == ("envoys: fluency 48.0 is below min-fluency 60",)
    assert judge([flawed()], Config(min_fluency=48)).passed


def test_fluency_that_was_not_scored_cannot_be_judged() -> None:
    """The error says why there is no score."""
    with pytest.raises(
        ConfigError, match="rain: min-fluency 60 cannot be judged: fluency not scored: no trained scorer"
    ):
        judge([clean()], Config(min_fluency=60))
    with pytest.raises(ConfigError, match="fluency was not scored"):
        judge([replace(clean(), notes=())], Config(min_fluency=60))


def test_an_empty_article_has_no_fluency_to_judge() -> None:
    """Nothing to read fails nobody."""
    assert judge([report(document(()))], Config(min_fluency=60)).passed


def test_density_is_counted_per_thousand_words() -> None:
    """Known findings do not count here either."""
    verdict = judge([flawed()], Config(max_per_1000=20))
    assert verdict.reasons == ("envoys: 33.9 findings per 1,000 words exceed max-per-1000 20",)
    assert judge([flawed()], Config(max_per_1000=34)).passed


def test_every_article_that_fails_is_named() -> None:
    """One verdict over many articles keeps all reasons."""
    assert len(judge([flawed(), clean(), flawed()], Config(max_per_1000=20, min_fluency=None)).reasons) == 2
