"""Reads Markdown as CommonMark does, with the tables of GitHub."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_READER = MarkdownIt("commonmark").enable("table").enable("strikethrough")


def tokens(text: str) -> list[Token]:
    """All tokens of a text, those inside lines too."""
    return list(_flat(_READER.parse(text)))


def kinds(text: str) -> set[str]:
    """The kinds of markup that a text has."""
    return {token.type for token in tokens(text)}


def _flat(held: list[Token]) -> Iterator[Token]:
    for token in held:
        yield token
        yield from _flat(token.children or [])
