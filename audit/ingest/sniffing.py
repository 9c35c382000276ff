"""Tells the format of an input that has no telling name by its first characters."""

from __future__ import annotations

import json
import re

from audit.ingest.bilingual.columns import ARTICLE, SOURCE, TARGET

_SEARCHED = 2000
"""Characters within which a page or feed has its first telling tag, long comments at its head included."""

_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)\b")
_BILINGUAL = re.compile(r"<(?:\w+:)?(xliff|tmx)\b")
_PO = re.compile(r'(?:#[^\n]*\n|\s)*(?:msgctxt[ \t]+"[^\n]*\n(?:"[^\n]*\n)*)?msgid[ \t]+"')
_PAGE = re.compile(
    r"<!doctype html|<(?:html|head|body|main|article|section|div|p|h[1-6]|blockquote|ul|ol|table|meta|title)\b",
    re.IGNORECASE,
)


def looks_like_markup(data: bytes) -> bool:
    """Whether the first character of undecoded bytes is `<`."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def sniffed(text: str) -> str:
    """The format of a text by its beginning, where that is telling, else text."""
    start = text.removeprefix("\ufeff").lstrip()[:_SEARCHED]
    if start.startswith("<"):
        tags = re.sub(r"(?s)<!--.*?(?:-->|\Z)", "", start)
        if _FEED.search(tags):
            return "feed"
        if bilingual := _BILINGUAL.search(tags):
            return bilingual[1]
        return "html" if _PAGE.search(tags) else "text"
    if start.startswith("{"):
        return _sniffed_json(text)
    if _PO.match(start):
        return "po"
    return "csv" if _names_columns(start.partition("\n")[0]) else "text"


def _names_columns(line: str) -> bool:
    names = {name.strip(' "\r').lower() for name in re.split(r"[,;\t|]", line)}
    return bool(names & SOURCE and names & TARGET) or names.issuperset(ARTICLE)


def _sniffed_json(text: str) -> str:
    first = text.removeprefix("\ufeff").lstrip().partition("\n")[0]
    try:
        held = json.loads(first)
    except (ValueError, RecursionError):
        held = None
    if isinstance(held, dict) and "text" in held:
        return "jsonl"
    return "feed" if '"https://jsonfeed.org/version/' in text.replace("\\/", "/") else "text"
