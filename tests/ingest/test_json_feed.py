"""JSON Feed: each item an article."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest

from audit.document import Document, Role
from audit.ingest.json_feed import read_json_feed
from audit.ingest.reading import read
from tests.ingest.inputs import documents, error, raw_of

VERSION = "https://jsonfeed.org/version/1.1"


def feed(*items: object) -> str:
    """A JSON Feed of some items."""
    return json.dumps({"version": VERSION, "title": "The feed", "language": "en", "items": items})


def test_items_are_articles(tmp_path: Path) -> None:
    """HTML is read as a page is, plain text is kept."""
    html = {"id": "1", "url": "https://example.org/1", "title": "Head", "content_html": "<p>a&amp;<b>b</b></p>c"}
    plain = {"id": "1", "content_text": "a\n\n<b>", "date_published": "2024-05-01", "tags": ["x"]}
    path = tmp_path / "feed.json"
    path.write_text(feed(html, plain, {}), "utf-8")
    first, second, third = read([str(path)], stdin=BytesIO())
    assert (first.id, first.text) == ("1", "Head\n\na&b\n\nc")
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


def test_items_are_traced_through_the_escapes_of_json() -> None:
    """Each character has its place in the file, whatever stands for it there."""
    raw = (
        '\ufeff{"version": "' + VERSION + '", "items": [{"title": "no"},\n'
        ' {"content_html": "<p>Ni\\u00f1o \\"&amp;\\" \\ud83d\\ude00<\\/p>\\n<p>b</p>", "id": 7, "title": "T\\u00e9"}]}'
    )
    _, held = documents(raw, "feed")
    assert (held.id, held.text) == ("7", 'Té\n\nNiño "&" 😀\n\nb')
    found = [raw_of(held, part) for part in ("Té", "ñ", '"&"', "😀", "b")]
    assert found == ["T\\u00e9", "\\u00f1", '\\"&amp;\\"', "\\ud83d\\ude00", "b"]


def test_links_are_relative_to_the_feed() -> None:
    """To the address it was read from, else to the one it gives; ids stay as they are."""
    raw = json.dumps(
        {"version": VERSION, "feed_url": "https://example.org/en/feed.json", "items": [{"id": "/a", "url": "a"}]}
    )
    (saved,) = documents(raw, "feed")
    (read_here,) = read_json_feed(raw, Document(id="", text="", meta={"url": "https://other.example/x/y"}))
    assert (saved.id, saved.meta["url"], read_here.meta["url"]) == (
        "/a",
        "https://example.org/en/a",
        "https://other.example/x/a",
    )
