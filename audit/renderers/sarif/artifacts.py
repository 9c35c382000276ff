"""The files that were audited, and how SARIF names them: by URI."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote_from_bytes

from audit.document import Document

ROOT = "%SRCROOT%"
"""What relative paths are relative to; code scanning takes it for the root of the repository."""
_ADDRESS = re.compile(r"https?:|[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_STANDARD_INPUT = "-"
_IN_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"
"""What an address may hold unescaped, `%` included: escapes stay as they are (RFC 3986)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifacts:
    """The files in order of their first article; `index` finds them again by path, or by id where there is none."""

    locations: tuple[dict[str, Any], ...]
    roles: tuple[str, ...]
    index: dict[str, int] = field(repr=False)

    def location(self, document: Document) -> dict[str, Any]:
        """The `artifactLocation` of an article, with its place among the artifacts."""
        index = self.index[_key(document)]
        return {**self.locations[index], "index": index}

    def objects(self) -> list[dict[str, Any]]:
        """The `artifact` objects."""
        told = zip(self.locations, self.roles, strict=True)
        return [{"location": location, "roles": ["analysisTarget", role][: 1 + bool(role)]} for location, role in told]


def artifacts(documents: Iterable[Document]) -> Artifacts:
    """The files of the articles, each once."""
    found: dict[tuple[str | None, str], int] = {}
    locations, roles, index = list[dict[str, Any]](), list[str](), dict[str, int]()
    for document in documents:
        if _key(document) in index:
            continue
        location, role = _located(document)
        place = found.setdefault((location.get("uriBaseId"), location["uri"]), len(found))
        if place == len(locations):
            locations.append(location)
            roles.append(role)
        index[_key(document)] = place
    return Artifacts(locations=tuple(locations), roles=tuple(roles), index=index)


def is_address(path: str | None) -> bool:
    """Whether a path is an address."""
    return path is not None and bool(_ADDRESS.match(path))


def is_file(path: str | None) -> bool:
    """Whether a path is that of a file."""
    return path not in (None, _STANDARD_INPUT) and not is_address(path)


def _key(document: Document) -> str:
    return f"id\0{document.id}" if document.path is None else f"path\0{document.path}"


def _located(document: Document) -> tuple[dict[str, Any], str]:
    """The location of an article's file and what it is beside a target of the audit, if anything."""
    path = document.path
    if path is None:
        told = "An article that was given as text."
        return {"uri": _quoted(document.id) or "article", "description": {"text": told}}, "memoryContents"
    if path == _STANDARD_INPUT:
        return {"uri": "stdin", "description": {"text": "Standard input."}}, "standardStream"
    if is_address(path):
        return {"uri": _quoted(path, _IN_ADDRESSES)}, ""
    return _of_file(path), ""


def _of_file(path: str) -> dict[str, Any]:
    pure = PurePath(path)
    if ".." in pure.parts:
        # What `..` leads to is known here only (SARIF 2.1.0, 3.10.2).
        pure = _resolved(pure)
    if pure.is_absolute():
        return {"uri": _file_address(pure)}
    return {"uri": _quoted(pure.as_posix()), "uriBaseId": ROOT}


def _resolved(path: PurePath) -> PurePath:
    """The path without `..`: relative where it leads below the working folder, else absolute."""
    try:
        found, here = Path(path).resolve(), Path.cwd()
    except (OSError, ValueError):
        return path
    return found.relative_to(here) if found.is_relative_to(here) else found


def _file_address(path: PurePath) -> str:
    try:
        return path.as_uri()
    except ValueError:  # a surrogate that no file system has
        return f"file:///{_quoted(path.as_posix().lstrip('/'))}"


def _quoted(text: str, safe: str = "/") -> str:
    try:
        data = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = text.encode("utf-8", "surrogatepass")
    return quote_from_bytes(data, safe=safe)
