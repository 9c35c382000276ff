"""Parses the XML of an untrusted bilingual file: no entity is expanded, nothing is loaded."""

from __future__ import annotations

import re

from audit.errors import IngestError
from audit.xml_tree import Element, Text, tree

_PROLOG = re.compile(r"\ufeff?(?:\s++|<\?(?s:.*?)\?>|<!--(?s:.*?)-->)*+")
_DOCTYPE = re.compile(r"""<!DOCTYPE\b(?:[^>\["']++|"[^"]*+"|'[^']*+')*+(\[)?""")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)[^;\s]*;?")
_POSITION = re.compile(r",? line \d+.*", re.DOTALL)


def parsed(raw: str, path: str | None) -> Element:
    """The root element of an XML file.

    Raises IngestError with the line for what is not well-formed, and for declared or undeclared entities.
    """
    prolog = _PROLOG.match(raw)
    doctype = _DOCTYPE.match(raw, prolog.end() if prolog else 0)
    if doctype is not None and doctype[1]:
        message = (
            "declares XML entities or elements of its own, which an untrusted file could abuse – remove its DOCTYPE"
        )
        raise IngestError(message, path=path)
    _refuse_malformed(raw, path)
    root = tree(raw)
    if root is None:
        raise IngestError("is not well-formed XML: it has no element – export the file again", path=path)
    if doctype is not None:
        _refuse_names(root, raw, path)
    return root


def line_of(raw: str, position: int) -> int:
    """The line, from 1, of a place in a file."""
    return raw.count("\n", 0, position) + 1


def _refuse_malformed(raw: str, path: str | None) -> None:
    from lxml import etree

    # The text is decoded: its declaration of another encoding no longer holds, and `encoding` overrules it.
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )  # fmt: skip
    try:
        etree.fromstring(raw.removeprefix("\ufeff").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as cause:
        reason = _POSITION.sub("", cause.msg or "it breaks off").partition("\n")[0]
        message = f"is not well-formed XML: {reason} – export the file again"
        raise IngestError(message, path=path, line=cause.lineno or None) from cause


def _refuse_names(root: Element, raw: str, path: str | None) -> None:
    """Refuse references to entities of a DTD that is not loaded: nobody knows what they stand for."""
    for element in root.walk():
        for child in element.children:
            if isinstance(child, Text) and not child.verbatim and (found := _NAMED.search(raw, child.start, child.end)):
                message = f"uses the entity {found[0]} of a DTD that is not loaded – write the character itself"
                raise IngestError(message, path=path, line=line_of(raw, found.start()))
