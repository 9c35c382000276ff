"""Which rows of a worksheet are of the article at hand, and of which of the articles in its file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from audit.document import Document
from audit.errors import ConfigError
from audit.review.row import Row
from audit.visible import cell_safe

SHOWN = 5
"""Paths that an error lists of a worksheet."""


def rows_of(rows: Sequence[Row], path: str) -> list[Row]:
    """The rows of an article's file: those with its path, else with its file name, or all where there is one path only.

    Raises ConfigError where the worksheet is of other articles.
    """
    paths = list(dict.fromkeys(row.path for row in rows))
    if len(paths) <= 1:
        return list(rows)
    place, name = _place(path), Path(path).name
    held = [one for one in paths if _place(one) == place] or [one for one in paths if Path(one).name == name]
    if len(held) != 1:
        there = ", ".join(paths[:SHOWN]) + (" …" if len(paths) > SHOWN else "")
        raise ConfigError(f"the worksheet has no rows of {path}, or of two files of its name – it has: {there}")
    return [row for row in rows if row.path == held[0]]


def by_document(rows: Sequence[Row], documents: Sequence[Document]) -> tuple[list[list[Row]], list[Row]]:
    """The rows of each document, and those whose entry the file no longer has."""
    if len(documents) == 1:
        return [list(rows)], []
    index = {_id(document.id, document.path or ""): i for i, document in enumerate(documents)}
    held: list[list[Row]] = [[] for _ in documents]
    lost: list[Row] = []
    for row in rows:
        at = index.get(_id(row.article, row.path))
        (lost if at is None else held[at]).append(row)
    return held, lost


def _id(article: str, path: str) -> str:
    """An article's id without the path of its file, which may have moved since."""
    return cell_safe(article).removeprefix(cell_safe(path))


def _place(path: str) -> str:
    try:
        return str(Path(path).resolve())
    except (OSError, ValueError):
        return path
