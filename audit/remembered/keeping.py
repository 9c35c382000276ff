"""A report as bytes without what its document holds anyway, and back; what would not come back the same is not kept."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from audit.detached import put_back
from audit.document import Document, Paragraph
from audit.report import Report

_LEVEL = 1
"""Of zlib: a report of 250 words shrinks to a quarter in half a millisecond; the best level saves a tenth more."""


def kept(report: Report, document: Document) -> bytes | None:
    """The report on a document as bytes; None where `recalled` would not give the same one.

    That is so for evidence of types that bytes do not tell apart, such as a tuple and a list.
    """
    packed = _packed(report)
    if packed is None:
        return None
    data = zlib.compress(packed, _LEVEL)
    held = recalled(data, document)
    return data if held == report and _packed(held) == packed else None


def recalled(data: bytes, document: Document) -> Report | None:
    """The report that bytes hold, on the same document wherever that lies now; None where the bytes are broken."""
    import msgspec

    try:
        report: Report = _decoder()(zlib.decompress(data))
    except (zlib.error, msgspec.MsgspecError):
        return None
    return put_back(replace(report, document=_whole(report.document, document)), document)


def _packed(report: Report) -> bytes | None:
    import msgspec

    slim = put_back(report, _bare(report.document))
    try:
        return msgspec.msgpack.encode(replace(slim, document=_bare(report.document)))
    except (TypeError, ValueError, OverflowError):  # what msgpack has no form for: an object, a lone surrogate, 2 ** 64
        return None


def _bare(document: Document) -> Document:
    """The document without what it was given: only what the audit found out."""
    paragraphs = tuple(replace(paragraph, text="") for paragraph in document.paragraphs)
    return replace(
        document, id="", text="", path=None, source=None, raw=None, hints=(), units=(), meta={}, paragraphs=paragraphs
    )


def _whole(found: Document, given: Document) -> Document:
    return replace(
        found,
        id=given.id,
        text=given.text,
        path=given.path,
        source=given.source,
        hints=given.hints,
        units=given.units,
        meta=given.meta,
        paragraphs=tuple(_filled(paragraph, given.text) for paragraph in found.paragraphs),
    )


def _filled(paragraph: Paragraph, text: str) -> Paragraph:
    return replace(paragraph, text=text[paragraph.start : paragraph.end])


@cache
def _decoder() -> Callable[[bytes], Any]:
    import msgspec

    return msgspec.msgpack.Decoder(Report).decode
