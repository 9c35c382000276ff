"""Formats told by their first characters."""

from __future__ import annotations

import pytest

from audit.ingest.sniffing import looks_like_markup, sniffed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "text"),
        ("Plain words < 3", "text"),
        ("<3 is a heart", "text"),
        ("\ufeff <!DOCTYPE html><html>", "html"),
        ("<p>fragment", "html"),
        ('<?xml version="1.0"?><html xmlns="x">', "html"),
        ('<?xml version="1.0"?>\n<rss version="2.0">', "feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        ('<rdf:RDF xmlns="x">', "feed"),
        ("<!-- <rss> --><html>", "html"),
        ("<!-- never closed <rss>", "text"),
        ('{"id": "1", "text": "x"}\n{', "jsonl"),
        ('{"version": "https://jsonfeed.org/version/1.1",\n"items": []}', "feed"),
        ('{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"}', "feed"),
        ("{curly} words", "text"),
        ('{"a": 1}', "text"),
        ("{" * 100_000, "text"),
    ],
)
def test_the_format_is_told_by_the_beginning(text: str, name: str) -> None:
    """Pages, feeds and JSON Lines have telling first tags or lines."""
    assert sniffed(text) == name


def test_markup_is_told_before_decoding() -> None:
    """Only markup may declare an encoding."""
    assert looks_like_markup(b"\xef\xbb\xbf\n<html>")
    assert not looks_like_markup(b"text <html>")
