"""The kit for authors of checks tells right from wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast

import pytest

from audit.check import Check, Needs, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.testing import assert_examples, assert_lawful, findings
from tests.scorers.word_list import WordList


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


def suspicious(docstring: str) -> Check:
    """A check that marks every word over one half."""

    def every_suspect(paragraph: Paragraph, document: Document) -> Iterator[Mark]:  # noqa: ARG001 - the signature of a check
        return (Mark(start=word.start, end=word.end) for word in paragraph.suspicions if word.probability > 0.5)

    every_suspect.__doc__ = docstring
    return paragraph_check(
        id="TST102",
        category="style",
        its_type="style",
        severity=Severity.MINOR,
        confidence=0.5,
        needs=frozenset({Needs.SUSPICION}),
    )(every_suspect)


SCORER = WordList(words={"bad": 0.9})


def test_examples_of_a_model_need_meet_their_spans_only() -> None:
    """Where its words begin and end is the model's affair."""
    assert_examples(suspicious("Bad.\n\nBad:\n    A <v>bad one</v> here.\n\nGood:\n    A good one."), SCORER)


@pytest.mark.parametrize(
    "docstring",
    [
        "Bad.\n\nBad:\n    A <v>good</v> one.",
        "Bad.\n\nBad:\n    A <v>bad</v> and <v>worse</v> one.",
        "Bad.\n\nBad:\n    A <v>bad</v> one, a bad one.",
        "Bad.\n\nGood:\n    A bad one.",
    ],
)
def test_examples_of_a_model_must_meet_every_span(docstring: str) -> None:
    """A span not found and a finding outside them are told."""
    with pytest.raises(AssertionError, match="TST102 every-suspect marks"):
        assert_examples(suspicious(docstring), SCORER)


def test_without_a_scorer_nothing_is_suspected() -> None:
    """The check runs on a text that nobody read."""
    assert findings(suspicious("Bad."), "A bad one.") == []
    assert [f.text for f in findings(suspicious("Bad."), "A bad one.", scorer=SCORER)] == ["bad"]


@pytest.mark.parametrize(
    ("docstring", "told"),
    [
        ("An x.", "TST101: the docstring has no example below “Bad:” or “Good:”"),
        ("An x.\n\nBad:\n    No letter here.", "TST101: a bad example has no <v>…</v>: 'No letter here.'"),
    ],
)
def test_a_docstring_that_proves_nothing_is_told(docstring: str, told: str) -> None:
    """A test that cannot fail is none."""
    with pytest.raises(AssertionError) as raised:
        assert_examples(check(docstring))
    assert str(raised.value) == told


def yielding(mark: Callable[[], object]) -> Check:
    """A check of paragraphs that yields whatever a function gives, once a paragraph."""

    def odd(paragraph: Paragraph, document: Document) -> Iterator[Mark]:  # noqa: ARG001 - the signature of a check
        yield cast("Mark", mark())

    return replace(check("Odd."), paragraph_function=odd)


def test_what_a_lawful_check_finds_is_handed_back() -> None:
    """So that a test may say more of it."""
    assert [finding.text for finding in assert_lawful(check("An x."), "One x.")] == ["x"]


NOTHING: list[object] = []


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (lambda: Mark(start=0, end=9), "TST101 every-x marked 0–9, outside 0–4 in paragraph 0 of example"),
        (lambda: Mark(start=2, end=2), "TST101 every-x marked 2–2, outside 0–4"),
        (NOTHING.pop, "TST101 every-x failed in paragraph 0 of example: IndexError"),
        (lambda: (0, 1), r"TST101 every-x yields \(0, 1\), which is no Mark in paragraph 0 of example"),
        (lambda: Mark(start="0", end=1), "yields a Mark with the start '0'"),  # type: ignore[arg-type]
        (lambda: Mark(start=0, end=1, severity="grave"), "with the severity 'grave'"),  # type: ignore[arg-type]
        (lambda: Mark(start=0, end=1, suggestion=7), "with the suggestion 7"),  # type: ignore[arg-type]
        (lambda: Mark(start=0, end=1, confidence=90), "yields a Mark with the confidence 90, outside 0–1"),
        (lambda: Mark(start=0, end=1, message=" "), "TST101 every-x says nothing of 'T' in 'Text'"),
    ],
)
def test_a_check_that_breaks_a_law_is_told(mark: Callable[[], object], told: str) -> None:
    """Which law, where, and in what text."""
    with pytest.raises(AssertionError, match=told):
        assert_lawful(yielding(mark), "Text")


def test_a_check_that_changes_its_mind_is_told() -> None:
    """What it found the first time, and the second."""
    ends = iter((1, 2))
    with pytest.raises(AssertionError, match=r"TST101 every-x finds .*'T'.*, then .*'Te'.* in 'Text'"):
        assert_lawful(yielding(lambda: Mark(start=0, end=next(ends))), "Text")


def test_a_check_of_documents_marks_within_one_paragraph() -> None:
    """A mark that goes on into the next is told as any other out of bounds."""

    def whole(document: Document) -> Iterator[Mark]:
        yield Mark(start=0, end=len(document.text), message="All of it.")

    held = replace(check("An x."), paragraph_function=None, document_function=whole)
    assert len(assert_lawful(held, "One.")) == 1
    with pytest.raises(AssertionError, match="marked 0–10, outside 0–4 in paragraph 0"):
        assert_lawful(held, "One.\n\nTwo.")
