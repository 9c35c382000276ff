"""JSON Feed: each item an article."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest

from audit.document import Role
from audit.ingest.reading import read
from tests.ingest.inputs import documents, error

VERSION = "https://jsonfeed.org/version/1.1"


def feed(*items: object) -> str:
    """A JSON Feed of some items."""
    return json.dumps({"version": VERSION, "title": "The feed", "language": "en", "items": items})


def test_items_are_articles(tmp_path: Path) -> None:
    """HTML is read as a page is, plain text is kept; nothing is traced into the JSON."""
    html = {"id": "1", "url": "https://example.org/1", "title": "Head", "content_html": "<p>a&amp;<b>b</b></p>c"}
    plain = {"id": "1", "content_text": "a\n\n<b>", "date_published": "2024-05-01", "tags": ["x"]}
    path = tmp_path / "feed.json"
    path.write_text(feed(html, plain, {}), "utf-8")
    first, second, third = read([str(path)], stdin=BytesIO())
    assert (first.id, first.text, first.raw) == ("1", "Head\n\na&b\n\nc", None)
    assert first.hints == ((0, 4, Role.HEADLINE),)
    assert first.meta == {"title": "Head", "url": "https://example.org/1", "feed": "The feed", "lang": "en"}
    assert (second.id, second.text, second.meta["date"]) == ("1#2", "a\n\n<b>", "2024-05-01")
    assert (third.id, third.text) == ("entry", "")


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ('{"items": []}', f'is no JSON Feed: "version" does not begin with {VERSION[:-3]} – JSON Lines end in .jsonl'),
        (f'{{"version": "{VERSION}"}}', 'is no JSON Feed: "items" is not an array'),
        (feed("x"), "has an item that is not an object"),
        ('{"a":' * 100_000, "is not usable JSON: nested too deep or a number too long"),
    ],
)
def test_what_is_no_json_feed_is_refused(raw: str, message: str) -> None:
    """One line says why."""
    assert error(raw, "feed") == f"-: {message}"


def test_invalid_json_has_a_line() -> None:
    """The error has the parser's line and reason."""
    assert error('{\n"a" 1}', "feed") == "-:2: is not valid JSON: Expecting ':' delimiter"


def test_no_items_are_no_articles() -> None:
    """A quiet day is no error."""
    assert documents(feed(), "feed") == []
