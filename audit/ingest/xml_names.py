"""Names of XML elements under the prefixes this package knows them by, whatever prefix a file binds."""

from __future__ import annotations

from collections.abc import Mapping

from audit.ingest.markup import Token, attributes

_PREFIXES: Mapping[str, str] = {
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/1999/xhtml": "xhtml",
}
"""Namespaces of feeds and their usual prefixes; those of the formats themselves have none (feeds vary their case)."""

_UNDECLARED: Mapping[str, str] = {"atom": "", "rss": ""}
"""Prefixes of the formats themselves in files that forget to bind them."""


class Names:
    """The namespaces bound in a file: the default one by its root, prefixes by any tag seen so far."""

    __slots__ = ("_bound", "_rooted")

    def __init__(self) -> None:
        self._bound: dict[str, str] = {}
        self._rooted = False

    def see(self, tag: Token) -> None:
        """Note what an opening tag outside of articles binds; only the root's default namespace holds for others."""
        if "xmlns" in tag.attributes:
            bound = _bindings(tag)
            if self._rooted:
                bound.pop("", None)
            self._bound |= bound
        self._rooted = True

    def known(self, tag: Token) -> str:
        """The name of a tag under its usual prefix; as it stands where the namespace is not of feeds."""
        name = tag.name or ""
        prefix, _, local = name.rpartition(":")
        own = _bindings(tag) if "xmlns" in tag.attributes else {}
        bound = own.get(prefix, self._bound.get(prefix))
        usual = _UNDECLARED.get(prefix) if bound is None else _PREFIXES.get(bound.lower())
        if usual is None:
            return name
        return f"{usual}:{local}" if usual else local


def _bindings(tag: Token) -> dict[str, str]:
    """The namespaces a tag binds, by prefix, the default one by an empty prefix."""
    return {
        name.removeprefix("xmlns").removeprefix(":"): value.strip()
        for name, value in attributes(tag.attributes).items()
        if name == "xmlns" or name.startswith("xmlns:")
    }
