"""Reads articles: paths, addresses or standard input in, one Document an article out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.bilingual.po import read_po
from audit.ingest.bilingual.table import read_table
from audit.ingest.bilingual.tmx import read_tmx
from audit.ingest.bilingual.xliff import read_xliff
from audit.ingest.decoding import decode
from audit.ingest.feed import read_feed
from audit.ingest.files import STANDARD_INPUT, cannot_read, files
from audit.ingest.html import read_html
from audit.ingest.jsonl import read_jsonl
from audit.ingest.markdown import read_markdown
from audit.ingest.network.address import is_address
from audit.ingest.network.network import Network
from audit.ingest.plain import read_text
from audit.ingest.sniffing import looks_like_markup, sniffed

Reader = Callable[[str, Document], Iterator[Document]]

_READERS: Mapping[str, Reader] = {
    "text": read_text,
    "markdown": read_markdown,
    "html": read_html,
    "jsonl": read_jsonl,
    "feed": read_feed,
    "xliff": read_xliff,
    "tmx": read_tmx,
    "po": read_po,
    "csv": read_table,
}
FORMATS = tuple(_READERS)
"""What `input_format` may be."""

_WALKED: Mapping[str, str] = {
    ".txt": "text",
    **dict.fromkeys((".md", ".markdown"), "markdown"),
    **dict.fromkeys((".htm", ".html", ".xhtml"), "html"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".atom", ".rss", ".xml"), "feed"),
    **dict.fromkeys((".xlf", ".xliff", ".mqxliff", ".mxliff", ".sdlxliff"), "xliff"),
    ".tmx": "tmx",
    ".po": "po",
}
_BY_EXTENSION: Mapping[str, str] = {
    **_WALKED,
    ".json": "feed",
    ".pot": "po",
    **dict.fromkeys((".csv", ".tsv"), "csv"),
}
"""A folder's `.json` files are more often settings than feeds, its `.csv` files worksheets and its `.pot` files are not
translated, so they are read only when named."""
_DECLARING = ("html", "feed", "xliff", "tmx", "po")
"""Formats that say in the file which encoding it is in."""


def read(  # noqa: PLR0913 - one parameter per thing the user may say of the input
    paths: Sequence[str],
    *,
    stdin: BinaryIO,
    input_format: str | None = None,
    source_lang: str | None = None,
    target_lang: str = "en",
    languages: Callable[[str], tuple[str | None, str]] | None = None,
    network: Network | None = None,
) -> Iterator[Document]:
    """Yield every article of the paths in order; `-` is standard input, a folder is read with all below it.

    `input_format` (one of FORMATS) decides how each is read; without it the extension does, and where that says
    nothing the content. The languages hold where the input states none; where they depend on the path, `languages`
    tells source and target for each. All paths are looked up before the first article comes; raises IngestError at the
    first that cannot be read, or where its content is at fault. Addresses are read only with a `network`, and of a feed
    there only what that has not seen.
    """
    if input_format is not None and input_format not in _READERS:
        raise IngestError(f"unknown input format {input_format!r} – one of {', '.join(FORMATS)}")
    for path in files(paths, _WALKED):
        source, target = languages(path) if languages else (source_lang, target_lang)
        base = Document(id=path, path=path, text="", source_lang=source, target_lang=target)
        if is_address(path):
            yield from _fetched(path, base, input_format, network)
            continue
        data = _bytes(path, stdin)
        known = input_format or _BY_EXTENSION.get(Path(path).suffix.lower())
        text = _text(data, path, known)
        yield from _READERS[known or sniffed(text)](text, base)


def listed(paths: Sequence[str]) -> list[str]:
    """The files that `read` reads of the paths, a folder's one by one; raises IngestError where one is not there."""
    return files(paths, _WALKED)


def _fetched(url: str, base: Document, input_format: str | None, network: Network | None) -> Iterator[Document]:
    if network is None:
        raise IngestError("is an address, and only audit run reads those – save the page, pass the file", path=url)
    page = network.fetch(url, feed=input_format in (None, "feed"))
    if page is None:
        return
    known = input_format or page.format(_BY_EXTENSION, _READERS)
    text = _text(page.data, url, known, page.charset)
    known = known or sniffed(text)
    articles = _READERS[known](text, replace(base, meta={"url": page.address}))
    yield from network.unseen(url, page, articles) if known == "feed" else articles


def _text(data: bytes, path: str, known: str | None, charset: str | None = None) -> str:
    markup = known in _DECLARING or (known is None and looks_like_markup(data))
    return decode(data, path=path, markup=markup, charset=charset)


def _bytes(path: str, stdin: BinaryIO) -> bytes:
    try:
        return stdin.read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except (OSError, ValueError) as cause:
        raise cannot_read(path, cause) from cause
