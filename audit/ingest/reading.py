"""Reads articles: paths or standard input in, one Document an article out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.decoding import decode
from audit.ingest.feed import read_feed
from audit.ingest.files import STANDARD_INPUT, cannot_read, files
from audit.ingest.html import read_html
from audit.ingest.jsonl import read_jsonl
from audit.ingest.markdown import read_markdown
from audit.ingest.plain import read_text
from audit.ingest.sniffing import looks_like_markup, sniffed

Reader = Callable[[str, Document], Iterator[Document]]

_READERS: Mapping[str, Reader] = {
    "text": read_text,
    "markdown": read_markdown,
    "html": read_html,
    "jsonl": read_jsonl,
    "feed": read_feed,
}
FORMATS = tuple(_READERS)
"""What `input_format` may be."""

_WALKED: Mapping[str, str] = {
    ".txt": "text",
    **dict.fromkeys((".md", ".markdown"), "markdown"),
    **dict.fromkeys((".htm", ".html", ".xhtml"), "html"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".atom", ".rss", ".xml"), "feed"),
}
_BY_EXTENSION: Mapping[str, str] = {**_WALKED, ".json": "feed"}
"""A folder's `.json` files are more often settings than feeds, so they are read only when named."""


def read(
    paths: Sequence[str],
    *,
    stdin: BinaryIO,
    input_format: str | None = None,
    source_lang: str | None = None,
    target_lang: str = "en",
) -> Iterator[Document]:
    """Yield every article of the paths in order; `-` is standard input, a folder is read with all below it.

    `input_format` (one of FORMATS) decides how each is read; without it the extension does, and where that says
    nothing the content. The languages hold where the input states none. All paths are looked up before the first
    article comes; raises IngestError at the first that cannot be read, or where its content is at fault.
    """
    if input_format is not None and input_format not in _READERS:
        raise IngestError(f"unknown input format {input_format!r} – one of {', '.join(FORMATS)}")
    for path in files(paths, _WALKED):
        base = Document(id=path, path=path, text="", source_lang=source_lang, target_lang=target_lang)
        data = _bytes(path, stdin)
        known = input_format or _BY_EXTENSION.get(Path(path).suffix.lower())
        markup = known in ("html", "feed") or (known is None and looks_like_markup(data))
        text = decode(data, path=path, markup=markup)
        yield from _READERS[known or sniffed(text)](text, base)


def _bytes(path: str, stdin: BinaryIO) -> bytes:
    try:
        return stdin.read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except (OSError, ValueError) as cause:
        raise cannot_read(path, cause) from cause
