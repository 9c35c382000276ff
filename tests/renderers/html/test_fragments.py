"""Cutting a paragraph at its findings loses nothing and marks nothing twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from audit.document import Role
from audit.renderers.html.fragments import Numbered, fragments
from audit.renderers.html.glyphs import shortened, shown, styled
from audit.visible import visible
from tests.renderers.reports import document, finding

ANY = st.text(st.characters(exclude_categories=()) | st.sampled_from("<>&\"' \r\nab日\u202e"), min_size=1, max_size=40)


@given(ANY, st.data())
def test_every_code_point_stands_under_its_findings(text: str, data: st.DataObject) -> None:
    """In one piece, with exactly the findings whose span holds it; a finding ends once."""
    article = document(((Role.BODY, text),))
    offset = st.integers(0, len(text) + 3)
    spans = data.draw(st.lists(st.tuples(offset, offset).filter(lambda span: span[0] < span[1]), max_size=6))
    held = [
        Numbered(index=i, number=i + 1, finding=finding(article, "", start=start, end=end))
        for i, (start, end) in enumerate(spans)
    ]
    pieces = list(fragments(article.paragraphs[0], held))
    inside = [i for i, (start, _) in enumerate(spans) if start < len(text)]
    assert "".join(piece.text for piece in pieces) == "".join(str(shown(part)) for part in _cut(text, spans))
    assert sorted(one.index for piece in pieces for one in piece.ending) == inside
    assert [set(piece.findings) for piece in pieces] == [
        {i for i in inside if spans[i][0] <= start < spans[i][1]} for start in _starts(text, spans)
    ]


def _starts(text: str, spans: list[tuple[int, int]]) -> list[int]:
    return sorted({0, *(at for span in spans for at in span if at < len(text))})


def _cut(text: str, spans: list[tuple[int, int]]) -> list[str]:
    starts = _starts(text, spans)
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


@given(ANY)
def test_what_is_shown_is_text(text: str) -> None:
    """A browser reads it back as the text on one line, with what is hidden written out."""
    line = text.replace("\r\n", " ").replace("\r", " ").replace("\n", " ").replace("\t", " ")
    assert html.fragment_fromstring(f"<p>{shown(text)}</p>").text_content() == visible(line)


def test_a_docstring_has_its_emphasis() -> None:
    """Markup of the docstring is markup, that of an example in it is text."""
    assert styled("*Su par* is\n`<b>`, 2 * 3.") == "<em>Su par</em> is <code>&lt;b&gt;</code>, 2 * 3."


def test_a_long_text_shows_its_two_ends() -> None:
    """A short one is left as it is."""
    assert shortened("abcdefghij", 5) == "ab…ij"
    assert shortened("abcde", 5) == "abcde"
