"""What the decisions of a worksheet make of an article's file."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.finding import Known
from audit.ingest.rewriting import ArticleFile, open_articles
from audit.review.applying import Reviewed, review
from audit.review.row import Row
from tests.review.sheets import row

TEXT = "The leader, He went with his pair of Russia ,and the crowd left .\r\n\r\nLeave a Reply\r\n\r\nThe end.\r\n"
PAGE = (
    "<html><body><article><h1>Envoys meet again</h1><p>The leader went with <b>his pair</b> of Russia &amp; left at "
    "noon, as the ministry told the press in a long statement that nobody had asked for on that day.</p></article>"
    "</body></html>"
)


def opened(path: Path, text: str | bytes) -> ArticleFile:
    """A file of an article on disk."""
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return open_articles(str(path), stdin=io.BytesIO())


def reviewed(tmp_path: Path, *rows: Row, text: str | bytes = TEXT, name: str = "a.txt") -> Reviewed:
    """The review of an article with some rows."""
    return review(opened(tmp_path / name, text), rows)


def reasons(done: Reviewed) -> list[str]:
    """Why rows were refused."""
    return [str(refusal) for refusal in done.refused]


def test_accepted_rows_put_their_suggestion_in_place(tmp_path: Path) -> None:
    """And nothing else changes, line ends included."""
    done = reviewed(tmp_path, row(TEXT, "his pair of Russia", suggestion="his counterpart from Russia"))
    assert done.file.data == TEXT.replace("his pair of", "his counterpart from").encode()
    assert (len(done.applied), done.refused) == (1, ())


def test_deleting_a_word_and_a_paragraph_leaves_no_gap(tmp_path: Path) -> None:
    """No double space, no blank line."""
    rows = (
        row(TEXT, "He", suggestion="(delete)"),
        row(TEXT, "Leave a Reply", number=3, decision="edit", edit=" (Delete) "),
    )
    assert reviewed(tmp_path, *rows).file.data == (
        b"The leader, went with his pair of Russia ,and the crowd left .\r\n\r\nThe end.\r\n"
    )


def test_an_edit_stands_in_place_of_the_suggestion(tmp_path: Path) -> None:
    """With the line ends of the article."""
    done = reviewed(tmp_path, row(TEXT, "The end", decision="edit", edit="The\nlast"))
    assert done.file.text.endswith("The\r\nlast.\r\n")


def test_undecided_and_rejected_rows_change_nothing(tmp_path: Path) -> None:
    """The rejected ones are remembered, with the comment."""
    held = row(TEXT, "The end", decision="reject", comment="as it should be")
    done = reviewed(tmp_path, held, row(TEXT, " ,", number=3, decision=""))
    known = Known(
        fingerprint=held.fingerprint, rule="LIN115", text="The end", article="a.txt", reason="as it should be"
    )
    assert (done.file.data, done.rejected) == (TEXT.encode(), (known,))
    assert (done.applied, done.refused) == ((), ())


@pytest.mark.parametrize(
    ("given_", "reason"),
    [
        ({"suggestion": ""}, "row 2: LIN115 “The end”: there is no suggestion to accept"),
        ({"decision": "edit"}, "the cell edit is empty"),
        ({"decision": "", "edit": "x"}, "the cell edit is filled, but not the decision"),
        ({"edit": "x"}, "the cell edit says otherwise"),
        ({"decision": "reject", "fingerprint": "1E+15"}, "its fingerprint was changed"),
        ({"fingerprint": "0" * 16, "paragraph_text": "Something else."}, "is not in the article as it was"),
        ({"text": "Ended"}, "the spreadsheet changed its cells: the article says “The end”"),
    ],
)
def test_a_row_that_cannot_be_applied_is_told_and_the_others_are_applied(
    tmp_path: Path, given_: dict[str, Any], reason: str
) -> None:
    """One line each, with row, rule, text and why."""
    good = row(TEXT, " ,", number=3, suggestion=",")
    done = reviewed(tmp_path, row(TEXT, "The end", **given_), good)
    assert done.applied == (good,)
    assert len(done.refused) == 1
    assert reason in reasons(done)[0]


def test_of_two_overlapping_rows_the_first_is_applied(tmp_path: Path) -> None:
    """The second is told which row it overlaps."""
    rows = (row(TEXT, "his pair of Russia", suggestion="X"), row(TEXT, "Russia ,and", number=3, suggestion="Y"))
    done = reviewed(tmp_path, *rows)
    assert "went with X ,and" in done.file.text
    assert reasons(done) == ["row 3: LIN115 “Russia ,and”: overlaps “his pair of Russia” of row 2, which was applied"]


def test_two_rows_that_ask_for_the_same_are_both_applied(tmp_path: Path) -> None:
    """Two rules may have found one fault."""
    rows = (row(TEXT, " ,", suggestion=","), row(TEXT, " ,", number=3, rule="LIN114", suggestion=","))
    done = reviewed(tmp_path, *rows)
    assert (len(done.applied), done.refused, done.file.text.count(" ,")) == (2, (), 0)


def test_a_page_keeps_its_tags_and_escapes(tmp_path: Path) -> None:
    """An ampersand is written as the page writes it."""
    file = opened(tmp_path / "a.html", PAGE)
    text = file.documents[0].text
    rows = (
        row(text, "his pair of Russia", suggestion="his counterpart from Russia"),
        row(text, "the press", number=3, decision="edit", edit="press & <radio>"),
    )
    expected = PAGE.replace("his pair</b> of", "his counterpart</b> from").replace(
        "the press", "press &amp; &lt;radio&gt;"
    )
    assert review(file, rows).file.text == expected


def test_what_the_encoding_lacks_is_refused_and_the_rest_applied(tmp_path: Path) -> None:
    """Not the whole article."""
    text = "El caf\xe9 was open and the people went in , they said.\r\n"
    rows = (row(text, "people", suggestion="Ωpeople"), row(text, " ,", number=3, suggestion=","))
    done = reviewed(tmp_path, *rows, text=text.encode("windows-1252"))
    assert done.file.data == text.replace(" ,", ",").encode("windows-1252")
    assert "its encoding windows-1252 has no “Ω” (U+03A9)" in reasons(done)[0]


FEED = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>F</title>'
    "<item><guid>one</guid><title>First</title><description>He met his pair of Russia.</description></item>"
    "<item><guid>two</guid><title>Second</title><description>He met his pair of Russia.</description></item>"
    "</channel></rss>"
)


def test_the_article_column_says_which_entry_of_a_feed(tmp_path: Path) -> None:
    """Two entries may have the same text; a row of an entry that is gone is told."""
    file = opened(tmp_path / "feed.xml", FEED)
    held = row(file.documents[1].text, "his pair of Russia", suggestion="his counterpart", article="two")
    gone = replace(held, number=3, article="three")
    done = review(file, [held, gone])
    first, second = FEED.split("<guid>two")
    assert done.file.text == first + "<guid>two" + second.replace("his pair of Russia", "his counterpart")
    assert reasons(done) == ["row 3: LIN115 “his pair of Russia”: the file has no such article now"]


def test_a_line_of_json_is_written_as_json(tmp_path: Path) -> None:
    """And the other lines stay as they are."""
    lines = '{"id": "1", "text": "He met his pair of Russia."}\n{"id":"2",  "text": "He met his pair of Russia."}\n'
    file = opened(tmp_path / "a.jsonl", lines)
    held = row(file.documents[0].text, "his pair of Russia", suggestion='a "peer"', article="1")
    assert review(file, [held]).file.text == lines.replace("his pair of Russia", 'a \\"peer\\"', 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["his pair", "pair of", " ,", "He", "Leave a Reply", "The end", "left ."]),
            st.sampled_from(["accept", "edit", "reject", ""]),
            st.sampled_from(["(delete)", "x", "é y", ""]),
        ),
        max_size=6,
    )
)
def test_every_row_is_applied_refused_rejected_or_left_alone(tmp_path: Path, drawn: list[tuple[str, str, str]]) -> None:
    """None is lost, and what no row names stays."""
    rows = [
        row(TEXT, wanted, number=i, decision=decision, suggestion=wording, edit=wording if decision == "edit" else "")
        for i, (wanted, decision, wording) in enumerate(drawn, start=2)
    ]
    done = reviewed(tmp_path, *rows)
    told = {held.number for held in done.applied} | {one.row.number for one in done.refused}
    assert {held.number for held in rows if held.decision in ("accept", "edit")} <= told
    assert {held.fingerprint for held in rows if held.decision == "reject"} == {
        entry.fingerprint for entry in done.rejected
    }
    for kept in ("with", "of Russia", "and the crowd"):
        assert kept in done.file.text or any(kept.split()[0] in held.text for held in done.applied)
