"""What a renderer is: reports in, one output format out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, Protocol, TextIO

from audit.errors import ConfigError
from audit.report import Report


class Renderer(Protocol):
    """A plugin that writes reports in one format.

    `name` is what `--format` takes. `colour` and `width` (columns, None when unlimited) matter to terminal formats
    only; every other format writes the same bytes everywhere.
    """

    name: str

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:
        """Write all reports, in order, to a text stream; binary-safe formats encode as UTF-8.

        A format that is no text writes to what `binary` gives of the stream.
        """


def binary(stream: TextIO, name: str) -> BinaryIO:
    """The bytes below a text stream, for a format that is no text; what was written to the stream stands before them.

    Raises ConfigError, naming the format, where the stream is a terminal or has no bytes below it.
    """
    buffer: BinaryIO | None = getattr(stream, "buffer", None)
    if buffer is None or stream.isatty():
        raise ConfigError(f"--format {name} is no text for a terminal – give it a file: -o findings.{name}")
    stream.flush()
    return buffer
