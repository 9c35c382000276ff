"""Reads JSON Feed 1.x (jsonfeed.org): each item an article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.entry import Fragment, article, unique_id
from audit.ingest.tracing import untraced

_VERSION = "https://jsonfeed.org/version/"


def read_json_feed(text: str, base: Document) -> Iterator[Document]:
    """Yield the article of each item, in order, with no map into the file; `base` gives path and languages.

    Raises IngestError for what is not a JSON Feed.
    """
    feed = _parsed(text, base.path)
    taken: set[str] = set()
    for item in feed["items"]:
        if not isinstance(item, dict):
            raise IngestError("has an item that is not an object", path=base.path)
        known = {key: value for key, value in item.items() if isinstance(value, str)}
        own_id = unique_id((known.get(key, "") for key in ("id", "url", "title")), taken)
        own = replace(base, id=own_id, meta=_meta(known, feed))
        html, plain = known.get("content_html", ""), known.get("content_text", known.get("summary", ""))
        content = Fragment(traced=untraced(html or plain), html=bool(html))
        yield article(own, None, Fragment(traced=untraced(known.get("title", "")), html=False), content)


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


def _meta(known: Mapping[str, str], feed: Mapping[str, Any]) -> dict[str, str]:
    stated = {
        "title": known.get("title"),
        "date": known.get("date_published"),
        "url": known.get("url"),
        "feed": feed.get("title"),
        "lang": known.get("language") or feed.get("language"),
    }
    return {key: value for key, value in stated.items() if isinstance(value, str) and value}
