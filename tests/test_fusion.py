"""Fusing findings over one span."""

from __future__ import annotations

from audit.finding import Severity
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
