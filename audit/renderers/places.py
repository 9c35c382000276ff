"""Where a finding stands in the file its article came from, as line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from audit.document import Document
from audit.finding import Finding

_LINE_END = re.compile(r"\r\n|\n|\r")
RECENT_FILES = 8
"""Files whose lines are kept: the articles of a feed, which come one after another, are all of one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Lines and columns of a span, counted from 1; columns count code points, and the end is exclusive.

    `offset` and `length` are the same span in code points from the start of the file.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    length: int


def place(finding: Finding, document: Document) -> Place:
    """The place of a finding in its file: of the raw page or feed where one is known, else of the article's text.

    What has no place in the raw file stands at its start.
    """
    if document.raw is None:
        return span(document.text, finding.start, finding.end)
    if finding.raw_start is None or finding.raw_end is None:
        return span(document.raw.raw, 0, 0)
    return span(document.raw.raw, finding.raw_start, finding.raw_end)


def span(text: str, start: int, end: int) -> Place:
    """The place of `text[start:end]`; a byte order mark at the start of the text takes no column."""
    starts = _line_starts(text)
    line, last = bisect_right(starts, start), bisect_right(starts, end)
    return Place(
        line=line,
        column=_column(text, starts[line - 1], start),
        end_line=last,
        end_column=_column(text, starts[last - 1], end),
        offset=start,
        length=end - start,
    )


def _column(text: str, line_start: int, at: int) -> int:
    marked = line_start == 0 and at > 0 and text.startswith("\ufeff")
    return at - line_start + (0 if marked else 1)


@lru_cache(maxsize=RECENT_FILES)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _LINE_END.finditer(text)))
