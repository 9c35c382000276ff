"""The kit for authors of checks tells right from wrong."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from audit.check import Check, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.testing import assert_examples, findings


def check(docstring: str) -> Check:
    """A check that marks every `x`, with a docstring."""

    def every_x(paragraph: Paragraph, document: Document) -> Iterator[Mark]:  # noqa: ARG001 - the signature of a check
        return (Mark(start=i, end=i + 1) for i, character in enumerate(paragraph.text) if character == "x")

    every_x.__doc__ = docstring
    decorate = paragraph_check(id="TST101", category="style", its_type="style", severity=Severity.MINOR, confidence=0.5)
    return decorate(every_x)


def test_findings_are_of_the_whole_text() -> None:
    """Offsets count from the start of the text, not of the paragraph."""
    assert [(f.start, f.end) for f in findings(check("An x."), "One x.\n\nTwo xs.")] == [(4, 5), (12, 13)]


def test_examples_that_hold_pass() -> None:
    """Spans as marked, and none in the good one."""
    assert_examples(check("An x.\n\nBad:\n    One <v>x</v> here.\n\nGood:\n    None here."))


@pytest.mark.parametrize(
    ("docstring", "told"),
    [
        ("An x.\n\nBad:\n    One x <v>here</v>.", "marks 'x' at 4 instead of 'here' at 6 in 'One x here.'"),
        ("An x.\n\nGood:\n    One x here.", "marks 'x' at 4 instead of nothing"),
        ("", "TST101: the docstring has no summary"),
    ],
)
def test_examples_that_do_not_hold_are_told(docstring: str, told: str) -> None:
    """The error shows what was marked beside what should have been."""
    with pytest.raises(AssertionError) as raised:
        assert_examples(check(docstring))
    assert told in str(raised.value)
