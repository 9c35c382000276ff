"""Pages: the article's text as it shows, traced to the page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.document import Document, Role
from audit.ingest.html import read_html
from tests.ingest.inputs import assert_traced, document, raw_of

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Big title | Site</title>
<script>var a = "<p>no</p>";</script></head>
<body><nav><ul><li><a href="/">Home</a><li><a href="/b">Sports</a></ul></nav>
<article><header><h1>Big <em>title</em> here</h1><p class="byline">By Ana P&eacute;rez</p></header>
<p>First paragraph: <a href="x">the</a>Massa said &quot;hello&quot; and <b>then</b>left&nbsp;the room , in the city
of Buenos  Aires, and nobody&#39;s friend knew why it had come to that.</p>
<figure><img src="x.jpg"><figcaption>The minister. Credit: EFE</figcaption></figure>
<p>Read also: <a href="y">Another piece of news about this</a></p>
<p style="display:none">A hidden paragraph that nobody who reads the page will ever see on it, whatever happens.</p>
<p>Second paragraph<br>with a break<br><br>and blank. The president said that the economy is growing and that
inflation will go down in the following months.</p>
<ul><li>one item of the list</li><li>two items of the <i>list</i></li></ul>
<blockquote><p>A quoted text in the article.</p></blockquote>
<h2>Sub heading</h2>
<table><tr><td>cell one</td><td>cell two</td></tr></table>
<p>Third paragraph, which is again a fairly long text about nothing in particular, but with enough words.</p>
<p>EFE</p></article>
<aside><p>Most read</p></aside><footer>Copyright 2020</footer></body></html>"""

TEXT = """Big title here

By Ana Pérez

First paragraph: theMassa said "hello" and thenleft\xa0the room , in the city of Buenos Aires, and nobody's friend \
knew why it had come to that.

The minister. Credit: EFE

Read also: Another piece of news about this

Second paragraph
with a break

and blank. The president said that the economy is growing and that inflation will go down in the following months.

one item of the list

two items of the list

A quoted text in the article.

Sub heading

cell one

cell two

Third paragraph, which is again a fairly long text about nothing in particular, but with enough words.

EFE"""


def page(raw: str) -> Document:
    """The article of a page given as text."""
    (held,) = read_html(raw, Document(id="x", text=""))
    return held


def test_the_article_reads_as_it_shows() -> None:
    """Captions, credits and "Read also" stay; navigation, footer, scripts and hidden text go; spacing is the page's."""
    held = document(PAGE)
    assert held.text == TEXT
    assert_traced(held)


def test_every_part_is_found_in_the_page() -> None:
    """A span of the text has its range in the raw page, entities and inline tags included."""
    held = document(PAGE)
    assert raw_of(held, '"hello"') == "&quot;hello&quot;"
    assert raw_of(held, "theMassa") == "the</a>Massa"
    assert raw_of(held, "Pérez") == "P&eacute;rez"
    assert raw_of(held, "city of") == "city\nof"
    assert raw_of(held, "\n\n") is None


def test_elements_give_hints() -> None:
    """Headline, caption, list items, quote and heading are marked where they stand."""
    held = document(PAGE)
    assert [(held.text[start:end], role) for start, end, role in held.hints] == [
        ("Big title here", Role.HEADLINE),
        ("The minister. Credit: EFE", Role.CAPTION),
        ("one item of the list", Role.LIST_ITEM),
        ("two items of the list", Role.LIST_ITEM),
        ("A quoted text in the article.", Role.QUOTE),
        ("Sub heading", Role.HEADING),
    ]
    assert held.meta == {"lang": "en", "title": "Big title | Site"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_marks_do_not_matter(encoding: str) -> None:
    """A page with CRLF and a byte order mark reads the same, with ranges into its own characters."""
    held = document(PAGE.replace("\n", "\r\n").encode(encoding))
    assert held.text == TEXT
    assert raw_of(held, "city of") == "city\r\nof"
    assert_traced(held)


def test_a_declared_encoding_is_read() -> None:
    """Ranges count characters, not bytes."""
    raw = '<html><head><meta charset="iso-8859-15"></head><body><p>5 € for a café</p></body></html>'
    held = document(raw.encode("iso-8859-15"))
    assert held.text == "5 € for a café"
    assert_traced(held)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("", ""),
        ("<html></html>", ""),
        ("no markup at all", "no markup at all"),
        ("<p>One short fragment", "One short fragment"),
        ("<html><body><p>a</p><script>x</script><p>b<p hidden>c", "a\n\nb"),
    ],
)
def test_a_page_without_an_article_is_read_whole(raw: str, text: str) -> None:
    """All that shows is the text."""
    assert page(raw).text == text


