"""Breaks a paragraph into lines for the terminal without losing sight of which code point stands where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from audit.finding import Finding, Severity
from audit.visible import glyph

STYLES = {
    Severity.NEUTRAL: "underline cyan",
    Severity.MINOR: "underline yellow",
    Severity.MAJOR: "bold underline red",
    Severity.CRITICAL: "bold white on red",
}
UNDERLINES = {Severity.NEUTRAL: ".", Severity.MINOR: "~", Severity.MAJOR: "^", Severity.CRITICAL: "!"}
"""What stands below a span where there is no colour: the worse, the louder."""


def glyphs(text: str) -> list[str]:
    """What each code point is shown as; a line break or tab inside a paragraph is a space."""
    return [_glyph(text, i) for i in range(len(text))]


def _glyph(text: str, i: int) -> str:
    if text[i] == "\r" and text[i + 1 : i + 2] == "\n":
        return ""
    return " " if text[i] in "\r\n\t" else glyph(text[i])


def wrap(shown: Sequence[str], width: int) -> Iterator[tuple[int, int]]:
    """Ranges of code points that fit `width` columns each, broken at spaces where there are any.

    The spaces at a break end their line and may stand beyond the width.
    """
    start, room, after_space = 0, width, 0
    for i, piece in enumerate(shown):
        size = cell_len(piece)
        if piece == " ":
            after_space = i + 1
        while piece != " " and size > room and i > start:
            end = after_space if after_space > start else i
            yield start, end
            start, room = end, width - sum(cell_len(held) for held in shown[end:i])
        room -= size
    if start < len(shown):
        yield start, len(shown)


def lines(text: str, width: int) -> list[str]:
    """A text wrapped to `width` columns, with hidden code points escaped."""
    shown = glyphs(text)
    return ["".join(shown[start:end]).rstrip() for start, end in wrap(shown, width)] or [""]


def levels(length: int, offset: int, findings: Sequence[Finding]) -> list[Severity | None]:
    """The worst severity over each of `length` code points of a text that starts at `offset` of the document's."""
    held: list[Severity | None] = [None] * length
    for finding in sorted(findings, key=lambda finding: finding.severity.weight):
        for i in range(max(0, finding.start - offset), min(length, finding.end - offset)):
            held[i] = finding.severity
    return held


def painted(shown: Sequence[str], marks: Sequence[Severity | None], *, colour: bool) -> list[Text]:
    """One wrapped line with its spans in colour, or followed by a row of marks where there is no colour."""
    # A space a span begins with is shown at the end of a line too: it may be the fault itself.
    while shown and shown[-1] == " " and (marks[-1] is None or len(shown) == 1 or marks[-2] is not None):
        shown, marks = shown[:-1], marks[:-1]
    if colour:
        line = Text()
        for level, run in groupby(range(len(shown)), key=marks.__getitem__):
            line.append("".join(shown[i] for i in run), STYLES[level] if level else "")
        return [line]
    row = "".join(
        (UNDERLINES[mark] if mark else " ") * cell_len(piece) for piece, mark in zip(shown, marks, strict=True)
    )
    return [Text("".join(shown)), *([Text(row.rstrip())] if row.strip() else [])]
