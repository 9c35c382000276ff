"""RSS and Atom: each entry an article, traced to the file."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.document import Document, Role
from audit.errors import IngestError
from audit.ingest.feed import read_feed
from tests.ingest.inputs import assert_traced, document, documents, error, raw_of

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The feed</title><language>en</language>
<item><title>It&amp;#39;s a &quot;day&quot;</title><link>https://example.org/1</link><guid>g1</guid>
<media:group><media:title>no</media:title><media:description>no</media:description></media:group>
<description>short</description><pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate>
<content:encoded><![CDATA[<p>Hello <b>w</b>orld &amp; co</p><ul><li>Two</ul><p hidden>no]]></content:encoded></item>
<item><title>Second</title><link>https://example.org/2</link>
<description>&lt;p&gt;Espa&amp;ntilde;a  grows&lt;/p&gt;&lt;h2&gt;Sub&lt;/h2&gt;</description></item>
<item/></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The feed</title>
<entry><title>a &amp; b &lt; c</title><id>u1</id><link href="https://example.org/1"/><author><name>Ana</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>X<i>y</i>&amp;z</p><p>b</p></div></content>
<source><title>no</title></source></entry>
<entry><title type="html">q &lt;b&gt;r&lt;/b&gt;</title><updated>2024-05-01</updated>
<summary>plain  &amp; text</summary></entry>
<entry><summary type="text">a &lt;p&gt; in text</summary></entry>
<entry><summary>a &lt;b&gt;bold&lt;/b&gt; summary</summary></entry></feed>"""


def channel(items: str) -> str:
    """An RSS file of some items."""
    return f'<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'


def test_rss_items_are_articles() -> None:
    """The title is the headline, the fullest content follows, hidden text and other modules stay out."""
    first, second, third = documents(RSS)
    assert (first.id, first.text) == ("g1", 'It\'s a "day"\n\nHello world & co\n\nTwo')
    assert (second.id, second.text) == ("https://example.org/2", "Second\n\nEspaña grows\n\nSub")
    assert (third.id, third.text) == ("entry", "")
    assert first.meta == {
        "title": 'It\'s a "day"',
        "date": "Mon, 01 Jan 2024 00:00:00 GMT",
        "url": "https://example.org/1",
        "feed": "The feed",
        "lang": "en",
    }
    assert [role for _, _, role in first.hints] == [Role.HEADLINE, Role.LIST_ITEM]
    assert [role for _, _, role in second.hints] == [Role.HEADLINE, Role.HEADING]


def test_cdata_and_escaped_content_are_traced() -> None:
    """Once and twice escaped characters have their ranges in the file."""
    first, second, _ = documents(RSS)
    for held in (first, second):
        assert_traced(held, decodings=2)
    assert raw_of(first, "It's") == "It&amp;#39;s"
    assert raw_of(first, "world & co") == "w</b>orld &amp; co"
    assert raw_of(second, "España grows") == "Espa&amp;ntilde;a  grows"


def test_atom_entries_are_articles() -> None:
    """Text, HTML and XHTML constructs are each read as what they are."""
    first, second, third, fourth = documents(ATOM)
    assert (first.id, first.text) == ("u1", "a & b < c\n\nXy&z\n\nb")
    assert (first.meta["author"], first.meta["url"]) == ("Ana", "https://example.org/1")
    assert (second.text, second.meta["title"], second.meta["date"]) == ("q r\n\nplain  & text", "q r", "2024-05-01")
    assert third.text == "a <p> in text"
    assert fourth.text == "a bold summary"
    assert raw_of(first, "Xy&z") == "X<i>y</i>&amp;z"
    for held in (first, second, third, fourth):
        assert_traced(held, decodings=2)


def test_rss_1_items_are_articles() -> None:
    """Items outside the channel, and the list of them inside it, are told apart."""
    raw = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        '<channel rdf:about="c"><title>t</title><items><rdf:Seq><rdf:li resource="i"/></rdf:Seq></items></channel>'
        '<item rdf:about="i"><title>Head</title><description>Body</description></item></rdf:RDF>'
    )
    held = document(raw)
    assert held.text == "Head\n\nBody"
    assert raw_of(held, "Body") == "Body"


