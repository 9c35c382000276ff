"""Which of the findings are fixed together."""

from __future__ import annotations

from audit.finding import Finding, Fix, Severity
from audit.fixing.choice import chosen, fixable


def finding(start: int, end: int, suggestion: str | None, **more: object) -> Finding:
    """A finding of a made-up rule."""
    held: dict[str, object] = {"fix": "safe", "severity": Severity.MINOR, "confidence": 0.9, **more}
    return Finding(
        rule="LIN999", name="made-up", paragraph=0, start=start, end=end, text="x" * (end - start), category="c",
        its_type="other", message="m", suggestion=suggestion, **held,  # type: ignore[arg-type]
    )  # fmt: skip


def test_unsafe_fixes_are_asked_for() -> None:
    """A safe fix is made, an unsafe one only where it is wanted, and what has none never."""
    fixes: list[Fix | None] = ["safe", "unsafe", None]
    held = [finding(0, 1, "y", fix=fix) for fix in fixes]
    assert [fixable(one) for one in held] == [True, False, False]
    assert [fixable(one, unsafe=True) for one in held] == [True, True, False]


def test_a_suggestion_that_changes_nothing_is_no_fix() -> None:
    """Nor is a finding without one; a deletion is."""
    assert not fixable(finding(0, 1, "x"))
    assert not fixable(finding(0, 1, None))
    assert fixable(finding(0, 1, ""))


def test_the_more_severe_then_the_surer_of_two_that_overlap_is_fixed() -> None:
    """The other waits for the next round; what only touches is fixed at once."""
    minor, major = finding(0, 5, "y"), finding(4, 8, "z", severity=Severity.MAJOR)
    surer, beside = finding(3, 5, "y", confidence=0.95), finding(8, 9, "w")
    assert chosen([minor, major, beside]) == [major, beside]
    assert chosen([minor, surer]) == [surer]
