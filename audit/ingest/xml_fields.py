"""Finds the entries of a feed in its XML and the text of each, traced to the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audit.ingest.entities import add_decoded
from audit.ingest.markup import Token, attributes, xml_tokens
from audit.ingest.tracing import Traced, Tracer, traced_copy

_ATOM = frozenset(("atom:entry", "entry"))
_ENTRIES = _ATOM | {"item", "rss:item"}
"""What feeds call an entry; other modules have items of their own (`media:item`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The content of an element: its characters, decoded once; or its markup as it stands when `inline`.

    `kind` is its `type` attribute, empty when it has none.
    """

    traced: Traced
    kind: str
    inline: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An `<item>` or `<entry>`: the first child element of each qualified name."""

    atom: bool
    fields: Mapping[str, Field]


def entries(raw: str) -> list[Entry]:
    """The entries of a feed in order; offsets are into `raw`."""
    held: list[Entry] = []
    tokens = xml_tokens(raw)
    for token in tokens:
        if token.name and not token.closing and token.name.lower() in _ENTRIES:
            fields: dict[str, Field] = {}
            if not token.closes_itself:
                for name, field in _fields(tokens, token.name, raw):
                    fields.setdefault(name, field)
            held.append(Entry(atom=token.name.lower() in _ATOM, fields=fields))
    return held


def _fields(tokens: Iterator[Token], entry: str, raw: str) -> Iterator[tuple[str, Field]]:
    for token in tokens:
        if token.name is None:
            continue
        if token.closing and token.name == entry:
            return
        if not token.closing and not token.closes_itself:
            yield token.name, _field(tokens, token, raw)


def _field(tokens: Iterator[Token], opening: Token, raw: str) -> Field:
    tracer, depth, inline, end = Tracer(), 1, False, len(raw)
    for token in tokens:
        if token.name is None:
            _add(tracer, raw, token)
            continue
        if token.name == opening.name:
            depth += -1 if token.closing else not token.closes_itself
        if not depth:
            end = token.start
            break
        inline = True
    traced = traced_copy(raw[opening.end : end], opening.end) if inline else tracer.traced()
    return Field(traced=traced, kind=attributes(opening.attributes).get("type", "").lower(), inline=inline)


def _add(tracer: Tracer, raw: str, token: Token) -> None:
    if token.verbatim:
        tracer.copied(raw[token.start : token.end], token.start)
    else:
        add_decoded(tracer, raw, token.start, token.end)
