"""Feeds as publishing systems really write them: each shape, and what its entries must read as."""

from __future__ import annotations

import pytest

from audit.document import Document
from audit.ingest.feed import read_feed
from tests.ingest.inputs import assert_traced, document, documents, raw_of

WORDPRESS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:wfw="http://wellformedweb.org/CommentAPI/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:atom="http://www.w3.org/2005/Atom"
\txmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
\txmlns:slash="http://purl.org/rss/1.0/modules/slash/"
\t>

<channel>
\t<title>The Valley Courier &#8211; English</title>
\t<atom:link href="https://courier.example/en/feed/" rel="self" type="application/rss+xml" />
\t<link>https://courier.example/en/</link>
\t<description>News of the valley</description>
\t<lastBuildDate>Tue, 02 Jul 2024 07:15:00 +0000</lastBuildDate>
\t<language>en-US</language>
\t<sy:updatePeriod>hourly</sy:updatePeriod>
\t<image><url>https://courier.example/logo.png</url><title>The logo</title><link>https://courier.example</link></image>
\t<item>
\t\t<title>Mayor&#8217;s plan: &#8220;more trees&#8221;</title>
\t\t<link>https://courier.example/en/trees/</link>
\t\t<comments>https://courier.example/en/trees/#respond</comments>
\t\t<dc:creator><![CDATA[Ana Ruiz]]></dc:creator>
\t\t<pubDate>Tue, 02 Jul 2024 06:00:00 +0000</pubDate>
\t\t<category><![CDATA[City]]></category>
\t\t<guid isPermaLink="false">https://courier.example/?p=1742</guid>
\t\t<description><![CDATA[<p>The town hall will plant [&#8230;]</p>
<p>The post <a href="https://courier.example/en/trees/">appeared first</a>.</p>]]></description>
\t\t<content:encoded><![CDATA[
<p>The town hall will plant <em>400</em> trees&nbsp;&#8211; half of them elms.</p>
<figure class="wp-block-image"><img src="/t.jpg" alt="no"/><figcaption>The avenue in May</figcaption></figure>
<p>Work begins on Monday.</p>
]]></content:encoded>
\t\t<wfw:commentRss>https://courier.example/en/trees/feed/</wfw:commentRss>
\t\t<slash:comments>0</slash:comments>
\t</item>
</channel>
</rss>
"""

PODCAST = """<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
<title>Talks</title><itunes:summary>All talks</itunes:summary>
<item><itunes:title>Short</itunes:title><title>The harbour</title><itunes:author>Ana</itunes:author>
<enclosure url="https://talks.example/1.mp3" length="1" type="audio/mpeg"/>
<itunes:summary>What the harbour needs.</itunes:summary><guid>talk-1</guid></item></channel></rss>"""

GALLERY = """<rss version="2.0" xmlns:m="http://search.yahoo.com/mrss/"><channel><title>t</title><item>
<m:title>no</m:title><m:content url="a.jpg"><m:title>no</m:title><m:description>no</m:description></m:content>
<title>The storm</title><description>Roofs were lost.</description></item></channel></rss>"""


def rss(items: str, attributes: str = "") -> str:
    """An RSS file of some items."""
    return f'<rss version="2.0" {attributes}><channel><title>t</title>{items}</channel></rss>'


def test_wordpress() -> None:
    """The whole content counts, not the excerpt; what is not part of the article stays out."""
    held = document(WORDPRESS)
    assert held.text == (
        "Mayor’s plan: “more trees”\n\nThe town hall will plant 400 trees\xa0– half of them elms."
        "\n\nThe avenue in May\n\nWork begins on Monday."
    )
    assert held.id == "https://courier.example/?p=1742"
    assert held.meta == {
        "author": "Ana Ruiz",
        "date": "Tue, 02 Jul 2024 06:00:00 +0000",
        "feed": "The Valley Courier – English",
        "lang": "en-US",
        "title": "Mayor’s plan: “more trees”",
        "url": "https://courier.example/en/trees/",
    }
    assert_traced(held, decodings=1)
    assert raw_of(held, "400 trees\xa0–") == "400</em> trees&nbsp;&#8211;"


def test_a_podcast_has_the_summary_of_its_show() -> None:
    """An episode that tells of itself only in iTunes elements is read from these."""
    held = document(PODCAST)
    assert (held.id, held.text) == ("talk-1", "The harbour\n\nWhat the harbour needs.")


def test_the_titles_of_pictures_are_not_those_of_the_article() -> None:
    """Media RSS under any prefix stays apart."""
    assert document(GALLERY).text == "The storm\n\nRoofs were lost."


@pytest.mark.parametrize("prefix", ["", "a:", "ns0:", "atom10:"])
def test_atom_may_have_any_prefix(prefix: str) -> None:
    """The namespace says what an element is, not its prefix, and all of it is traced."""
    colon = f":{prefix.removesuffix(':')}" if prefix else ""
    held = document(
        f'<{prefix}feed xmlns{colon}="http://www.w3.org/2005/Atom"><{prefix}title>t</{prefix}title><{prefix}entry>'
        f"<{prefix}id>tag:one</{prefix}id><{prefix}title>Head</{prefix}title>"
        f'<{prefix}content type="html">&lt;p&gt;Body&lt;/p&gt;</{prefix}content></{prefix}entry></{prefix}feed>',
        "feed",
    )
    assert (held.id, held.text) == ("tag:one", "Head\n\nBody")
    assert raw_of(held, "Body") == "Body"


@pytest.mark.parametrize("prefix", ["", "x:", "xhtml:"])
def test_xhtml_content_may_have_any_prefix(prefix: str) -> None:
    """Its paragraphs part the text, and its characters are traced."""
    colon = f":{prefix.removesuffix(':')}" if prefix else ""
    held = document(
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xhtml"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml"><title type="xhtml">'
        '<div xmlns="http://www.w3.org/1999/xhtml">t</div></title><entry><title>Head</title><content type="xhtml">'
        f'<{prefix}div xmlns{colon}="http://www.w3.org/1999/xhtml"><{prefix}p>One <{prefix}b>bold</{prefix}b>.'
        f"</{prefix}p><{prefix}p>a:b &amp; c</{prefix}p></{prefix}div></content></entry></feed>"
    )
    assert held.text == "Head\n\nOne bold.\n\na:b & c"
    assert_traced(held)
    assert raw_of(held, "a:b & c") == "a:b &amp; c"


def test_content_under_another_prefix_is_found() -> None:
    """The full text wins over the description whatever the module is called."""
    held = document(
        rss(
            "<item><description>short</description><c:encoded>&lt;p&gt;Long&lt;/p&gt;</c:encoded></item>",
            'xmlns:c="http://purl.org/rss/1.0/modules/content/"',
        )
    )
    assert (held.text, raw_of(held, "Long")) == ("Long", "Long")


def test_a_prefix_nobody_bound_is_read_by_its_usual_meaning() -> None:
    """Files that forget the declaration are as common as they are wrong."""
    held = document(rss("<item><description>short</description><content:encoded>Long</content:encoded></item>"))
    assert held.text == "Long"


def test_links_of_a_fetched_feed_are_relative_to_its_address() -> None:
    """Unless `xml:base` says otherwise; ids are kept as they stand."""
    raw = rss(
        "<item><guid>/a</guid><link>/a</link></item><item><link>b?c=1</link></item>"
        '<item xml:base="https://other.example/x/"><link>d</link></item>'
    )
    base = Document(id="x", text="", meta={"url": "https://example.org/en/feed.xml"})
    held = list(read_feed(raw, base))
    assert [one.meta["url"] for one in held] == [
        "https://example.org/a",
        "https://example.org/en/b?c=1",
        "https://other.example/x/d",
    ]
    assert held[0].id == "/a"


def test_links_of_a_saved_feed_are_relative_to_what_it_says_of_itself() -> None:
    """Its own address, else that of its site; else they stay as they are."""
    own = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://example.org/en/feed.xml"/>'
    site = "<link>https://example.org/site/</link>"
    item = "<item><link>a</link></item>"
    found = [document(rss(before + item)).meta["url"] for before in (own + site, site, "")]
    assert found == ["https://example.org/en/a", "https://example.org/site/a", "a"]


def test_xml_base_of_a_feed_and_an_entry_add_up() -> None:
    """An entry's base is itself relative to that of the feed."""
    held = document(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/en/"><title>t</title>'
        '<entry xml:base="2024/"><id>urn:x</id><link href="a.html"/></entry></feed>'
    )
    assert (held.id, held.meta["url"]) == ("urn:x", "https://example.org/en/2024/a.html")


@pytest.mark.parametrize(
    "date", ["Mon, 1 Jan 2024 00:00:00 GMT", "2024-01-01T00:00:00+02:00", "1 de enero", "32 Foo 20x4", "2024"]
)
def test_a_date_is_kept_as_it_is_given(date: str) -> None:
    """RFC 822, ISO 8601 or broken: nobody reads it but people."""
    assert document(rss(f"<item><title>a</title><pubDate>{date}</pubDate></item>")).meta["date"] == date


@pytest.mark.parametrize("element", ["guid", "id"])
def test_an_id_is_kept_as_it_is_given(element: str) -> None:
    """Permalinks, numbers and addresses alike."""
    held = documents(rss("".join(f"<item><{element}> {one} </{element}></item>" for one in ("7", "/a?b&amp;c", "ñ"))))
    assert [one.id for one in held] == ["7", "/a?b&c", "ñ"]


def test_an_rdf_item_is_called_what_it_is_about() -> None:
    """RSS 1.0 has no other id."""
    held = document(
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        '<channel r:about="c"><title>t</title></channel>'
        '<item r:about="/news/1"><title>Head</title><link>/l</link></item></r:RDF>'
    )
    assert held.id == "/news/1"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ni&amp;ntilde;os &amp;amp; more", "Niños & more"),
        ("&quot;Yes&quot; &#8211; &#x2019;", '"Yes" – ’'),
        ("<![CDATA[Caf&eacute; <b>now</b>]]>", "Café now"),
        ("AT&T and R&B", "AT&T and R&B"),
    ],
)
def test_entities_in_titles(written: str, read: str) -> None:
    """Escaped once, twice or not at all, a title reads as a browser shows it."""
    held = document(rss(f"<item><title>{written}</title></item>"))
    assert (held.text, held.meta["title"]) == (read, read)