def test_an_article_drawn_by_script_has_no_place() -> None:
    """Text that only JSON-LD holds is read, and mapped nowhere."""
    body = "The economy is growing, the bank said. " * 6
    data = f'<script type="application/ld+json">{{"articleBody": "{body}"}}</script>'
    raw = f"<html><head>{data}</head><body></body></html>"
    held = page(raw)
    assert held.text == body.strip()
    assert held.raw is not None
    assert set(held.raw.ranges) == {None}


def test_an_article_revealed_by_script_is_read() -> None:
    """Hidden text counts where nothing that shows does."""
    paragraph = "The economy is growing, the bank said on Monday, and inflation will go down in the months to come. "
    raw = f"<html><body><div style='display:none'><p>{paragraph * 2}</p><p>{paragraph}</p></div></body></html>"
    held = page(raw)
    assert held.text == f"{(paragraph * 2).strip()}\n\n{paragraph.strip()}"
    assert_traced(held)


def test_a_page_that_chokes_the_extractor_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever trafilatura raises, the text that shows is the article."""

    def choke(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", choke)
    assert page("<html><body><p>a</p><p>b</p></body></html>").text == "a\n\nb"


def test_the_headline_above_the_article_is_found() -> None:
    """The nearest first-level heading before the text belongs to it, not the site's name."""
    paragraph = "<p>The economy is growing, the bank said on Monday, and inflation will go down in the months.</p>"
    raw = f"<html><body><h1>Site</h1><div><h1>Head</h1></div><div id=article>{paragraph * 4}</div></body></html>"
    assert page(raw).text.startswith("Head\n\n")


def test_a_page_of_very_many_paragraphs_is_read_whole() -> None:
    """Beyond the limit no article is looked for."""
    raw = "<html><body><nav>n</nav>" + "<p>x</p>" * 20_001 + "</body></html>"
    assert page(raw).text.startswith("n\n\nx\n\nx")


_WORDS = st.sampled_from(
    [
        "word",
        "two words",
        "é",
        "e\u0301",
        "😀",
        "&amp;",
        "&nbsp;",
        "&#39;",
        "&copy",
        "&",
        "<",
        ">",
        " ",
        "\n",
        "\r\n",
        "\t",
    ]
)
_TAGS = st.sampled_from(
    (
        "p", "div", "a", "b", "br", "ul", "li", "table", "tr", "td", "h1", "h2", "blockquote", "figure", "figcaption",
        "pre", "q", "span", "article", "nav", "svg", "script", "title", "!--", "template", "body", "html", "head",
    )
)  # fmt: skip
_LONG = "The president said that the economy is growing and that inflation will go down in the following months."
_PIECES = st.one_of(
    _WORDS,
    _TAGS.map("<{}>".format),
    _TAGS.map("</{}>".format),
    st.sampled_from(['<p class="', "<span hidden>", "<div style='display:none'>", "-->", "<![CDATA[", "<p", _LONG]),
)


@given(st.lists(_PIECES, max_size=40).map("".join))
@settings(max_examples=200, deadline=None)
def test_broken_pages_are_traced_right(raw: str) -> None:
    """No page crashes, and no character is mapped to a wrong range."""
    assert_traced(page(raw))
    assert_traced(page(f"<html><body><article><p>{_LONG}</p>{raw}<p>{_LONG[::-1]}</p></article></body></html>"))


@given(st.lists(st.lists(_WORDS, min_size=1, max_size=6), min_size=1, max_size=6))
@settings(max_examples=100, deadline=None)
def test_inline_tags_never_change_the_text(paragraphs: list[list[str]]) -> None:
    """A page with and without inline elements has one text."""
    plain = "".join(f"<p>{_LONG}{''.join(words)}</p>" for words in paragraphs)
    marked = "".join(f"<p>{_LONG}{''.join(f'<b>{w}</b>' for w in words)}</p>" for words in paragraphs)
    # A lone "&" or "<" before letters would make other tokens of the two.
    if "&c" not in plain.replace("&copy", "") and "<" not in "".join(w for words in paragraphs for w in words):
        shown = page(f"<html><body>{plain}</body></html>").text.replace("&copy", "©")
        assert page(f"<html><body>{marked}</body></html>").text.replace("&copy", "©") == shown
