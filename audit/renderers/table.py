"""The report an editor reads at the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from audit.renderers.article import article, ending
from audit.renderers.summary import Summary
from audit.report import Report

DEFAULT_WIDTH = 100
"""Columns where the width is not known (a file, a pipe): between the two below."""
NARROWEST, WIDEST = 60, 120
"""Below the first the margin leaves no room for text; lines longer than the second are hard to read (Bringhurst, *The
Elements of Typographic Style*, 2.1.2, wants 45 to 75 characters, twice that at the very most)."""


class TableRenderer:
    """Each article with its spans marked in place and its findings beneath, then a summary."""

    name = "table"

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:
        """Write each report as it comes; plain text with rows of marks beneath the spans where `colour` is false."""
        width = min(max(width or DEFAULT_WIDTH, NARROWEST), WIDEST)
        console = _console(stream, colour=colour, width=width)
        summary = Summary()
        last = None
        for report in reports:
            if last is not None:
                _lines(console, [*ending(last, width), Text()])
            _lines(console, article(report, colour=colour, width=width))
            summary.add(report)
            last = report
        # The verdict on the last article waits, so that with one article it ends the page.
        close = [*ending(last, width), Text()] if last else [Text("No articles to audit.", "bold")]
        parts = list(summary.parts(width))
        for part in (*close, *parts) if summary.several else (*parts, *close):
            console.print(part)


def _lines(console: Console, lines: Iterable[Text]) -> None:
    for line in lines:
        console.print(line, soft_wrap=True)


def _console(stream: TextIO, *, colour: bool, width: int) -> Console:
    """A console that decides nothing by itself: the same reports give the same characters on every terminal."""
    return Console(
        file=stream,
        width=width,
        force_terminal=colour,
        force_jupyter=False,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
