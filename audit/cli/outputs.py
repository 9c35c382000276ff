"""Which format goes where: pairs `--format` with `-o` and opens what they write to."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from audit import plugins
from audit.cli.terminal import standard_output
from audit.errors import AuditError, ConfigError, PluginError
from audit.renderer import Renderer

if TYPE_CHECKING:
    from audit.report import Report

STANDARD_OUTPUT = "-"
DEFAULT_FORMAT = "table"
_SHORT = {"md": "markdown", "xlf": "xliff", "xml": "junit"}
"""Endings that are not called as their format is."""
_ALSO = frozenset({("gitlab", "json")})
"""Formats whose files end as those of another do: `gl-code-quality-report.json`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One renderer and the file it writes, or `-` for standard output."""

    renderer: Renderer
    path: str = STANDARD_OUTPUT

    @property
    def standard(self) -> bool:
        """Whether it goes to standard output."""
        return self.path == STANDARD_OUTPUT

    def open(self) -> contextlib.AbstractContextManager[TextIO]:
        """The stream to write to; raises ConfigError when the file cannot be written."""
        if self.standard:
            return standard_output()
        try:
            return Path(self.path).open("w", encoding="utf-8", errors="backslashreplace", newline="")
        except OSError as cause:
            raise ConfigError(f"-o {self.path}: cannot write: {cause.strerror}") from cause

    def write(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:
        """Render the reports; raises PluginError when the renderer fails."""
        try:
            self.renderer.render(reports, stream, colour=colour, width=width)
        except (AuditError, OSError):
            raise
        except Exception as cause:
            raise PluginError(f"renderer {self.renderer.name} failed: {cause!r}") from cause


def paired(formats: Sequence[str], paths: Sequence[str], inputs: Sequence[str]) -> tuple[Output, ...]:
    """The outputs of a run: the i-th path belongs to the i-th format, a format without one goes to standard output.

    A path without a format has that of its ending. Raises ConfigError when two go to standard output or to one file,
    when a file named for one format would get another, or when an article would be overwritten.
    """
    pairs = [
        (name or _by_ending(path), path or STANDARD_OUTPUT)
        for name, path in zip_longest(formats or (() if paths else (DEFAULT_FORMAT,)), paths)
    ]
    _refuse_clashes(pairs, inputs)
    return tuple(Output(renderer=plugins.renderer(name), path=path) for name, path in pairs)


def _ending(path: str) -> str:
    """What a file's name ends in, without the dot; `report.sarif.json` is SARIF (SARIF 2.1.0, 3.2)."""
    name = Path(path).name
    return "sarif" if name.lower().endswith(".sarif.json") else Path(name).suffix.removeprefix(".")


def _by_ending(path: str) -> str:
    ending = _ending(path).lower()
    ending = _SHORT.get(ending, ending)
    if ending in plugins.found("audit.renderers"):
        return ending
    if ending in {"", "txt"}:
        return DEFAULT_FORMAT
    raise ConfigError(f"-o {path}: no format is called {ending!r} – give --format")


def _refuse_clashes(pairs: Sequence[tuple[str, str]], inputs: Sequence[str]) -> None:
    wanted = {name for name, _ in pairs}
    taken: set[str] = set()
    articles = {str(Path(path).resolve()) for path in inputs}
    for name, path in pairs:
        place = path if path == STANDARD_OUTPUT else str(Path(path).resolve())
        if place in taken:
            where = "standard output" if path == STANDARD_OUTPUT else path
            raise ConfigError(f"two formats go to {where} – give each --format its own -o FILE")
        if place in articles and path != STANDARD_OUTPUT:
            raise ConfigError(f"-o {path} would overwrite the article itself")
        ending = _ending(path)
        meant = _SHORT.get(ending, ending)
        if meant != name and meant in wanted and (name, ending) not in _ALSO:
            order = f"--format {meant} -o {path} --format {name}"
            raise ConfigError(
                f"-o {path} would get the format {name}: the i-th -o belongs to the i-th --format – {order}"
            )
        taken.add(place)
