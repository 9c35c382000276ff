"""Renders to a string, as every renderer test does."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from audit import plugins

if TYPE_CHECKING:
    from audit.report import Report


def rendered(name: str, *reports: Report, colour: bool = False, width: int | None = None) -> str:
    """What the renderer of a name writes."""
    stream = io.StringIO(newline="")
    plugins.renderer(name).render(iter(reports), stream, colour=colour, width=width)
    return stream.getvalue()
