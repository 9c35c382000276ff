"""Quoted spans."""

from __future__ import annotations

import pytest

from audit.segmentation.quotations import quotations


def quoted(text: str) -> list[str]:
    """The quoted spans of one paragraph."""
    return [text[q.start : q.end] for q in quotations([text])[0]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He said “yes” and left.", ["“yes”"]),
        ('He said "yes" and left.', ['"yes"']),
        ("Il dit « oui » hier.", ["« oui »"]),
        ("Er sagte „ja“ gestern.", ["„ja“"]),
        ("He said: ”Yes, of course.”", ["”Yes, of course.”"]),
        ("“She said ‘no’ to me,” he said.", ["“She said ‘no’ to me,”", "‘no’"]),
        ("The students’ union of the ’90s met.", []),
        ('A 6" pipe and a 4" one.', []),
    ],
)
def test_marks_are_paired(text: str, wanted: list[str]) -> None:
    """Straight, curly, low and angle marks pair up; apostrophes and inches are none."""
    assert quoted(text) == wanted


def test_a_quotation_over_paragraphs_continues() -> None:
    """Each paragraph opens and only the last closes: correct English."""
    first, second = quotations(["“We left at noon.", "“Then we came back,” he said."])
    assert first[0].continues
    assert second[0].closed


def test_a_quotation_left_open_is_open() -> None:
    """Nothing after it opens with a mark, so it does not continue."""
    (found,) = quotations(["He spoke of “the army.", "Then he left."])[0]
    assert not found.closed
    assert not found.continues
