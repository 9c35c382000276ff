"""What a page says of itself beside its text: title, author, date, address, language."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape

from audit.ingest.markup import Token, attributes, html_tokens

_NAMES: Mapping[str, str] = {
    "author": "author",
    "article:author": "author",
    "article:published_time": "date",
    "date": "date",
    "og:title": "title",
    "og:url": "url",
}
"""Names and properties of `<meta>` that publishers use (Open Graph protocol; HTML standard metadata names)."""


def page_meta(raw: str) -> dict[str, str]:
    """The title, author, date, url and lang a page states in its head; the first of each counts, empty ones do not."""
    held: dict[str, str] = {}
    for token in html_tokens(raw):
        if token.name == "body":
            held.setdefault("lang", attributes(token.attributes).get("lang", ""))
            break
        key, value = _stated(token, raw)
        if value.strip():
            held.setdefault(key, " ".join(value.split()))
    return {key: held[key] for key in sorted(held) if held[key]}


def _stated(token: Token, raw: str) -> tuple[str, str]:
    if token.inside == "title":
        return "title", unescape(raw[token.start : token.end])
    if token.name not in ("html", "link", "meta") or token.closing:
        return "", ""
    held = attributes(token.attributes)
    if token.name == "html":
        return "lang", held.get("lang", "")
    if token.name == "link":
        return "url", held.get("href", "") if held.get("rel", "").lower() == "canonical" else ""
    name = _NAMES.get((held.get("name") or held.get("property") or "").lower(), "")
    return name, held.get("content", "") if name else ""
