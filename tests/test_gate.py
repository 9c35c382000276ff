"""The gate fails for the figure it names, and only then."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any, Literal

import pytest

from audit.config import Config, Override
from audit.document import Document, Role
from audit.errors import ConfigError
from audit.finding import Finding, Known, Severity
from audit.gate import Gate, Verdict, gated, judge
from audit.report import Report, Scores
from tests.renderers.reports import clean, document, finding, flawed, report


def test_no_gate_passes_anything() -> None:
    """Findings alone fail nothing."""
    assert judge([flawed(), clean()], Config()) == Verdict(passed=True)
    assert not gated(Config())


@pytest.mark.parametrize(
    "limit", [{"fail_on": Severity.MINOR}, {"min_fluency": 1.0}, {"max_per_1000": 0.0}, {"max_mqm_drop": 0.0}]
)
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


def words(count: int) -> Document:
    """An article of as many words, in one paragraph."""
    return document(((Role.BODY, " ".join(["word"] * count)),))


def known(level: Severity | None) -> Known:
    """A finding of the baseline that the article no longer has."""
    return Known(fingerprint="0" * 16, rule="LIN115", text="word", article="envoys", severity=level)


def major(article: Document, baseline: Literal["new", "unchanged"] | None = None) -> Finding:
    """A finding of five points."""
    return finding(article, "word", severity=Severity.MAJOR, baseline=baseline)


def test_the_drop_is_counted_from_a_hundred_without_a_baseline() -> None:
    """One major finding in a hundred words is five points."""
    article = words(100)
    fails = judge([report(article, major(article))], Config(max_mqm_drop=4.9))
    assert fails.reasons == ("envoys: MQM 95.0 is 5.0 below 100.0, more than max-mqm-drop 4.9",)
    assert judge([report(article, major(article))], Config(max_mqm_drop=5)).passed
    assert judge([report(article)], Config(max_mqm_drop=0)).passed


def test_the_drop_is_counted_from_the_findings_of_the_baseline() -> None:
    """What it knows is no loss, what was fixed is set off, one of unknown severity counts for nothing."""
    article, limit = words(100), Config(max_mqm_drop=0)
    old, new = major(article, "unchanged"), major(article, "new")
    assert judge([report(article, old)], limit).passed
    assert judge([report(article, old, new)], limit).reasons == (
        "envoys: MQM 90.0 is 5.0 below 95.0, more than max-mqm-drop 0",
    )
    assert judge([report(article, new, fixed=(known(Severity.MAJOR),))], limit).passed
    assert not judge([report(article, new, fixed=(known(Severity.MINOR), known(None)))], limit).passed


def overriding(**settings: Any) -> Config:  # noqa: ANN401 - fields of the configuration
    """A configuration with an override for the news."""
    override = Override(number=2, paths=("news/*",), settings=settings, place="audit.toml:14")
    return Config(fail_on=Severity.CRITICAL, overrides=(override,))


def test_each_article_is_judged_by_its_own_limits() -> None:
    """And where an override has set the limit that failed, it is named."""
    limits = overriding(fail_on=Severity.MAJOR, max_per_1000=20.0)
    elsewhere = replace(flawed(), document=replace(flawed().document, id="else", path="sport/envoys.txt"))
    assert judge([flawed(), elsewhere], limits).reasons == (
        (
            "envoys: 2 findings of severity major or worse (fail-on major of [[overrides]] 2 at audit.toml:14); "
            "the gravest: critical LOC101 number-format “45.000”"
        ),
        "envoys: 33.9 findings per 1,000 words exceed max-per-1000 20 of [[overrides]] 2 at audit.toml:14",
        (
            "else: 1 finding of severity critical or worse (fail-on critical); "
            "the gravest: critical LOC101 number-format “45.000”"
        ),
    )


def test_an_override_may_take_a_limit_away() -> None:
    """By `never` for severities, 0 for the fluency, or infinity."""
    assert judge([flawed()], overriding(fail_on=None)).passed
    free = replace(overriding(fail_on=None, min_fluency=0.0, max_per_1000=math.inf), min_fluency=99, max_per_1000=0)
    assert judge([flawed(), replace(flawed(), scores=Scores(words=9))], free).passed


def test_a_limit_of_an_override_alone_is_a_gate() -> None:
    """Though no article may be under it."""
    assert gated(replace(overriding(min_fluency=60.0), fail_on=None))
    assert not gated(replace(overriding(ignore=("LIN",)), fail_on=None))


def told(limits: Config, *reports: Report, baseline: bool = False) -> str:
    """What a passed gate says."""
    gate = Gate(limits, baseline=baseline)
    for one in reports:
        gate.judge(one)
    return gate.passed()


def test_a_passed_gate_tells_what_it_checked() -> None:
    """The limits with how many articles each was for, the articles, and their findings."""
    article = replace(words(100), path="sport/a.txt")
    one, other = report(article, major(article)), report(words(50))
    limits = overriding(max_mqm_drop=2.5)
    assert told(Config(fail_on=Severity.CRITICAL), one) == "(fail-on critical): 1 article, 1 finding"
    assert told(limits, one, other) == (
        "(fail-on critical, max-mqm-drop 2.5 of [[overrides]] 2 at audit.toml:14 for 1 article): 2 articles, 1 finding"
    )
    assert told(replace(limits, fail_on=None), one) == "(no limit is for these articles): 1 article, 1 finding"
    assert told(limits) == "(fail-on critical): 0 articles, 0 findings"


def test_a_passed_gate_tells_known_findings_apart() -> None:
    """Where there is a baseline, though it may know none of them."""
    article = words(100)
    held = report(article, major(article, "unchanged"), major(article, "unchanged"), major(article, "new"))
    assert told(Config(max_mqm_drop=9), held, baseline=True) == "(max-mqm-drop 9): 1 article, 1 new finding, 2 known"
    assert told(Config(max_mqm_drop=9), baseline=True) == "(max-mqm-drop 9): 0 articles, 0 new findings, 0 known"
