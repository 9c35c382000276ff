"""Reads a saved web page: its article's text as a browser shows it, every character traced to the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from audit.document import Document
from audit.ingest.main_text import main_blocks
from audit.ingest.page import blocks, hints
from audit.ingest.page_meta import page_meta
from audit.ingest.tracing import joined


def read_html(text: str, base: Document) -> Iterator[Document]:
    """Yield the one article of a page; `base` gives its id, path and languages."""
    held = main_blocks(text, list(blocks(text)))
    traced, spans = joined(block.traced for block in held)
    yield replace(
        base,
        text=traced.text,
        raw=traced.raw_map(text),
        hints=hints(held, spans),
        meta={**base.meta, **page_meta(text)},
    )
