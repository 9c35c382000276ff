"""Pages of tables as Markdown."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.bench.bootstrap import Estimate

NOTHING = "–"
"""What a cell shows where there is no figure."""

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a page: a heading, what the table shows, and the table, header first.

    `summary` is the row the set adds to the table at the head of the page, empty where it adds none.
    """

    title: str
    text: str
    rows: tuple[Cells, ...] = ()
    summary: Cells = ()


def page(title: str, intro: Iterable[str], sections: Iterable[Section]) -> str:
    """A page: its title, its first paragraphs, and its sections."""
    parts = [f"# {title}", *intro]
    for section in sections:
        parts += [f"## {section.title}", section.text, table(section.rows)]
    return "\n\n".join(part for part in parts if part) + "\n"


def table(rows: Sequence[Sequence[str]]) -> str:
    """The rows as a table, the first of them its header; nothing for no rows."""
    if not rows:
        return ""
    head, *body = rows
    lines = [head, ["---"] * len(head), *body]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def number(value: float | None, digits: int = 3) -> str:
    """A figure to some decimals; a dash where there is none."""
    return NOTHING if value is None or math.isnan(value) else f"{value:,.{digits}f}"


def share(part: int, whole: int) -> str:
    """How many of how many; a dash of none."""
    return f"{part} / {whole}" if whole else NOTHING


def estimate(held: Estimate) -> str:
    """A figure with its 95 % interval."""
    if math.isnan(held.value) or math.isnan(held.low):
        return number(held.value)
    return f"{held.value:.3f} [{held.low:.3f}, {held.high:.3f}]"
