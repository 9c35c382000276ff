"""Texts that remember where they came from."""

from __future__ import annotations

from audit.ingest.tracing import Tracer, joined, traced_copy, untraced


def test_pieces_are_traced_each_in_its_way() -> None:
    """Copied text maps one to one, an entity as a whole, made-up text nowhere."""
    tracer = Tracer()
    tracer.copied("ab", 5)
    tracer.stands_for("xy", 10, 16)
    tracer.made_up("-")
    held = tracer.traced().raw_map("raw")
    assert list(held.ranges) == [(5, 6), (6, 7), (10, 16), (10, 16), None]
    assert list(held.ranges[1:3]) == [(6, 7), (10, 16)]
    assert held.ranges[-1] is None
    assert held.locate(0, 5) == (5, 16)


def test_stripping_takes_the_ranges_along() -> None:
    """What is cut from the text is cut from its map; a text of nothing else is empty."""
    held = untraced(" \n").within(traced_copy("", 0))
    assert held.text == " \n"
    tracer = Tracer()
    tracer.copied("  ab ", 0)
    assert list(tracer.traced(strip=" ").runs) == [(2, 3), (3, 4)]
    blank = Tracer()
    blank.copied("   ", 0)
    assert blank.traced(strip=" ").text == ""


def test_a_text_traced_twice_reaches_the_outer_file() -> None:
    """Ranges into a decoded fragment become ranges into the file the fragment is from."""
    tracer = Tracer()
    tracer.copied("a", 0)
    tracer.stands_for("&", 1, 6)
    tracer.copied("#39;b", 6)
    inner = Tracer()
    inner.copied("a", 0)
    inner.stands_for("'", 1, 6)
    inner.made_up("\n")
    held = inner.traced().within(tracer.traced())
    assert list(held.raw_map("").ranges) == [(0, 1), (1, 10), None]


def test_paragraphs_are_joined_by_a_blank_line() -> None:
    """The break is made up, and every part's place is told."""
    held, spans = joined([traced_copy("ab", 3), traced_copy("c", 9)])
    assert held.text == "ab\n\nc"
    assert spans == ((0, 2), (4, 5))
    assert list(held.raw_map("").ranges) == [(3, 4), (4, 5), None, None, (9, 10)]
    assert joined([])[0].text == ""
