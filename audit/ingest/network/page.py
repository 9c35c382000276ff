"""What a server answered: the bytes, and what its headers say of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)

_FORMATS: Mapping[str, str] = {
    **dict.fromkeys(("application/rss+xml", "application/atom+xml", "application/rdf+xml"), "feed"),
    "application/feed+json": "feed",
    "application/xhtml+xml": "html",
    **dict.fromkeys(("application/jsonl", "application/x-ndjson", "application/x-jsonlines"), "jsonl"),
    **dict.fromkeys(("text/markdown", "text/x-markdown"), "markdown"),
    **dict.fromkeys(("application/xliff+xml", "application/x-xliff+xml"), "xliff"),
    "application/x-tmx+xml": "tmx",
    **dict.fromkeys(("text/x-gettext-translation", "text/x-po"), "po"),
    **dict.fromkeys(("text/csv", "text/tab-separated-values"), "csv"),
}
"""Types that leave no doubt (IANA Media Types, and what servers send besides)."""

_FEED_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)\b")
_BEFORE_ROOT = re.compile(r"\ufeff?(?:\s++|<\?.*?\?>|<!--.*?-->|<![^>]*+>)*+", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gives to ask later whether something changed; `address` is where it was given, after redirects."""

    address: str
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The body of an answer, unpacked; `address` is where it was found, after redirects."""

    data: bytes
    address: str
    content_type: str = ""
    validators: Validators

    @property
    def charset(self) -> str | None:
        """The character encoding its Content-Type names."""
        match = _CHARSET.search(self.content_type)
        return match[1] if match else None

    @property
    def media_type(self) -> str:
        """The media type, in lower case and without parameters; empty when none is given."""
        return self.content_type.partition(";")[0].strip().lower()

    def format(self, extensions: Mapping[str, str], readers: Collection[str]) -> str | None:
        """The format its media type says, or for a type that says little the ending of its address; None: look inside.

        `extensions` gives the format of an ending, `readers` are the formats there are.
        """
        said = _FORMATS.get(self.media_type)
        if said in readers:
            return said
        if self.media_type == "text/html":
            return "feed" if self._begins_as_feed() else "html"
        if self.media_type in ("", "text/plain", "application/octet-stream"):
            ending = PurePosixPath(urlsplit(self.address).path).suffix.lower()
            return extensions.get(ending) if ending in _TELLING else None
        return None

    def _begins_as_feed(self) -> bool:
        """Whether a page is a feed sent as one, as browsers find out (WHATWG MIME Sniffing, 7.1)."""
        start = self.data[:2000].decode("utf-8", "replace")
        before = _BEFORE_ROOT.match(start)
        return bool(_FEED_ROOT.match(start, before.end() if before else 0))


_TELLING = frozenset(
    ".md .markdown .jsonl .ndjson .csv .tsv .po .pot .xlf .xliff .sdlxliff .mqxliff .mxliff .tmx".split()
)
"""Endings that name a format which its content does not give away so surely."""
