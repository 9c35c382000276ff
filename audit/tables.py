"""Reads the tables shipped under `audit/data/`: UTF-8, tab-separated, `#` comments, a header line."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `audit/data/NAME.tsv`, without its header and comments, each split at its tabs."""
    text = (resources.files("audit") / "data" / f"{name}.tsv").read_text("utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    next(lines)
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def column(name: str, index: int = 0) -> frozenset[str]:
    """One column of a table as a set."""
    return frozenset(row[index] for row in rows(name))
