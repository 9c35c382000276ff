"""What a renderer is: reports in, one output format out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TextIO

from audit.report import Report


class Renderer(Protocol):
    """A plugin that writes reports in one format.

    `name` is what `--format` takes. `colour` and `width` (columns, None when unlimited) matter to terminal formats
    only; every other format writes the same bytes everywhere.
    """

    name: str

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:
        """Write all reports, in order, to a text stream; binary-safe formats encode as UTF-8."""
