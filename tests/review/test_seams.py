"""No gap is left where a word was deleted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.editing import Edit, applied
from audit.review.seams import without_gaps


def deleted(text: str, *gone: str) -> str:
    """A text without the first occurrence of each of some strings."""
    edits = [Edit(start=(at := text.index(one)), end=at + len(one), replacement="") for one in gone]
    return applied(text, without_gaps(text, edits))


@pytest.mark.parametrize(
    ("text", "gone", "left"),
    [
        ("Kim, He went", ["He"], "Kim, went"),
        ("He went", ["He"], "went"),
        ("A.\r\nHe went", ["He"], "A.\r\nwent"),
        ("went He, and", ["He"], "went, and"),
        ("went He\nand", ["He"], "went\nand"),
        ("went He", ["He"], "went"),
        ("a B C d", ["B", "C"], "a d"),
        ("B C", ["B", "C"], ""),
        ("(He) went", ["He"], "() went"),
        ("went  He and", [" He"], "went and"),
    ],
)
def test_one_space_goes_with_the_word(text: str, gone: list[str], left: str) -> None:
    """The one that would be too many."""
    assert deleted(text, *gone) == left


def test_a_replacement_keeps_the_spaces_around_it() -> None:
    """Only a deletion leaves a gap."""
    edit = Edit(start=2, end=3, replacement="x")
    assert without_gaps("a b c", [edit]) == [edit]


@given(st.lists(st.sampled_from(["a", "b", " ", ",", "\n"]), max_size=12).map("".join), st.data())
def test_only_spaces_go_and_nothing_overlaps(text: str, data: st.DataObject) -> None:
    """Every other character stays where it was told to stay."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    edits = [Edit(start=a, end=b, replacement="") for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    plain, closed = applied(text, edits), applied(text, without_gaps(text, edits))
    assert closed.replace(" ", "") == plain.replace(" ", "")
    assert len(plain) - len(edits) <= len(closed) <= len(plain)
