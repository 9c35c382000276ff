"""Tags and texts with their places."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.ingest.markup import attributes, declares_entities, html_tokens, xml_tokens


def texts(raw: str) -> list[str]:
    """The visible texts of a page."""
    return [raw[token.start : token.end] for token in html_tokens(raw) if token.name is None and not token.inside]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a<b>c</b>d", ["a", "c", "d"]),
        ("a < b <3 c", ["a < b <3 c"]),
        ("a<p title='>'>b", ["a", "b"]),
        ('a<p title="<b>">b', ["a", "b"]),
        ("a<p title='x>b", ["a", "b"]),
        ("a<p title=it's>b", ["a", "b"]),
        ("a<!-- x > -- y -->b", ["a", "b"]),
        ("a<!-->b<!--->c", ["a", "b", "c"]),
        ("a<!-- never closed", ["a"]),
        ("a<!DOCTYPE html>b<?php x ?>c</ x>d</>e", ["a", "b", "c", "d", "e"]),
        ("a<![CDATA[x]]>b", ["a", "b"]),
        ("a<script>if (a < b) '</p>'</script >b", ["a", "b"]),
        ("a<STYLE>x</style>b<title>y</title>", ["a", "b"]),
        ("a<script>never closed", ["a"]),
        ("a<p never closed", ["a"]),
        ("</script>a", ["a"]),
    ],
)
def test_text_is_what_a_browser_takes_for_text(raw: str, expected: list[str]) -> None:
    """Broken markup is read as the HTML standard says, or kinder."""
    assert texts(raw) == expected


@given(st.text(alphabet="<>/!-='\"? apscript[CDATA]&"))
def test_tokens_are_in_order_and_in_bounds(raw: str) -> None:
    """No text crashes the tokenisers; tokens never overlap."""
    for tokens in (html_tokens(raw), xml_tokens(raw)):
        reached = 0
        for token in tokens:
            assert reached <= token.start <= token.end <= len(raw)
            reached = token.end


@pytest.mark.parametrize("piece", ["<a ", "<a b='", "<!--", "</", "<script>", "<![CDATA[", "&", '<a b="\'"x'])
def test_broken_markup_takes_linear_time(piece: str) -> None:
    """A page of one megabyte of any fragment is cut up at once."""
    raw = piece * (1_000_000 // len(piece))
    began = perf_counter()
    for tokens in (html_tokens(raw), xml_tokens(raw)):
        assert all(token.end <= len(raw) for token in tokens)
    # Measured below 0.3 s; quadratic time would take minutes.
    assert perf_counter() - began < 10


def test_xml_keeps_cdata_and_names() -> None:
    """CDATA is verbatim text; names keep case and prefix."""
    raw = "<a:B>x<![CDATA[<i>&amp;]]><!-- no --><c/></a:B><![CDATA[open"
    held = [(token.name or raw[token.start : token.end], token.verbatim, token.closing) for token in xml_tokens(raw)]
    assert held == [
        ("a:B", False, False),
        ("x", False, False),
        ("<i>&amp;", True, False),
        ("c", False, False),
        ("a:B", False, True),
        ("open", True, False),
    ]


def test_attributes_are_read_as_written() -> None:
    """Quotes of both kinds, none, and no value; references decoded; the first of a name counts."""
    assert attributes(" A='x &amp; y' b=\"it's\" c=z d a=2 / e = f") == {
        "a": "x & y",
        "b": "it's",
        "c": "z",
        "d": "",
        "e": "f",
    }


@pytest.mark.parametrize(
    ("raw", "declares"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]><rss>', True),
        ('<!-- <a> --><!DOCTYPE x [\n<!ELEMENT a ANY>\n<!ENTITY % a SYSTEM "b">', True),
        ("<!DOCTYPE rss><rss><![CDATA[<!ENTITY]]>", False),
        ("<!-- <!ENTITY -->text", False),
    ],
)
def test_entity_declarations_are_seen(raw: str, declares: bool) -> None:  # noqa: FBT001 - a parametrised truth value
    """Only those before the first tag can be expanded."""
    assert declares_entities(raw) is declares
