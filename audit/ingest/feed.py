"""Reads RSS and Atom: each entry an article, traced to the file; the file is untrusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.entry import Fragment, article, resolved, unique_id
from audit.ingest.json_feed import read_json_feed
from audit.ingest.markup import declares_entities
from audit.ingest.tracing import untraced
from audit.ingest.xml_fields import Entry, Field, entries

_TITLES = ("title", "dc:title")
_CONTENTS = ("content:encoded", "content", "body", "xhtml:body", "description", "summary", "itunes:summary")
"""Elements that hold an entry's title and text, best first, under their usual prefixes."""

_POSITION = re.compile(r"(?:,? line \d+|\n).*", re.DOTALL)
_SOME_HTML = re.compile(r"</[a-zA-Z]|<(?:br|p)\b", re.IGNORECASE)


def read_feed(text: str, base: Document) -> Iterator[Document]:
    """Yield the article of each entry, in order; `base` gives path and languages, and in `meta` the feed's own `url`.

    Raises IngestError when the file is no feed, cannot be read at all, or declares XML entities.
    """
    if text.removeprefix("\ufeff").lstrip().startswith("{"):
        yield from read_json_feed(text, base)
        return
    if declares_entities(text):
        message = "declares XML entities, which an untrusted feed could abuse – remove its DOCTYPE"
        raise IngestError(message, path=base.path)
    try:
        feed = _parsed(text, base.meta.get("url", ""))
    except Exception as cause:  # feedparser stumbles over some broken names, and over what else nobody knows
        raise _no_feed(text, base.path, begun=True) from cause
    if not feed["entries"] and (feed["bozo"] or not feed.get("version")):
        raise _no_feed(text, base.path, begun=bool(feed.get("version")))
    found = entries(text)
    taken: dict[str, int] = {}
    place = _place(feed["feed"])
    for index, known in enumerate(feed["entries"]):
        # The two readers can only disagree on broken XML; then feedparser's text stands, without its place.
        traced = found[index] if len(found) == len(feed["entries"]) else None
        title, content = _traced(traced) if traced else _untraced(known)
        own_id = unique_id(
            (traced.id if traced else "", *(_said(known, key) for key in ("id", "link", "title"))), taken
        )
        own = replace(base, id=own_id, meta=_meta(known, feed["feed"], place))
        yield article(own, text if traced else None, title, content)


def _parsed(text: str, address: str) -> Mapping[str, Any]:
    import feedparser

    # A stream, since feedparser would open a string as a file or address; the header overrules the XML declaration.
    parsed: Mapping[str, Any] = feedparser.parse(
        BytesIO(text.removeprefix("\ufeff").encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": address},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    return parsed


def _no_feed(text: str, path: str | None, *, begun: bool) -> IngestError:
    from lxml import etree

    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, huge_tree=False)
    try:
        etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as cause:
        if begun:
            reason = f"is not well-formed XML: {_POSITION.sub('', cause.msg)} – fetch the feed again"
            return IngestError(reason, path=path, line=cause.lineno)
    return IngestError("is no RSS, Atom or JSON feed – if it is a page, give --input-format html", path=path)


def _traced(entry: Entry) -> tuple[Fragment | None, Fragment | None]:
    return _fragment(entry, _TITLES), _fragment(entry, _CONTENTS)


def _fragment(entry: Entry, names: tuple[str, ...]) -> Fragment | None:
    field = next((held for name in names if (held := entry.fields.get(name)) and held.traced.text.strip()), None)
    return None if field is None else Fragment(traced=field.traced, html=_is_html(field, atom=entry.atom))


def _is_html(field: Field, *, atom: bool) -> bool:
    # RSS never says; Atom's default is plain text (RFC 4287, 3.1.1), which many a feed forgets.
    stated = field.inline or not atom or "html" in field.kind
    return stated or (not field.kind and bool(_SOME_HTML.search(field.traced.text)))


def _untraced(known: Mapping[str, Any]) -> tuple[Fragment | None, Fragment | None]:
    contents = [_said(held, "value") for held in known.get("content") or ()]
    body = next((held for held in (*contents, _said(known, "summary")) if held.strip()), "")
    return _made_up(_said(known, "title")), _made_up(body)


def _said(known: Mapping[str, Any], key: str) -> str:
    """What feedparser found; of broken XML it says None here and there."""
    return str(known.get(key) or "")


def _made_up(value: str) -> Fragment | None:
    return Fragment(traced=untraced(value), html=True) if value else None


def _place(feed: Mapping[str, Any]) -> str:
    """What relative links of a saved feed are relative to, where no `xml:base` says: its own address, or its site."""
    own = (_said(link, "href") for link in feed.get("links") or () if link.get("rel") == "self")
    return next(filter(None, own), _said(feed, "link"))


def _meta(known: Mapping[str, Any], feed: Mapping[str, str], place: str) -> dict[str, str]:
    stated = {
        "title": _said(known, "title"),
        "author": _said(known, "author"),
        "date": _said(known, "published") or _said(known, "updated"),
        "url": resolved(place, _said(known, "link")),
        "feed": _said(feed, "title"),
        "lang": _said(feed, "language"),
    }
    return {key: value for key, value in stated.items() if value}
