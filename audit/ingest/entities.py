"""Character references of HTML and XML, decoded with their place kept."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from audit.ingest.tracing import Tracer

REFERENCE = r"&(?:#[0-9]{1,32};?|#[xX][0-9a-fA-F]{1,32};?|[a-zA-Z][a-zA-Z0-9]{0,31};?)"
"""A character reference; no name is longer than 32 characters (WHATWG HTML, named character references)."""

_PIECE = re.compile(rf"[^&]++|{REFERENCE}|&")


def resolved(reference: str) -> tuple[str, int]:
    """The characters a reference stands for and the characters of it that were used; none when it is no reference.

    As in a browser, `&copyright` is `©` and five used characters; a number outside Unicode is U+FFFD, a control
    character nothing.
    """
    if reference.startswith("&#"):
        return unescape(reference), len(reference)
    # The shortest name that needs no semicolon has two letters (`&gt`).
    for end in range(len(reference), 2, -1):
        if (held := html5.get(reference[1:end])) is not None:
            return held, end
    return "", 0


def add_reference(tracer: Tracer, reference: str, start: int) -> None:
    """Add what a piece that matched REFERENCE at `start` stands for, and the rest of it as it is."""
    decoded, used = resolved(reference)
    if decoded:
        tracer.stands_for(decoded, start, start + used)
    if used < len(reference):
        tracer.copied(reference[used:], start + used)


def add_decoded(tracer: Tracer, raw: str, start: int, end: int) -> None:
    """Add `raw[start:end]` with its references decoded and its white space as it is."""
    for match in _PIECE.finditer(raw, start, end):
        piece = match.group()
        if piece.startswith("&") and len(piece) > 1:
            add_reference(tracer, piece, match.start())
        else:
            tracer.copied(piece, match.start())
