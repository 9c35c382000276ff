"""An article reads clean where a whole line or paragraph was deleted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.editing import Edit, applied
from audit.review.blank_lines import without_blank_lines


def deleted(text: str, *gone: str) -> str:
    """A text without the first occurrence of each of some strings."""
    edits = [Edit(start=(at := text.index(one)), end=at + len(one), replacement="") for one in gone]
    return applied(text, without_blank_lines(text, edits))


@pytest.mark.parametrize(
    ("text", "gone", "left"),
    [
        ("A.\r\n\r\nGone\r\n\r\nB.\r\n", ["Gone"], "A.\r\n\r\nB.\r\n"),
        ("A.\n\nGone", ["Gone"], "A."),
        ("A.\n\nGone\n", ["Gone"], "A.\n"),
        ("Gone\n\nA.\n", ["Gone"], "A.\n"),
        ("\ufeffGone\n\nA.", ["Gone"], "\ufeffA."),
        ("A\nGone\nB\n\nC", ["Gone"], "A\nB\n\nC"),
        ("A\n\nX\nGone\n\nB\n", ["Gone"], "A\n\nX\n\nB\n"),
        ("A\n\nGone\nX\n\nB\n", ["Gone"], "A\n\nX\n\nB\n"),
        ("A\n\n- a\n- Gone\n\nB", ["Gone"], "A\n\n- a\n\nB"),
        ("A\n\n## Gone\n\nB", ["Gone"], "A\n\nB"),
        ("A\n\nG1\n\nG2\nG3\n\nB\n", ["G1", "G2", "G3"], "A\n\nB\n"),
        ("A\n\nG1 G2\n\nB\n", ["G1", "G2"], "A\n\nB\n"),
        ("A\n\nG1\nG2\n", ["G1\nG2"], "A\n"),
        ("Gone", ["Gone"], ""),
        ("A\rGone\rB", ["Gone"], "A\rB"),
    ],
)
def test_a_line_without_words_goes_with_its_end(text: str, gone: list[str], left: str) -> None:
    """And one of the blank lines around a paragraph; the file begins and ends as it did."""
    assert deleted(text, *gone) == left


@pytest.mark.parametrize(
    ("text", "gone", "left"),
    [
        ("A one.\n\nB", "one", "A .\n\nB"),
        ("A\n\n\nB one", "one", "A\n\n\nB "),
        ("A\n\nGone\n\nB", "Gone\n\n", "A\n\nB"),
        ("A\n\nGone\n\nB", "\n\nGone", "A\n\nB"),
    ],
)
def test_other_deletions_stay_as_they_are(text: str, gone: str, left: str) -> None:
    """Blank lines that nobody touched too, and line ends that the deletion itself takes."""
    assert deleted(text, gone) == left


def test_a_replaced_line_stays() -> None:
    """Only deletions empty a line."""
    assert without_blank_lines("A\n\nB\n", [Edit(start=3, end=4, replacement="C")]) == [
        Edit(start=3, end=4, replacement="C")
    ]


@given(st.lists(st.sampled_from(["word", " ", "\n", "\r\n", "- ", "\ufeff"]), max_size=14), st.data())
def test_no_other_word_is_touched(pieces: list[str], data: st.DataObject) -> None:
    """Whatever is deleted, every other word stays, in order, and nothing overlaps."""
    text = "".join(pieces)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    edits = [Edit(start=a, end=b, replacement="") for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    plain, clean = applied(text, edits), applied(text, without_blank_lines(text, edits))
    # The mark of an emptied list item goes with it, also where a deleted line end had joined it to a word.
    marks = str.maketrans("", "", "-\ufeff")
    assert "".join(clean.split()).translate(marks) == "".join(plain.split()).translate(marks)
