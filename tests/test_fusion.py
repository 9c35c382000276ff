"""Fusing findings over one span."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.finding import Finding, Severity
from audit.fusion import fused
from tests.test_selection import finding


def test_equal_spans_become_one_finding_with_all_evidence() -> None:
    """The graver rule speaks, the other is named, and the confidences combine."""
    grave = finding(rule="LIN121", name="redundant-subject", severity=Severity.MAJOR, confidence=0.8)
    (one,) = fused([finding(confidence=0.5), grave])
    assert one.rule == "LIN121"
    assert one.confidence == 0.9
    assert one.evidence["also"] == [{"rule": "LIN101", "name": "stray-capital", "message": "m"}]


def test_a_span_within_another_of_its_dimension_is_fused() -> None:
    """The outer finding stays."""
    (one,) = fused([finding(start=0, end=9), finding()])
    assert (one.start, one.end) == (0, 9)


def test_a_span_within_another_of_another_dimension_stays() -> None:
    """A calque around a stray capital: two faults, two findings."""
    assert len(fused([finding(start=0, end=9, category="accuracy/mistranslation"), finding()])) == 2


def test_findings_come_in_order_of_position() -> None:
    """Whatever order the checks ran in."""
    late, early = finding(start=40, end=42), finding(start=1, end=2)
    assert fused([late, early]) == fused([early, late]) == [early, late]


SUSPECT = {"rule": "OTH101", "name": "unidiomatic-wording", "category": "other", "evidence": {"suspicion": 0.7}}
RULE = {"category": "accuracy/mistranslation", "start": 8, "end": 20, "text": "pair of them"}


def suspect(start: int, text: str, **changed: object) -> Finding:
    """A finding that names no fault."""
    return finding(**{**SUSPECT, "start": start, "end": start + len(text), "text": text, "confidence": 0.7, **changed})


@pytest.mark.parametrize(
    ("start", "text"),
    [
        (8, "pair of them"),
        (8, "pair"),
        (16, "them there"),
        (0, "met his pair of"),
        (4, "his pair of them there"),
    ],
)
def test_a_suspicion_joins_the_rule_it_overlaps(start: int, text: str) -> None:
    """Equal, inside, at either end or larger by two words: the rule speaks, the model is named."""
    (one,) = fused([suspect(start, text), finding(**RULE, confidence=0.6)])
    assert (one.rule, one.start, one.end) == ("LIN101", 8, 20)
    assert one.confidence == 0.7
    assert one.evidence["suspicion"] == 0.7
    assert one.evidence["also"] == [{"rule": "OTH101", "name": "unidiomatic-wording", "message": "m"}]


def test_a_much_larger_suspicion_stands_for_itself() -> None:
    """Three words more may be another fault; one that only stands beside it is."""
    rule = finding(**RULE)
    assert fused([rule, suspect(20, "and left")])[0] == rule
    assert {one.rule for one in fused([suspect(8, "pair of them and who came"), rule])} == {"LIN101", "OTH101"}


def test_a_suspicion_joins_the_rule_it_overlaps_most() -> None:
    """Between two faults it goes to one of them only."""
    small = finding(start=0, end=4, text="once", rule="LIN102", name="missing-capital")
    held = fused([small, finding(**RULE), suspect(3, "e at pair of")])
    assert [(one.rule, "also" in one.evidence) for one in held] == [("LIN102", False), ("LIN101", True)]


def test_suspicions_alone_stay_in_order() -> None:
    """Nothing to join, nothing lost."""
    first, last = suspect(0, "one"), suspect(40, "two")
    rule = finding(start=10, end=12)
    assert fused([last, rule, first]) == [first, rule, last]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12), st.sampled_from(["other", "style/x", "locale/y"]))))
def test_fusing_loses_no_finding(spans: list[tuple[int, int, str]]) -> None:
    """Every finding is reported or named in one that is; their order does not matter."""
    text = "ab cd ef gh ij kl mn op qr st uv wx yz ab cd ef"
    found = [
        finding(start=start, end=start + size, text=text[start : start + size], category=kind, rule=kind[:3])
        for start, size, kind in spans
    ]
    held = fused(found)
    also: list[Any] = [one.evidence.get("also", []) for one in held]
    assert len(held) + sum(map(len, also)) == len(found)
    assert [(f.start, f.end, f.rule) for f in fused(reversed(found))] == [(f.start, f.end, f.rule) for f in held]
    assert [f.start for f in held] == sorted(f.start for f in held)


def test_what_the_source_has_is_what_should_stand_there() -> None:
    """A guess at a name gives way to the name in the source, put into the larger span."""
    guess = finding(
        start=4, end=17, text="Waldir Castle", category="accuracy/mistranslation", suggestion="Waldir Castelo"
    )
    quoted = finding(
        rule="ACC204",
        name="name-mismatch",
        category="accuracy/mistranslation",
        start=11,
        end=17,
        text="Castle",
        suggestion="Castillo",
        message="the source has “Castillo”",
        evidence={"source": "Castillo"},
    )
    (one,) = fused([guess, quoted])
    assert (one.text, one.suggestion, one.message) == ("Waldir Castle", "Waldir Castillo", "the source has “Castillo”")
    assert one.evidence["source"] == "Castillo"
