"""A finding on one line."""

from __future__ import annotations

from audit.document import Role
from audit.renderers.quoting import sentence, shortened
from tests.renderers.reports import document, finding

ARTICLE = document()


def test_a_finding_is_told_with_its_remedy_and_its_reason() -> None:
    """The reason does not say the span again."""
    issue = finding(ARTICLE, "45.000", suggestion="45,000", message="“45.000”: a comma parts thousands")
    assert sentence(issue) == "LIN115 punctuation-spacing: “45.000” → “45,000” – a comma parts thousands"


def test_deleting_and_offering_nothing_differ() -> None:
    """An empty suggestion deletes."""
    told = [sentence(finding(ARTICLE, "Envoys", suggestion=one, message="why")) for one in ("", None)]
    assert told == [f"LIN115 punctuation-spacing: “Envoys”{end} – why" for end in (" → delete", "")]


def test_a_sentence_is_one_line_of_visible_characters() -> None:
    """Whatever the article and the rule hold."""
    article = document(((Role.BODY, "a\nb\u202ec"),))
    issue = finding(article, "a\nb\u202ec", rule="X\n1", name="n\x1b", message="m\rm", suggestion="s\x00")
    assert sentence(issue) == "X\\n1 n\\x1b: “a\\nb\\u202ec” → “s\\x00” – m\\rm"


def test_a_long_text_shows_its_two_ends() -> None:
    """As much at either side."""
    assert shortened("a" * 20 + "b" * 20, 10) == "aaaaa…bbbbb"
    assert shortened("a" * 10, 10) == "a" * 10
