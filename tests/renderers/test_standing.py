"""New findings, known ones, and which come first."""

from __future__ import annotations

from audit.finding import Severity
from audit.renderers.standing import gravity, known, new
from tests.renderers.reports import document, finding, report

ARTICLE = document()
FRESH = finding(ARTICLE, "45.000", baseline="new")
SEEN = finding(ARTICLE, " ,and", baseline="unchanged")
REJECTED = finding(ARTICLE, "”We", baseline="unchanged", accepted="the house style")
LEFT = finding(ARTICLE, "Envoys", accepted="a name")


def test_a_finding_is_new_unless_it_is_known_or_let_stand() -> None:
    """Whoever let it stand, the baseline or the configuration."""
    held = report(ARTICLE, SEEN, FRESH, REJECTED, accepted=(LEFT,))
    assert new(held) == [FRESH]
    assert known(held) == [LEFT, SEEN, REJECTED]


def test_without_a_baseline_every_finding_is_new() -> None:
    """Nothing says otherwise."""
    issue = finding(ARTICLE, "45.000")
    assert new(report(ARTICLE, issue)) == [issue]


def test_the_gravest_come_first_and_of_these_the_surest() -> None:
    """Confidence decides among equals only."""
    sure = finding(ARTICLE, "45.000", severity=Severity.MAJOR, confidence=0.9)
    unsure = finding(ARTICLE, "45.000", severity=Severity.MAJOR, confidence=0.6)
    grave = finding(ARTICLE, "45.000", severity=Severity.CRITICAL, confidence=0.5)
    assert sorted([unsure, sure, grave], key=gravity) == [grave, sure, unsure]
