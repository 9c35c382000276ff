"""Knows what a page leaves around an article: forms, share lines, credits, file names, markup."""

from __future__ import annotations

import re
from functools import cache

from audit import tables

MOST_CHARACTERS = 220
"""A longer paragraph is never taken as residue as a whole: the longest comment-form line in the table has 160."""


@cache
def patterns(kind: str, *, whole: bool) -> re.Pattern[str]:
    """All patterns of one kind as one regular expression, ignoring case unless a row says otherwise."""
    rows = [row for row in tables.rows("residue") if row[0] == kind and (row[1] == "whole") == whole]
    joined = "|".join(f"(?:{row[2]})" for row in rows)
    return re.compile(joined or r"(?!)", re.IGNORECASE)


KINDS = ("boilerplate", "credit", "filename", "markup")


@cache
def kind_of(text: str) -> str | None:
    """The kind of residue a whole paragraph is, or None."""
    bare = text.strip()
    if not bare or len(bare) > MOST_CHARACTERS:
        return None
    return next((kind for kind in KINDS if patterns(kind, whole=True).fullmatch(bare)), None)


HEADLINE_WORDS = 6
"""Words from which a first line that looks like a link to another story is taken for the article's own headline."""


def may_be_headline(index: int, words: int) -> bool:
    """Whether the paragraph opens the article and is long enough for its headline ("WATCH: The senator answers …")."""
    return index == 0 and words > HEADLINE_WORDS


def is_residue(text: str) -> bool:
    """Whether a whole paragraph is residue of the page."""
    return kind_of(text) is not None


def spans(text: str, kind: str) -> list[tuple[int, int]]:
    """Where one kind of residue stands in a paragraph: all of it, or each place an inline pattern matches."""
    if kind_of(text) == kind:
        lead = len(text) - len(text.lstrip())
        return [(lead, len(text.rstrip()))]
    if is_residue(text):
        return []
    return [match.span() for match in patterns(kind, whole=False).finditer(text) if match[0]]
