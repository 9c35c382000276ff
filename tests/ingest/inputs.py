"""Reads bytes as a command would, and the law every traced document keeps."""

from __future__ import annotations

from html import unescape
from io import BytesIO

import pytest

from audit.document import Document
from audit.errors import IngestError
from audit.ingest.reading import read


def documents(data: str | bytes, input_format: str | None = None) -> list[Document]:
    """The articles of standard input holding `data`."""
    held = data.encode() if isinstance(data, str) else data
    return list(read(["-"], stdin=BytesIO(held), input_format=input_format))


def document(data: str | bytes, input_format: str | None = None) -> Document:
    """The only article of standard input holding `data`."""
    (held,) = documents(data, input_format)
    return held


def error(data: str | bytes, input_format: str | None = None) -> str:
    """The one line that standard input holding `data` is refused with."""
    with pytest.raises(IngestError) as caught:
        documents(data, input_format)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def raw_of(held: Document, part: str) -> str | None:
    """What stands in the raw page for a part of the text."""
    assert held.raw is not None
    start = held.text.index(part)
    place = held.raw.locate(start, start + len(part))
    return None if place is None else held.raw.raw[slice(*place)]


def assert_traced(held: Document, *, decodings: int = 1) -> None:
    """Each character is what its raw range decodes to, or white space both; ranges never go back."""
    assert held.raw is not None
    assert len(held.raw.ranges) == len(held.text)
    reached = 0
    for character, place in zip(held.text, held.raw.ranges, strict=True):
        if place is not None:
            decoded = held.raw.raw[slice(*place)]
            for _ in range(decodings):
                decoded = unescape(decoded)
            assert character in decoded or (character == " " and not decoded.strip()), (character, place)
            assert reached <= place[0] < place[1]
            reached = place[0]
