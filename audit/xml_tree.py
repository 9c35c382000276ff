"""A well-formed XML file as a tree whose every element and text knows where it stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

XML = "http://www.w3.org/XML/1998/namespace"
"""What the prefix `xml` is always bound to (Namespaces in XML, 3)."""

_TOKEN = re.compile(
    r"""<!\[CDATA\[(?P<cdata>(?s:.*?))\]\]>|<!--(?s:.*?)-->|<\?(?s:.*?)\?>|<![^>]*+>"""
    r"""|<(?P<closing>/?)(?P<name>[^\s/<>!?]++)(?P<attributes>(?:[^>"']++|"[^"]*+"|'[^']*+')*+)>"""
)
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)\s*=\s*("[^"]*"|'[^']*')""")
_ROOT = re.compile(
    r"""\ufeff?(?:\s++|<\?(?s:.*?)\?>|<!--(?s:.*?)-->|<!DOCTYPE\b(?:[^>\["']++|"[^"]*+"|'[^']*+')*+>)*+"""
    r"""<(?:[^\s/<>!?:]++:)?([^\s/<>!?:]++)"""
)


class Text(NamedTuple):
    """Characters between two tags; in `verbatim` text (CDATA) no reference is decoded."""

    start: int
    end: int
    verbatim: bool = False


class Element(NamedTuple):
    """An element from `start` to `end`, whose content stands from `inside` to `close`.

    `space` is its namespace, empty where it has none, and `prefix` what stands for it, colon included; `written` is
    what its start tag has between name and `>`; `scope` are the namespaces that prefixes stand for inside it.
    """

    space: str
    prefix: str
    name: str
    start: int
    inside: int
    close: int
    end: int
    written: str
    scope: Mapping[str, str]
    children: tuple[Element | Text, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it is written as one tag (`<x/>`)."""
        return self.inside == self.end

    def get(self, name: str, space: str = "") -> str | None:
        """The value of an attribute, references decoded; None where it is not there."""
        if name not in self.written:
            return None
        for key, value in _ATTRIBUTE.findall(self.written):
            prefix, _, local = key.rpartition(":")
            if local == name and (self.scope.get(prefix, "") if prefix else "") == space:
                return unescape(value[1:-1])
        return None

    def elements(self, *names: str) -> Iterator[Element]:
        """The child elements of its own namespace with one of the names, all where none is given."""
        for child in self.children:
            if isinstance(child, Element) and child.space == self.space and (not names or child.name in names):
                yield child

    def first(self, name: str) -> Element | None:
        """The first child element of its own namespace with a name."""
        return next(self.elements(name), None)

    def walk(self) -> Iterator[Element]:
        """Itself and all elements below it, in the order of their start tags."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]


class _Open:
    """An element whose end tag has not come yet."""

    __slots__ = ("children", "match", "name", "scope")

    def __init__(self, match: re.Match[str], name: str, scope: Mapping[str, str]) -> None:
        self.match, self.name, self.scope = match, name, scope
        self.children: list[Element | Text] = []

    def closed(self, close: int, end: int) -> Element:
        prefix, colon, local = self.name.rpartition(":")
        return Element(
            space=self.scope.get(prefix, ""),
            prefix=prefix + colon,
            name=local,
            start=self.match.start(),
            inside=self.match.end(),
            close=close,
            end=end,
            written=self.match["attributes"],
            scope=self.scope,
            children=tuple(self.children),
        )


def root_name(raw: str) -> str | None:
    """The name of the first element of a file, its prefix left out; None where it does not begin as XML does."""
    found = _ROOT.match(raw)
    return found[1] if found else None


def tree(raw: str) -> Element | None:
    """The root element of an XML file that is known to be well-formed; None where there is no element."""
    opened: list[_Open] = []
    position = 0
    for match in _TOKEN.finditer(raw):
        if opened and position < match.start():
            opened[-1].children.append(Text(start=position, end=match.start()))
        position = match.end()
        if match["cdata"] is not None and opened:
            start, end = match.span("cdata")
            opened[-1].children.append(Text(start=start, end=end, verbatim=True))
        elif match["name"] is not None:
            root = _tag(match, opened)
            if root is not None:
                return root
    return None


def _tag(match: re.Match[str], opened: list[_Open]) -> Element | None:
    """Take in a tag; the root element where this tag ends it."""
    if match["closing"]:
        done = opened.pop().closed(match.start(), match.end()) if opened else None
    else:
        scope = _scope(match["attributes"], opened[-1].scope if opened else {"xml": XML})
        opened.append(_Open(match, match["name"], scope))
        done = opened.pop().closed(match.end(), match.end()) if match["attributes"].endswith("/") else None
    if done is None or not opened:
        return done
    opened[-1].children.append(done)
    return None


def _scope(written: str, outer: Mapping[str, str]) -> Mapping[str, str]:
    if "xmlns" not in written:
        return outer
    held = dict(outer)
    for key, value in _ATTRIBUTE.findall(written):
        if key == "xmlns" or key.startswith("xmlns:"):
            held[key.removeprefix("xmlns").removeprefix(":")] = unescape(value[1:-1])
    return held
