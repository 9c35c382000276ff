"""Where the rows of a worksheet stand in the article of today."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from audit.review.locating import located
from tests.review.sheets import article, row

TEXT = (
    "Envoys agree to open the border\n\n"
    "The ambassador met for several hours with his pair of Russia ,and told the press that the border would open.\n\n"
    "The people who wait there , said the mayor , will be the first to cross the border.\n"
)


def test_an_unchanged_article_has_every_row_where_it_was() -> None:
    """By the fingerprint at the stated place."""
    rows = [row(TEXT, " ,", nth=n, number=n + 2) for n in range(3)]
    assert located(rows, article(TEXT)) == {held.number: (held.start, held.end) for held in rows}


def test_text_before_it_shifts_a_row() -> None:
    """The fingerprint knows no position."""
    held = row(TEXT, "his pair of Russia")
    assert located([held], article("New first line\n\n" + TEXT)) == {2: (held.start + 16, held.end + 16)}


def test_identical_findings_keep_their_order() -> None:
    """Each has one place, also when all have moved together."""
    text = "The mayor said that the people of the port , who came early , would wait.\n\n" * 3
    rows = [row(text, " ,", nth=2 * n, number=n + 2) for n in range(3)]
    assert len({held.fingerprint for held in rows[:2]}) == 1
    places = located(rows, article("A line.\n\n" + text))
    assert places == {held.number: (held.start + 9, held.end + 9) for held in rows}


def test_one_of_identical_findings_is_the_nearest() -> None:
    """Where the worksheet holds fewer rows than the article has places."""
    text = "The mayor said that the people of the port , who came early , would wait.\n\n" * 3
    held = row(text, " ,", nth=2)
    assert located([held], article("A.\n\n" + text)) == {2: (held.start + 4, held.end + 4)}


def test_a_row_that_stands_twice_in_the_worksheet_is_told() -> None:
    """It would be applied to another place."""
    held = row(TEXT, "his pair of Russia")
    assert located([held, replace(held, number=9)], article(TEXT)) == {
        2: (held.start, held.end),
        9: "is a copy of row 2",
    }


def test_a_spreadsheet_may_change_line_ends_inside_a_cell() -> None:
    """Any white space matches any."""
    text = "He met his pair\r\nof Russia in the capital."
    held = replace(row(text, "his pair\r\nof Russia"), text="his pair\nof Russia", start=-1, end=-1)
    assert located([held], article(text)) == {2: (7, 26)}


def test_a_ruined_fingerprint_is_made_up_for_by_the_paragraph() -> None:
    """A spreadsheet may have made a figure of it."""
    held = row(TEXT, "his pair of Russia", fingerprint="1.2E+15")
    assert located([held], article(TEXT)) == {2: (held.start, held.end)}


def test_an_edit_beside_the_text_is_survived() -> None:
    """The fingerprint's context changed; the paragraph is still the one."""
    held = row(TEXT, "his pair of Russia")
    edited = TEXT.replace("for several hours", "for a few hours")
    assert located([held], article(edited)) == {2: (held.start - 2, held.end - 2)}


def test_an_edit_of_the_text_itself_is_told() -> None:
    """Nobody knows whether the decision still holds."""
    edited = TEXT.replace("his pair of Russia", "his colleague of Russia")
    places = located([row(TEXT, "his pair of Russia")], article(edited))
    assert places == {2: "its place in the article is gone or was changed – look there by hand"}


def test_a_paragraph_that_is_gone_is_told() -> None:
    """The like of it elsewhere is not enough."""
    first, _, last = TEXT.split("\n\n")
    rest = f"{first}\n\n{last}"
    assert "is gone or was changed" in str(located([row(TEXT, "his pair of Russia")], article(rest))[2])


def test_a_text_that_stands_twice_in_its_paragraph_is_not_guessed() -> None:
    """Once the fingerprint no longer tells them apart."""
    held = row(TEXT, " ,", nth=1)
    edited = TEXT.replace("wait there", "waited here").replace("first to", "last to")
    assert located([held], article(edited)) == {
        2: "it is not in the article as it was, and stands 2 times in the row's paragraph_text"
    }


def test_a_row_without_its_paragraph_is_told() -> None:
    """Somebody took the column away."""
    held = row(TEXT, "his pair of Russia", fingerprint="0" * 16, paragraph_text="")
    assert "no paragraph_text" in str(located([held], article(TEXT))[2])


@given(st.text(), st.text(max_size=5), st.integers(-9, 99), st.text(max_size=20))
def test_no_row_and_no_article_is_a_traceback(text: str, wanted: str, start: int, paragraph: str) -> None:
    """Whatever they hold: a place inside the text, or a reason."""
    base = row("a , b", " ,")
    held = replace(base, text=wanted, start=start, end=start + 2, paragraph_text=paragraph)
    place = located([held], article(text))[2]
    assert isinstance(place, str) or 0 <= place[0] < place[1] <= len(text)


@given(
    st.lists(st.sampled_from(["the mayor , said", "a port , a", "He came , and", "\n\n", " "]), max_size=12), st.data()
)
def test_every_finding_of_an_unchanged_article_is_found_where_it_is(pieces: list[str], data: st.DataObject) -> None:
    """Also among many that are alike."""
    text = "".join(pieces) + " ,"
    nth = data.draw(st.integers(0, text.count(" ,") - 1))
    held = row(text, " ,", nth=nth)
    assert located([held], article(text)) == {2: (held.start, held.end)}
