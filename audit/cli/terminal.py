"""What is known of the terminal: whether colours show, how wide it is."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

PIPE_COLUMNS = 120
"""As wide as the terminal report ever is."""


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


@contextlib.contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output, written without translating line ends and without ever failing on a character.

    UTF-8 in a file or pipe, whatever the locale; on a terminal in its own encoding, with escapes for what it lacks.
    """
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        yield sys.stdout
        return
    sys.stdout.flush()
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    stream = io.TextIOWrapper(buffer, encoding=encoding, errors="backslashreplace", newline="")
    try:
        yield stream
    finally:
        stream.detach()


def columns() -> int | None:
    """Columns of the terminal the user sits at, even when standard output is piped to a pager; None without one."""
    with contextlib.suppress(ValueError):
        if (set_by_hand := int(os.environ.get("COLUMNS", ""))) > 0:
            return set_by_hand
    for descriptor in (1, 2, 0):
        with contextlib.suppress(OSError):
            return os.get_terminal_size(descriptor).columns or None
    return None


@contextlib.contextmanager
def console(when: Colour = Colour.AUTO) -> Iterator[Console]:
    """A console on standard output for the small commands; in a pipe it is as wide as the widest report."""
    from rich.console import Console

    with standard_output() as stream:
        colour = coloured(stream, when)
        yield Console(
            file=stream,
            width=columns() if stream.isatty() else PIPE_COLUMNS,
            force_terminal=colour,
            no_color=not colour,
            color_system="standard" if colour else None,
            highlight=False,
            markup=False,
            emoji=False,
        )
