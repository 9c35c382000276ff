"""Finds in an article the spans that the rows of a worksheet mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from audit.check import context_of
from audit.document import Document
from audit.finding import fingerprint
from audit.review.carrying import carried
from audit.review.row import Row

_SPACE = re.compile(r"(\s+)")

Span = tuple[int, int]
Places = dict[int, Span | str]
"""Of each row's number the span in code points, or why there is none."""
Index = Callable[[str, str], Mapping[str, list[Span]]]
"""The places of a rule and text by fingerprint."""


def located(rows: Sequence[Row], document: Document) -> Places:
    """Where the rows of one article stand in it now; the document has its paragraphs.

    A row stands where its fingerprint is found; of identical findings each has a place of its own, in their order.
    Where the article was edited since, it stands where the row's paragraph now has the text.
    """
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.fingerprint, []).append(row)

    @cache  # many rows are of one rule and text, a comma
    def index(rule: str, text: str) -> Mapping[str, list[Span]]:
        return _by_fingerprint(rule, text, document)

    return {number: place for group in groups.values() for number, place in _alike(group, document, index).items()}


def _alike(rows: Sequence[Row], document: Document, index: Index) -> Places:
    """The places of rows with one fingerprint."""
    places: Places = {}
    first: dict[tuple[str, int], Row] = {}
    waiting: list[Row] = []
    for row in sorted(rows, key=lambda row: (row.start, row.number)):
        original = first.setdefault((row.text, row.start if row.start >= 0 else -row.number), row)
        if original is not row:
            places[row.number] = f"is a copy of row {original.number}"
        elif _fits(row, document, (row.start, row.end)):
            places[row.number] = (row.start, row.end)
        else:
            waiting.append(row)
    found = {span for row in waiting for span in index(row.rule, row.text).get(row.fingerprint, ())}
    return places | _dealt(waiting, sorted(found.difference(places.values())), document)


def _dealt(rows: Sequence[Row], free: list[Span], document: Document) -> Places:
    """Free places for rows: in order where there are as many, else the nearest; a row that gets none has moved."""
    in_order = len(rows) == len(free)
    places: Places = {}
    for row in rows:
        if free:
            places[row.number] = free.pop(0 if in_order else _nearest(row, free))
        else:
            places[row.number] = _moved(row, document)
    return places


def _nearest(row: Row, spans: Sequence[Span]) -> int:
    return min(range(len(spans)), key=lambda i: abs(spans[i][0] - row.start))


def _fits(row: Row, document: Document, span: Span) -> bool:
    there = 0 <= span[0] < span[1] <= len(document.text)
    return there and _fingerprint(row.rule, document, span) == row.fingerprint


def _fingerprint(rule: str, document: Document, span: Span) -> str:
    return fingerprint(rule, document.text[slice(*span)], context_of(document, *span))


def _by_fingerprint(rule: str, wanted: str, document: Document) -> Mapping[str, list[Span]]:
    """Where a text stands, by the fingerprint that a finding of the rule would have there."""
    places: dict[str, list[Span]] = {}
    for span in _occurrences(wanted, document.text):
        places.setdefault(_fingerprint(rule, document, span), []).append(span)
    return places


def _occurrences(wanted: str, text: str) -> Iterator[Span]:
    r"""Where a text stands, any white space for any: spreadsheets make `\n` of `\r\n`."""
    if not wanted:
        return
    pattern = re.compile("".join(r"\s+" if part.isspace() else re.escape(part) for part in _SPACE.split(wanted)))
    position = 0
    while match := pattern.search(text, position):
        yield match.span()
        position = match.start() + 1


def _moved(row: Row, document: Document) -> Span | str:
    if not row.text or not row.paragraph_text:
        return "it is not in the article, and the row has no paragraph_text to look for"
    before = list(_occurrences(row.text, row.paragraph_text))
    if len(before) != 1:
        times = "is not" if not before else f"stands {len(before)} times"
        return f"it is not in the article as it was, and {times} in the row's paragraph_text"
    found = carried(before[0], row.paragraph_text, document.paragraphs)
    return found or "its place in the article is gone or was changed – look there by hand"
