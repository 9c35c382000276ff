"""Nothing that an article says becomes a link, a placeholder or markup in a message."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from audit.renderers.sarif.wording import code, literal, sentence
from audit.visible import visible
from tests.renderers.reports import document, finding, flawed, report
from tests.renderers.sarif.logs import only, run_of

RENDERER = MarkdownIt("gfm-like", {"linkify": False})
ONE_LINE = st.text("aZ0 `*_{}[]()<>#+-.!|~&:@$=\\'\"/,;%^?é”", min_size=1, max_size=20)


def shown(markdown: str, element: str) -> str:
    """What a Markdown renderer shows of a paragraph that is one element."""
    found = re.fullmatch(rf"<p>(?:<{element}>)?(.*?)(?:</{element}>)?</p>\n", RENDERER.render(markdown), re.DOTALL)
    assert found is not None
    return unescape(found[1])


@given(ONE_LINE)
def test_a_literal_text_is_shown_as_it_is(text: str) -> None:
    """Whatever its characters mean in Markdown."""
    assert shown(f"x{literal(text)}x", "p") == f"x{text}x"
    if text.strip():
        assert shown(literal(text.strip()), "p") == text.strip()


@given(ONE_LINE)
def test_code_is_shown_as_it_is(text: str) -> None:
    """Backticks and spaces at its ends, too."""
    assert shown(code(text), "code") == text


def test_a_sentence_ends_once() -> None:
    """On one line, with what hides in it shown."""
    assert sentence("It rained") == "It rained."
    assert sentence("Did it rain?") == "Did it rain?"
    assert sentence("It says “rain.”") == "It says “rain.”"
    assert sentence("It\nrained\u202e.") == "It rained\\u202e."


def message(**given_: object) -> dict[str, str]:
    """The message of a result over a word."""
    article = document()
    held = only(run_of(report(article, finding(article, "Envoys", **given_))))["message"]
    assert isinstance(held, dict)
    return held


def test_a_message_is_that_of_the_other_formats_for_ci() -> None:
    """Span, suggestion, reason; a full stop."""
    texts = [result["message"]["text"] for result in run_of(flawed())["results"]]
    assert texts[1:3] == [
        "“ ,and” → “, and” – no space stands before this mark.",
        "“45.000” → “45,000” – no space stands before this mark.",
    ]
    assert texts[4] == "“=HYPERLINK(Read more)” → delete – no space stands before this mark."


def test_a_message_with_a_suggestion_or_a_reading_has_markdown() -> None:
    """Old and new wording as code, the back-translation beneath; a deletion is told in words."""
    assert message(suggestion="*They*", evidence={"back_translation": "los *enviados*"})["markdown"] == (
        "no space stands before this mark\\.\n\n`Envoys` → `*They*`\n\nReads as *los \\*enviados\\**."
    )
    assert message(suggestion="")["markdown"].endswith("`Envoys` → *delete*")
    assert message(evidence={"back_translation": "los enviados"})["markdown"].endswith("Reads as *los enviados*.")
    assert "markdown" not in message()


def test_an_article_can_put_no_link_and_no_placeholder_in_a_message() -> None:
    """Readers of SARIF replace {0} and follow [text](target) in plain text, too."""
    told = message(message="[click](https://evil.example) {0}", suggestion="{1}")
    assert told["text"] == r"“Envoys” → “{{1}}” – [click\](https://evil.example) {{0}}."
    assert told["markdown"] == (r"\[click\]\(https\://evil\.example\) \{{0\}}\." + "\n\n`Envoys` → `{{1}}`")


def test_what_hides_in_an_article_is_shown_in_a_message() -> None:
    """A message is one line that no terminal obeys."""
    told = message(message="a\x1b[31m\nb\u202e", suggestion="\u200b")
    assert told["text"] == r"“Envoys” → “\u200b” – a\x1b[31m\nb\u202e."
    assert visible(told["text"]) == told["text"]
