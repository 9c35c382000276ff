"""Reads JSON Feed 1.x (jsonfeed.org): each item an article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.entry import Fragment, article, resolved, unique_id
from audit.ingest.json_places import Literal, Places, places, traced_string

_VERSION = "https://jsonfeed.org/version/"
_HTML = "content_html"
_CONTENTS = (_HTML, "content_text", "summary")
"""Where an item holds its text, best first."""


def read_json_feed(text: str, base: Document) -> Iterator[Document]:
    """Yield the article of each item, in order; `base` gives path and languages, and in `meta` the feed's own `url`.

    Raises IngestError for what is not a JSON Feed.
    """
    feed = _parsed(text, base.path)
    found = places(text, len(text) - len(text.removeprefix("\ufeff")))
    taken: dict[str, int] = {}
    address = base.meta.get("url") or str(feed.get("feed_url", ""))
    for item, place in zip(feed["items"], _items(found), strict=True):
        if not isinstance(item, dict):
            raise IngestError("has an item that is not an object", path=base.path)
        known = {key: value for key, value in item.items() if isinstance(value, str)}
        own_id = unique_id((_id(item), known.get("url", ""), known.get("title", "")), taken)
        own = replace(base, id=own_id, meta=_meta(known, feed, address))
        content = next((key for key in _CONTENTS if known.get(key)), "")
        title = _fragment(text, place.get("title"), html=False)
        yield article(own, text, title, _fragment(text, place.get(content), html=content == _HTML))


def _items(found: Places) -> Sequence[Mapping[str, Places]]:
    """Where the strings of each item stand; nowhere for what is no object."""
    held = found.get("items") if isinstance(found, Mapping) else None
    items = held if isinstance(held, Sequence) and not isinstance(held, Literal) else ()
    return [item if isinstance(item, Mapping) else {} for item in items]


def _id(item: Mapping[str, Any]) -> str:
    """The id of an item; a number is taken for one, too (JSON Feed 1.1, items)."""
    held = item.get("id")
    return held if isinstance(held, str) else json.dumps(held) if isinstance(held, int | float) else ""


def _fragment(raw: str, place: Places, *, html: bool) -> Fragment | None:
    return Fragment(traced=traced_string(raw, place), html=html) if isinstance(place, Literal) else None


def _parsed(text: str, path: str | None) -> Mapping[str, Any]:
    try:
        feed = json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as cause:
        raise IngestError(f"is not valid JSON: {cause.msg}", path=path, line=cause.lineno) from cause
    except (RecursionError, ValueError) as cause:
        raise IngestError("is not usable JSON: nested too deep or a number too long", path=path) from cause
    if not isinstance(feed, dict) or not str(feed.get("version", "")).startswith(_VERSION):
        message = f'is no JSON Feed: "version" does not begin with {_VERSION} – JSON Lines end in .jsonl'
        raise IngestError(message, path=path)
    if not isinstance(feed.get("items"), list):
        raise IngestError('is no JSON Feed: "items" is not an array', path=path)
    return feed


def _meta(known: Mapping[str, str], feed: Mapping[str, Any], address: str) -> dict[str, str]:
    stated = {
        "title": known.get("title"),
        "date": known.get("date_published"),
        "url": resolved(address, known.get("url", "")),
        "feed": feed.get("title"),
        "lang": known.get("language") or feed.get("language"),
    }
    return {key: value for key, value in stated.items() if isinstance(value, str) and value}
