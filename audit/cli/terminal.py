"""What is known of the terminal: whether colours show, how wide it is."""

from __future__ import annotations

import contextlib
import os
from enum import StrEnum
from typing import TextIO

from rich.console import Console


class Colour(StrEnum):
    """When to colour; `auto` is for a terminal, unless the environment says otherwise."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def coloured(stream: TextIO, when: Colour = Colour.AUTO) -> bool:
    """Whether to colour what is written to a stream; `NO_COLOR` and `FORCE_COLOR` decide for `auto`."""
    if when is not Colour.AUTO:
        return when is Colour.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def columns() -> int | None:
    """Columns of the terminal the user sits at, even when standard output is piped to a pager; None without one."""
    with contextlib.suppress(ValueError):
        if (set_by_hand := int(os.environ.get("COLUMNS", ""))) > 0:
            return set_by_hand
    for descriptor in (1, 2, 0):
        with contextlib.suppress(OSError):
            return os.get_terminal_size(descriptor).columns or None
    return None


def console(stream: TextIO, when: Colour = Colour.AUTO) -> Console:
    """A console for the small commands; a pipe is as wide as anything written to it."""
    colour = coloured(stream, when)
    return Console(
        file=stream,
        width=columns() if stream.isatty() else 120,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
