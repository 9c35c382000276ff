"""Finds the entries of a feed in its XML and the text of each, traced to the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from audit.ingest.entities import add_decoded
from audit.ingest.markup import Token, attributes, xml_tokens
from audit.ingest.tracing import Traced, Tracer
from audit.ingest.xml_names import Names

_ATOM, _RSS = "entry", "item"
"""What feeds call an entry; other modules have items of their own (`media:item`)."""
_XHTML = "xhtml:"


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
    """An `<item>` or `<entry>`: the first child element of each name, under its usual prefix; `about` is its RDF id."""

    atom: bool
    about: str
    fields: Mapping[str, Field]

    @property
    def id(self) -> str:
        """What the feed itself calls it, as it stands there; empty when it has no name."""
        held = (self.fields[name].traced.text.strip() for name in ("id", "guid") if name in self.fields)
        return next(filter(None, held), self.about)


def entries(raw: str) -> list[Entry]:
    """The entries of a feed in order; offsets are into `raw`."""
    return list(_Reader(raw).read())


class _Reader:
    __slots__ = ("_names", "_raw", "_tokens")

    def __init__(self, raw: str) -> None:
        self._raw, self._names, self._tokens = raw, Names(), xml_tokens(raw)

    def read(self) -> Iterator[Entry]:
        for token in self._tokens:
            if token.name is None or token.closing:
                continue
            self._names.see(token)
            name = self._names.known(token).lower()
            if name in (_ATOM, _RSS):
                fields: dict[str, Field] = {}
                if not token.closes_itself:
                    for key, field in self._fields(token.name):
                        fields.setdefault(key, field)
                about = attributes(token.attributes).get("rdf:about", "").strip()
                yield Entry(atom=name == _ATOM, about=about, fields=fields)

    def _fields(self, entry: str) -> Iterator[tuple[str, Field]]:
        for token in self._tokens:
            if token.name is None:
                continue
            if token.closing and token.name == entry:
                return
            if not token.closing and not token.closes_itself:
                yield self._names.known(token), self._field(token)

    def _field(self, opening: Token) -> Field:
        decoded, inner, depth, end = Tracer(), list[Token](), 1, len(self._raw)
        for token in self._tokens:
            if token.name is None:
                _add(decoded, self._raw, token)
                continue
            if token.name == opening.name:
                depth += -1 if token.closing else not token.closes_itself
            if not depth:
                end = token.start
                break
            inner.append(token)
        traced = self._markup(opening.end, end, inner) if inner else decoded.traced()
        return Field(traced=traced, kind=attributes(opening.attributes).get("type", "").lower(), inline=bool(inner))

    def _markup(self, start: int, end: int, tags: list[Token]) -> Traced:
        """Markup as it stands, but for the prefixes of XHTML elements, which a reader of HTML does not know."""
        tracer = Tracer()
        for tag in tags:
            prefix, colon, _ = (tag.name or "").rpartition(":")
            if colon and self._names.known(tag).startswith(_XHTML):
                name = tag.start + (2 if tag.closing else 1)
                tracer.copied(self._raw[start:name], start)
                start = name + len(prefix) + 1
        tracer.copied(self._raw[start:end], start)
        return tracer.traced()


def _add(tracer: Tracer, raw: str, token: Token) -> None:
    if token.verbatim:
        tracer.copied(raw[token.start : token.end], token.start)
    else:
        add_decoded(tracer, raw, token.start, token.end)
