"""Sentence boundaries (sentencex), moved where machine-translated text misleads a segmenter."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]")
SEGMENTER_LANGUAGES = frozenset({"en", "es", "fr", "de", "pt", "it", "nl", "ca", "pl", "ru"})
"""Languages whose sentencex rules are asked for by name; others use those of English."""


def sentences(text: str, lang: str) -> tuple[tuple[int, int], ...]:
    """Sentence spans of one paragraph as (start, end) code points, trimmed of white space; none for blank text."""
    import sentencex

    clean = _SURROGATE.sub("\ufffd", text)
    pieces = sentencex.segment(lang if lang in SEGMENTER_LANGUAGES else "en", clean)
    spans, position = [], 0
    for piece in pieces:
        start = clean.find(piece, position)
        if start < 0:
            return _whole(text)
        position = start + len(piece)
        spans.append((start, position))
    return tuple(_trimmed(text, _joined(text, spans)))


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a piece that starts in lower case to the one before: a quotation's full stop does not end its sentence."""
    held: list[tuple[int, int]] = []
    for start, end in spans:
        lead = text[start:end].lstrip(" \t\r\n”’\"')»")
        if held and lead[:1].islower():
            held[-1] = (held[-1][0], end)
        else:
            held.append((start, end))
    return held


def _trimmed(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    held = []
    for start, end in spans:
        piece = text[start:end]
        if piece.strip():
            held.append((start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())))
    return held


def _whole(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(_trimmed(text, [(0, len(text))]))
