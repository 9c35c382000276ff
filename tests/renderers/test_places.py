"""Lines and columns of findings."""

from __future__ import annotations

import pytest

from audit.document import RawMap
from audit.renderers.places import place, span
from tests.renderers.reports import document, finding


@pytest.mark.parametrize(
    ("text", "wanted", "place_of"),
    [
        ("one two", "two", (1, 5, 1, 8)),
        ("one\ntwo", "two", (2, 1, 2, 4)),
        ("one\r\ntwo\r\nthree", "three", (3, 1, 3, 6)),
        ("one\rtwo", "two", (2, 1, 2, 4)),
        ("𝒜b\nc", "b\nc", (1, 2, 2, 2)),
        ("\ufeffone two", "one", (1, 1, 1, 4)),
        ("\ufeffone two", "two", (1, 5, 1, 8)),
        ("one\n", "one\n", (1, 1, 2, 1)),
    ],
)
def test_lines_and_columns_are_counted_from_one_in_code_points(
    text: str, wanted: str, place_of: tuple[int, int, int, int]
) -> None:
    """Whatever ends a line; a byte order mark takes no column."""
    start = text.index(wanted)
    found = span(text, start, start + len(wanted))
    assert (found.line, found.column, found.end_line, found.end_column) == place_of
    assert text[found.offset : found.offset + found.length] == wanted


def test_a_finding_stands_where_it_is_in_the_article() -> None:
    """The text is the file where there is no raw one."""
    article = document()
    found = place(finding(article, "his pair of Russia"), article)
    assert (found.line, found.column) == (3, 43)


def test_a_finding_of_a_page_stands_where_it_is_in_the_page() -> None:
    """And at its start where it is nowhere."""
    raw = "<p>\n" + document().text
    article = document(raw=RawMap(raw=raw, ranges=[(i + 4, i + 5) for i in range(len(document().text))]))
    issue = finding(article, "Envoys")
    told = finding(article, "Envoys", raw_start=4, raw_end=10)
    assert (place(told, article).line, place(told, article).column) == (2, 1)
    assert (place(issue, article).line, place(issue, article).column, place(issue, article).length) == (1, 1, 0)
