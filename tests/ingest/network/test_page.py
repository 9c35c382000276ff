"""What a server says of a page, and which reader that leads to."""

from __future__ import annotations

import pytest

from audit.ingest.network.page import Page, Validators
from audit.ingest.reading import FORMATS

ENDINGS = {".md": "markdown", ".jsonl": "jsonl", ".xml": "feed", ".html": "html", ".txt": "text"}
RSS = b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- <html> --><!DOCTYPE rss><rss version="2.0">'


def known(content_type: str, data: bytes = b"", path: str = "") -> str | None:
    """The format of a page with such a header."""
    address = f"https://example.org/{path}"
    page = Page(data=data, address=address, content_type=content_type, validators=Validators(address=address))
    return page.format(ENDINGS, FORMATS)


@pytest.mark.parametrize(
    ("content_type", "data", "path", "found"),
    [
        ("application/rss+xml; charset=UTF-8", b"", "", "feed"),
        ("Application/Atom+XML", b"", "", "feed"),
        ("application/feed+json", b"", "", "feed"),
        ("text/html; charset=utf-8", b"<html>", "a.xml", "html"),
        ("text/html", RSS, "", "feed"),
        ("text/html", b"<!-- x --><atom:feed>", "", "feed"),
        ("text/html", b"<p><rss>", "", "html"),
        ("text/markdown", b"", "", "markdown"),
        ("application/x-ndjson", b"", "", "jsonl"),
        ("text/plain", b"# x", "README.md", "markdown"),
        ("application/octet-stream", b"", "a.jsonl", "jsonl"),
        ("", b"", "a.MD", "markdown"),
        ("text/plain", RSS, "feed.txt", None),
        ("text/plain", b"", "feed.xml", None),
        ("application/xml", b"", "a.md", None),
        ("application/json", b"", "", None),
        ("application/x-unheard-of", b"", "", None),
    ],
)
def test_the_type_says_the_format_where_it_can(content_type: str, data: bytes, path: str, found: str | None) -> None:
    """Else the ending of the address, where that is telling; else the content is looked into."""
    assert known(content_type, data, path) == found


def test_a_type_nobody_reads_says_nothing() -> None:
    """The content may still be text."""
    address = "https://example.org/"
    page = Page(data=b"", address=address, content_type="text/csv", validators=Validators(address=address))
    assert page.format({}, ("text", "html")) is None


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [("text/html; charset=x-1", "x-1"), ('text/html;CHARSET = "a:b"', "a:b"), ("text/html", None), ("", None)],
)
def test_the_charset_is_found(content_type: str, charset: str | None) -> None:
    """Quoted or not, in any case."""
    page = Page(data=b"", address="", content_type=content_type, validators=Validators(address=""))
    assert page.charset == charset