def test_markup_escaped_once_too_often_is_markup() -> None:
    """A description that is nothing but escaped markup is read as what it was meant to be, and traced."""
    held = document(rss("<item><description>&amp;lt;p&amp;gt;One.&amp;lt;/p&amp;gt; &amp;lt;p&amp;gt;Two &amp;amp;amp; "
                        "three.&amp;lt;/p&amp;gt;</description></item>"))  # fmt: skip
    assert held.text == "One.\n\nTwo & three."
    assert_traced(held, decodings=3)


def test_escaped_markup_inside_an_article_is_text() -> None:
    """An article about HTML shows its examples."""
    held = document(rss("<item><description>Write &amp;lt;p&amp;gt; and &amp;lt;/p&amp;gt;</description></item>"))
    assert held.text == "Write <p> and </p>"


def test_a_wrong_declaration_does_not_spoil_the_text() -> None:
    """Bytes of windows-1252 that are declared as UTF-8, and UTF-8 that is declared as windows-1252."""
    said = rss("<item><title>El niño – “sí”</title></item>")
    for declared, used in (("utf-8", "windows-1252"), ("windows-1252", "utf-8"), ("iso-8859-1", "windows-1252")):
        raw = f'<?xml version="1.0" encoding="{declared}"?>{said}'
        assert document(raw.encode(used)).text == "El niño – “sí”"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_an_article(encoding: str) -> None:
    """It is kept in the raw text, so that places count from it."""
    held = document(rss("<item><title>El niño</title></item>").encode(encoding))
    assert held.text == "El niño"
    assert held.raw is not None
    assert held.raw.raw.startswith("\ufeff")


def test_the_doctype_of_old_feeds_is_passed_over() -> None:
    """RSS 0.91 names a DTD; it is neither fetched nor missed."""
    held = document(
        '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"\n'
        ' "http://my.netscape.com/publish/formats/rss-0.91.dtd">\n'
        '<rss version="0.91"><channel><title>t</title><item><title>Head</title></item></channel></rss>'
    )
    assert (held.text, raw_of(held, "Head")) == ("Head", "Head")
