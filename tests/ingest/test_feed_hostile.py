"""Feeds that are broken, or made to do harm: fewer entries or one clear line, never more."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.feed import read_feed
from tests.ingest.inputs import documents, error

RSS = """<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>t</title><link>https://example.org/</link>
<item><title>O&#8217;Neill &amp; co</title><guid>1</guid><link>/1</link>
<content:encoded><![CDATA[<p>Niño <b>sí</b> &amp; no</p>]]></content:encoded></item>
<item><title>Two</title><description>&lt;p&gt;Short&lt;/p&gt;</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/"><title>t</title>
<entry><id>1</id><title type="html">&lt;b&gt;a&lt;/b&gt;</title><link href="x"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Niño</p></div></content></entry></feed>"""
JSON_FEED = json.dumps(
    {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "Niño", "content_html": "<p>\n😀"}]}
)
SAMPLES = (RSS, ATOM, JSON_FEED)


def survived(raw: str | bytes) -> list[Document]:
    """The articles of a feed, none where it is refused in one line; all they hold can be written."""
    data = raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass")
    try:
        found = documents(data, "feed")
    except IngestError as refused:
        assert "\n" not in str(refused)  # noqa: PT017 - either outcome is right
        return []
    for held in found:
        assert held.raw is None or len(held.raw.ranges) == len(held.text)
        assert held.id
        json.dumps(dict(held.meta))
    return found


@pytest.mark.parametrize("sample", SAMPLES, ids=("rss", "atom", "json"))
def test_a_feed_cut_off_anywhere_is_survived(sample: str) -> None:
    """With the entries that came, or refused."""
    whole = len(survived(sample))
    counts = [len(survived(sample[:end])) for end in range(len(sample))]
    assert max(counts) <= whole
    assert counts == sorted(counts)


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16-le", "utf-16-be", "utf-8-sig", "cp037", "utf-7"])
def test_a_feed_in_another_encoding_than_it_says_is_survived(encoding: str) -> None:
    """Read by its bytes, or refused."""
    for sample in SAMPLES:
        survived(sample.encode(encoding, "replace"))


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_feed_is_survived(seed: int) -> None:
    """Bytes lost, doubled, exchanged."""
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    data = bytearray(SAMPLES[seed % 3].encode())
    for _ in range(chance.randrange(1, 12)):
        start = chance.randrange(len(data))
        part = data[start : start + chance.randrange(12)]
        place = chance.randrange(len(data))
        data[place : place + chance.randrange(12)] = chance.choice(
            [part, b"", part * 2, bytes([chance.randrange(256)])]
        )
    survived(bytes(data))


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE rss [<!ENTITY a0 "ha">{ENTITIES}]>',
        '<!DOCTYPE rss [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % a9 SYSTEM "http://127.0.0.1:9/x"> %a9;]>',
        "<!DOCTYPE rss [\n<!-- > --><!ENTITY a9 'x'>]>",
        '<!DOCTYPE rss SYSTEM ">" [<!ENTITY a9 "x">]>',
        f'<!doctype rss [<!Entity a0 "{"ha" * 1000}">]>',
    ],
)
def test_entities_of_a_feeds_own_are_refused(doctype: str) -> None:
    """A billion laughs, a file of this machine, an address inside its network."""
    raw = f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><item><title>&a9;</title></item></channel></rss>'
    assert error(raw, "feed").endswith(
        "declares XML entities, which an untrusted feed could abuse – remove its DOCTYPE"
    )


def test_entities_declared_too_late_are_text() -> None:
    """A declaration after the first tag declares nothing."""
    raw = '<rss version="2.0"><channel><!ENTITY a SYSTEM "file:///etc/passwd"><item><title>x&a;</title></item></channel></rss>'
    assert [held.text for held in survived(raw)] == ["x&a;"]


def test_an_external_dtd_is_not_fetched() -> None:
    """Nor is it an error that nothing answers there."""
    raw = RSS.replace("<!-- made by hand -->", '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">')
    assert len(survived(raw)) == 2


@pytest.mark.parametrize(
    "name",
    ["__class__", "a" * 10_000, "constructor", "..", "item\u200b", "ítem", "x:y:z", ":", "content:", "1", "-", "?"],
)
def test_hostile_names_are_survived(name: str) -> None:
    """Of elements, prefixes, attributes, ids and keys."""
    inside = f"<{name}>x</{name}><item {name}='x'><title>Head</title><guid>{name}</guid><{name}:t/></item>"
    survived(f'<rss version="2.0" xmlns:{name}="u"><channel>{inside}</channel></rss>')
    survived(
        f'<{name}:rss xmlns:{name}="http://purl.org/rss/1.0/"><{name}:item><title>x</title></{name}:item></{name}:rss>'
    )
    (held,) = survived(
        json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{name: name, "id": name}], name: [name]})
    )
    assert held.id == name


@pytest.mark.parametrize(
    "values",
    [
        {"items": [{"id": None, "title": 5, "content_html": ["x"], "url": {}, "summary": "s"}], "title": 1},
        {"items": [{"url": "http://[", "id": True}], "feed_url": ["x"], "language": {}},
        {"items": [{"title": "\ud800", "content_text": "\udfff"}]},
        {"items": []},
    ],
)
def test_json_of_unexpected_types_is_survived(values: dict[str, object]) -> None:
    """What is no string is no text."""
    assert len(survived(json.dumps({"version": "https://jsonfeed.org/version/1", **values}))) == len(values["items"])  # type: ignore[arg-type]


def test_names_that_the_feed_parser_fails_on_are_survived() -> None:
    """A wide space in a namespace splits a name in too many parts for it."""
    raw = '<rss version="2.0" xmlns:a="u\u2003v"><channel><a:b/><item><title>x</title></item></channel></rss>'
    assert error(raw, "feed").startswith("-:1: is not well-formed XML: xmlns:a: ")


def test_what_the_xml_parser_quotes_of_a_feed_is_not_repeated() -> None:
    """Its message would run over several lines."""
    raw = '<rss version="2.0"><channel><title><![CDATA[x\ny]]</title></channel></rss>'
    assert error(raw, "feed") == "-:2: is not well-formed XML: CData section not finished – fetch the feed again"


def test_a_broken_link_is_told_as_it_is() -> None:
    """It is not what the audit is about."""
    raw = '<rss version="2.0"><channel><link>http://[</link><item><link>http://[::1/x</link></item></channel></rss>'
    assert [held.meta["url"] for held in survived(raw)] == ["http://[::1/x"]


@pytest.mark.parametrize(
    "raw",
    [
        '<rss version="2.0"><channel>' + "<item/>" * 5_000,
        '<rss version="2.0"><channel>' + "<item><guid>a</guid></item>" * 5_000,
        '<rss version="2.0"><channel><item><description>' + "<div>" * 5_000,
        '<rss version="2.0"><channel><item><description>' + "<" * 200_000,
        '<rss version="2.0"><channel><item><description>' + "&amp;lt;p&amp;gt;" * 3_000,
        '<rss version="2.0"><channel><item><description>' + "<![CDATA[" * 100_000,
        '<rss version="2.0"><channel><item a="' * 5_000,
        "<!DOCTYPE " * 100_000,
        "".join(f'<a{n}:item xmlns:a{n}="http://purl.org/rss/1.0/"/>' for n in range(10_000)),
        '{"version": "https://jsonfeed.org/version/1", "items": [' + "{}," * 5_000 + "{}]}",
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 200_000,
    ],
    ids=lambda raw: raw[-12:],
)
def test_repetition_takes_linear_time(raw: str) -> None:
    """Each would run for hours were its time quadratic."""
    survived(raw)


def test_ten_megabytes_are_read() -> None:
    """Thousands of entries, each with its place."""
    words = "The town hall will plant elms along the river this year, the mayor said. " * 140
    items = "".join(f"<item><guid>{n}</guid><description>{words}</description></item>" for n in range(1_000))
    raw = f'<rss version="2.0"><channel>{items}</channel></rss>'
    assert len(raw) > 10_000_000
    count = 0
    for held in read_feed(raw, Document(id="x", text="")):
        assert held.raw is not None
        count += 1
    assert count == 1_000


@given(st.sampled_from(SAMPLES), st.integers(0, 700), st.text(max_size=8))
@settings(max_examples=150, deadline=None)
def test_anything_may_stand_anywhere_in_a_feed(sample: str, place: int, inserted: str) -> None:
    """Any text, set in at any place."""
    survived(sample[:place] + inserted + sample[place:])


@given(
    st.binary(max_size=60),
    st.sampled_from([b"", b'<?xml version="1.0" encoding="', b"<rss><channel>", b'{"version":"']),
)
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_feed_or_refused(data: bytes, before: bytes) -> None:
    """Whatever follows how a feed may begin."""
    survived(before + data)
