"""Wrapping keeps every code point in its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from audit.finding import Severity
from audit.renderers.wrapping import glyphs, levels, lines, painted, wrap
from tests.renderers.reports import document, finding

WIDTH = 20
ANY = st.text(st.characters(exclude_categories=()) | st.sampled_from(" \r\nab日\u202e"))


@given(ANY)
def test_lines_cover_the_text_in_order(text: str) -> None:
    """Every code point is on exactly one line."""
    ranges = list(wrap(glyphs(text), WIDTH))
    assert [i for start, end in ranges for i in range(start, end)] == list(range(len(text)))


@given(ANY)
def test_lines_are_no_wider_than_asked(text: str) -> None:
    """Without the space at its end no line passes the width."""
    assert all(cell_len(line) <= WIDTH for line in lines(text, WIDTH))


def test_lines_break_at_spaces() -> None:
    """Words stay whole while they fit, and are cut where one alone does not."""
    assert lines("one two three fourfive", 9) == ["one two", "three", "fourfive"]
    assert lines("incomprehensibilities", 9) == ["incompreh", "ensibilit", "ies"]


def test_nothing_is_one_empty_line() -> None:
    """A message without words still takes its line."""
    assert lines("", WIDTH) == [""]


def test_line_breaks_inside_a_paragraph_are_spaces() -> None:
    """A hard-wrapped paragraph is wrapped anew."""
    assert lines("one\r\ntwo\tthree\nfour", 80) == ["one two three four"]


def test_the_worst_severity_shows_where_spans_overlap() -> None:
    """A critical span is not hidden by a minor one over it."""
    article = document()
    spans = [
        finding(article, "Envoys agree", severity=Severity.CRITICAL),
        finding(article, "agree to", severity=Severity.MINOR),
    ]
    held = levels(len("Envoys agree to"), 0, spans)
    assert held == [Severity.CRITICAL] * 12 + [Severity.MINOR] * 3


def test_plain_lines_have_a_row_of_marks() -> None:
    """Wide characters take as many marks as columns."""
    rows = painted(glyphs("日本 ok"), [Severity.MAJOR] * 2 + [None] * 3, colour=False)
    assert [row.plain for row in rows] == ["日本 ok", "^^^^"]


def test_a_space_that_begins_a_span_is_shown_at_the_end_of_a_line() -> None:
    """The fault may be the space; one inside a longer span may go."""
    marks: list[Severity | None] = [None, Severity.MINOR]
    assert [row.plain for row in painted("a ", marks, colour=False)] == ["a ", " ~"]
    assert [row.plain for row in painted("a ", [Severity.MINOR] * 2, colour=False)] == ["a", "~"]