def test_plain_text_in_an_html_field_keeps_its_paragraphs() -> None:
    """Blank lines part paragraphs only where no markup does; else white space collapses."""
    plain, marked, wrapped = documents(
        channel(
            "<item><description>one\r\n\r\ntwo</description></item>"
            "<item><description>one&lt;br&gt;\n\ntwo</description></item>"
            "<item><description> one\n   two </description></item>"
        )
    )
    assert [held.text for held in (plain, marked, wrapped)] == ["one\r\n\r\ntwo", "one\ntwo", "one two"]


def test_a_title_repeated_in_the_content_is_read_once() -> None:
    """It would look like a repeated paragraph."""
    held = document(channel("<item><title>Head</title><description>&lt;h1&gt;Head&lt;/h1&gt;Body</description></item>"))
    assert held.text == "Head\n\nBody"


def test_ids_are_unique() -> None:
    """Entries that share an id, or have none, are numbered."""
    held = documents(channel("<item><guid>a</guid></item>" * 2 + "<item><guid>a#2</guid></item>" + "<item/>" * 2))
    assert [one.id for one in held] == ["a", "a#2", "a#2#2", "entry", "entry#2"]


def test_mojibake_is_left_for_the_audit() -> None:
    """The text is the file's, not what a feed reader repairs."""
    assert document(channel("<item><description>MÃ¡laga\x92s</description></item>")).text == "MÃ¡laga\x92s"


@pytest.mark.parametrize(
    "description",
    ["<description><p>bad<br>html</description></item>", "<description>bad&lt;br&gt;html"],
)
def test_broken_xml_is_read_as_far_as_it_goes(description: str) -> None:
    """Unknown entities, bare ampersands, tags in the text and a missing end do not lose an article."""
    held = document(f'<rss version="2.0"><channel><item><title>x &nbsp; y & z</title>{description}')
    assert held.text == "x \xa0 y & z\n\nbad\nhtml"
    assert_traced(held, decodings=2)


def test_entries_of_doubtful_place_are_not_traced() -> None:
    """Where a missing end tag hides an entry from the tracer, feedparser's text stands without a map."""
    first, second = documents(channel("<item><title>One</title><item><title>Two</title></item>"))
    assert (first.text, first.raw, second.text, second.raw) == ("One", None, "Two", None)


def test_items_of_other_modules_are_no_articles() -> None:
    """A prefix tells them apart."""
    held = document(channel('<m:item xmlns:m="u">x</m:item><item><title>Head</title></item>'))
    assert raw_of(held, "Head") == "Head"


def test_a_legacy_encoding_is_read_as_declared() -> None:
    """The XML declaration tells how the bytes are read, once."""
    raw = '<?xml version="1.0" encoding="iso-8859-1"?>' + channel("<item><title>Peña</title></item>")
    assert document(raw.encode("iso-8859-1")).text == "Peña"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("<foo>bar</foo>", "is no RSS, Atom or JSON feed – if it is a page, give --input-format html"),
        ("words", "is no RSS, Atom or JSON feed – if it is a page, give --input-format html"),
        ("", "is no RSS, Atom or JSON feed – if it is a page, give --input-format html"),
        (
            '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel>&b;</channel></rss>',
            "declares XML entities, which an untrusted feed could abuse – remove its DOCTYPE",
        ),
    ],
)
def test_what_is_no_feed_is_refused(raw: str, message: str) -> None:
    """One line says why and how to mend it."""
    assert error(raw, "feed") == f"-: {message}"


def test_a_feed_broken_before_its_first_entry_has_a_line() -> None:
    """The error has the XML parser's line and reason."""
    message = error('<rss version="2.0">\n<channel>\n<ti')
    assert message.startswith("-:3: is not well-formed XML: ")
    assert message.endswith(" – fetch the feed again")


def test_a_feed_without_entries_holds_no_articles() -> None:
    """A quiet day is no error."""
    assert documents(channel("")) == []


@given(st.text(alphabet="<>&;/!-[]ampltCDATAbr \n\"'=é#39", max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_feed_crashes_or_maps_wrongly(content: str) -> None:
    """Any content, escaped, in CDATA or raw, is traced right or refused."""
    for held in (escape(content), f"<![CDATA[{content}]]>", content):
        raw = channel(f"<item><title>{held}</title><description>{held}</description></item>")
        try:
            articles = list(read_feed(raw, Document(id="x", text="")))
        except IngestError:
            continue
        for article in articles:
            if article.raw is not None:
                assert_traced(article, decodings=2)
