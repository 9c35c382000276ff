"""What an article says is shown, and means nothing to Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from audit.renderers.markdown.escaping import BREAK, LONGEST_TEXT, code, plain
from audit.renderers.quoting import LONGEST_QUOTE, shortened
from tests.renderers.any_reports import TEXT
from tests.renderers.markdown.reading import kinds, tokens

PLAIN = {"paragraph_open", "inline", "text", "text_special", "paragraph_close"}


def shown(text: str) -> str:
    """What a reader sees of a text in a paragraph."""
    found = [token for token in tokens(text) if token.type in {"text", "text_special", "code_inline"}]
    return "".join(token.content for token in found).replace(BREAK, "")


@settings(deadline=None)
@given(TEXT)
def test_plain_text_is_shown_and_is_no_markup(text: str) -> None:
    """In the middle of a line, where all of it stands."""
    written = f"x {plain(text)} x"
    assert kinds(written) <= PLAIN
    assert shown(written) == f"x {shortened(text, LONGEST_TEXT)} x"


@settings(deadline=None)
@given(TEXT)
def test_plain_text_stays_in_its_cell(text: str) -> None:
    """A table keeps its columns, what is too much for a row being cut off else."""
    table = f"| a | b |\n| --- | --- |\n| {plain(text)} | last |\n"
    cells = [token.content for token in tokens(table) if token.type == "inline"]
    assert cells == ["a", "b", plain(text).strip(), "last"]


@settings(deadline=None)
@given(TEXT)
def test_code_is_shown_as_it_is(text: str) -> None:
    """Spaces and backticks included."""
    written = f"x {code(text)} x"
    assert kinds(written) <= PLAIN | {"code_inline"}
    inside = [token.content.replace(BREAK, "") for token in tokens(written) if token.type == "code_inline"]
    assert inside == ([shortened(text, LONGEST_QUOTE)] if text else [])


@pytest.mark.parametrize(
    "text",
    [
        "@editor",
        "write to a@example.org",
        "@org/team",
        "#12",
        "owner/repo#12",
        "GH-12",
        "!12",
        "~bug",
        "%v1",
        "$12",
        "&4",
        ":tada:",
        "a.txt:100:5",
        "https://example.org",
        "www.example.org",
        "WWW.example.org",
    ],
)
def test_nobody_is_called_and_nothing_is_linked(text: str) -> None:
    """What is left when Markdown is done still has a space in the way, or was never taken for an address."""
    read = "".join(token.content for token in tokens(plain(text)) if token.type in {"text", "text_special"})
    assert not re.search(r"[@#!~%$&]\w|gh-\d|:tada:|:100:|://", read, re.IGNORECASE)
    assert not re.search(r"www\.", plain(text), re.IGNORECASE)


def test_a_mention_is_broken_in_code_too() -> None:
    """An e-mail that answers the comment quotes it bare."""
    assert code("@editor") == f"`@{BREAK}editor`"


def test_ordinary_text_is_left_alone() -> None:
    """A reader of the source is not bothered."""
    text = "«par» is a counterpart – reads as “su par de Rusia” (89% sure): 10:30, 45.000! news/a.txt:3:153"
    assert plain(text) == text
