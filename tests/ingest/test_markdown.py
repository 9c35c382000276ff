"""Markdown is kept as written; its marks become hints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.document import Role
from tests.ingest.inputs import document


def hinted(text: str) -> list[tuple[str, Role]]:
    """The hinted lines of a Markdown text with their roles."""
    held = document(text, "markdown")
    assert held.text == text
    return [(text[start:end].strip(), role) for start, end, role in held.hints]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("# Title", Role.HEADLINE),
        ("\ufeff# Title", Role.HEADLINE),
        ("   ###### Deep", Role.HEADING),
        ("##", Role.HEADING),
        ("> said", Role.QUOTE),
        ("- one", Role.LIST_ITEM),
        ("\t* nested", Role.LIST_ITEM),
        ("12) twelfth", Role.LIST_ITEM),
    ],
)
def test_a_mark_says_what_its_line_is(line: str, role: Role) -> None:
    """One line, one hint over all of it."""
    assert hinted(f"{line}\r\n\r\nProse.") == [(line.strip(), role)]


@pytest.mark.parametrize("line", ["Prose.", "#hashtag", "    # code", "-5 degrees", "1.5 million", "####### seven"])
def test_prose_has_no_hint(line: str) -> None:
    """What only looks like a mark is none."""
    assert hinted(line) == []


def test_underlined_headings_are_seen() -> None:
    """A setext heading covers its text and its underline; a rule after a blank line is none."""
    text = "Title\n===\n\nSub\ngoes on\n---\n\n---\nProse"
    assert hinted(text) == [("Title\n===", Role.HEADLINE), ("Sub\ngoes on\n---", Role.HEADING)]


def test_fenced_code_is_left_alone() -> None:
    """Marks inside a fence are code; a shorter fence does not close a longer one; inline code opens none."""
    text = "````py\n# no\n```\n> no\n````\n# yes\n```x``` y\n# too\n~~~\n# open to the end"
    assert hinted(text) == [("# yes", Role.HEADLINE), ("# too", Role.HEADLINE)]


def test_front_matter_is_residue() -> None:
    """YAML between dashes at the very top is no part of the article."""
    assert hinted("---\ntitle: x\n---\nBody") == [("---\ntitle: x\n---", Role.RESIDUE)]
    assert hinted("---\nnever closed") == []


@given(st.text(alphabet="# >-=`~1.a\r\n\ufeff"))
def test_hints_are_in_order_and_in_bounds(text: str) -> None:
    """Whatever the marks, hints never overlap or leave the text."""
    reached = 0
    for start, end, _ in document(text, "markdown").hints:
        assert reached <= start < end <= len(text)
        reached = end
