"""Finds the strings of a JSON text, and traces what they say through their escapes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from audit.ingest.tracing import Traced, Tracer

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]]|[^\s{}\[\],:"]++')
"""Strings, brackets, and numbers or words; commas and colons tell nothing that the order of these does not."""
_PIECE = re.compile(
    r"[^\\]++|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL
)
"""Plain characters; the two halves of one beyond the basic plane; an escape (RFC 8259, 7)."""


class Literal(NamedTuple):
    """A string as it is written, from `start` to `end` with its quotation marks."""

    start: int
    end: int


Places: TypeAlias = "Mapping[str, Places] | Sequence[Places] | Literal | None"
"""A JSON value with its strings replaced by where they stand, and None for numbers and words."""


def places(raw: str, start: int = 0, end: int | None = None) -> Places:
    """Where the strings of a JSON text stand; `raw[start:end]` must be valid, as the json module has it.

    As there, the last of two values under one key counts.
    """
    whole: list[Places] = []
    opened: list[dict[str, Places] | list[Places]] = [whole]
    key: str | None = None
    for match in _TOKEN.finditer(raw, start, len(raw) if end is None else end):
        piece, holder = match.group(), opened[-1]
        if piece in "}]":
            opened.pop()
            continue
        if key is None and isinstance(holder, dict):
            key = json.loads(piece)
            continue
        value: dict[str, Places] | list[Places] | Literal | None = None
        if piece in "{[":
            value = {} if piece == "{" else []
            opened.append(value)
        elif piece.startswith('"'):
            value = Literal(*match.span())
        if isinstance(holder, dict):
            holder[key or ""] = value
        else:
            holder.append(value)
        key = None
    return whole[0]


def traced_string(raw: str, literal: Literal) -> Traced:
    """What a string says, each code point traced to the character or escape that stands for it."""
    tracer = Tracer()
    for match in _PIECE.finditer(raw, literal.start + 1, literal.end - 1):
        piece = match.group()
        if piece.startswith("\\"):
            tracer.stands_for(json.loads(f'"{piece}"'), *match.span())
        else:
            tracer.copied(piece, match.start())
    return tracer.traced()
