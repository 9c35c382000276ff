"""Finds the forms of a table, such as place names in a source language's spelling, in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from audit import tables

_WORD = re.compile(r"(?<![\w@#])[^\W\d_]+")
_ENDS = re.compile(r"(?!\w|[-’'](?!s\b)\w)")


def forms(text: str, table: str, lang: str | None) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, form and English name of each form in a text, the longest first where several begin.

    The table has the columns form, languages (`es|pt`) and english. `lang` is the source language; when it is unknown
    the rows of every language count.
    """
    index, past = _index(table), 0
    for word in _WORD.finditer(text):
        if word.start() >= past:
            for form, languages, english in index.get(word[0], ()):
                end = word.start() + len(form)
                if (
                    (lang is None or lang in languages)
                    and text.startswith(form, word.start())
                    and _ENDS.match(text, end)
                ):
                    yield word.start(), end, form, english
                    past = end
                    break


@cache
def english_of(table: str) -> dict[str, str]:
    """The English name for each form of a table."""
    return {form: english for form, _, english in tables.rows(table)}


@cache
def _index(table: str) -> dict[str, tuple[tuple[str, frozenset[str], str], ...]]:
    held: dict[str, list[tuple[str, frozenset[str], str]]] = defaultdict(list)
    for form, languages, english in sorted(tables.rows(table), key=lambda row: -len(row[0])):
        first = _WORD.match(form)
        if first:
            held[first[0]].append((form, frozenset(languages.split("|")), english))
    return {first: tuple(rows) for first, rows in held.items()}
