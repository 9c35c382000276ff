"""Reads plain text: the text is the file's, to the last character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from audit.document import Document


def read_text(text: str, base: Document) -> Iterator[Document]:
    """Yield the one article of a text file; `base` gives its id, path and languages."""
    yield replace(base, text=text)
