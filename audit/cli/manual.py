"""What a command's docstring says: prose, exit statuses, files, variables and examples, each in its section."""

from __future__ import annotations

import inspect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import typer

EXAMPLES, FILES, ENVIRONMENT, SEE_ALSO = "Examples", "Files", "Environment", "See Also"
EXIT_STATUS = "Exit status: "
DEFAULT_STATUS = "0 done, 2 could not run."
_HEADER = re.compile(f"({EXAMPLES}|{FILES}|{ENVIRONMENT}|{SEE_ALSO}):")
_COLUMNS = re.compile(r"\s{2,}(?:# )?")
"""What parts the two columns of a section: an example and its comment, a file and what it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """A docstring by its sections.

    `description` holds paragraphs, each of one line; the first is the summary. `examples` are command lines with what
    they do, `files` and `environment` names with what they mean, `see_also` commands and pages.
    """

    description: tuple[str, ...] = ()
    exit_status: str = ""
    examples: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    environment: tuple[tuple[str, str], ...] = ()
    see_also: tuple[str, ...] = ()


def parse(docstring: str | None) -> Manual:
    """Split a docstring into its sections; what follows a section's heading is indented, an entry a line."""
    prose: list[str] = []
    held: dict[str, list[str]] = {EXAMPLES: [], FILES: [], ENVIRONMENT: [], SEE_ALSO: []}
    section = ""
    for line in inspect.cleandoc(docstring or "").splitlines():
        if header := _HEADER.fullmatch(line):
            section = header[1]
        elif section and line.startswith(" "):
            held[section].append(line.strip())
        elif not section or line.strip():
            section = ""
            prose.append(line)
    paragraphs = [" ".join(text.split()) for text in "\n".join(prose).split("\n\n") if text.strip()]
    statuses = [text.removeprefix(EXIT_STATUS) for text in paragraphs if text.startswith(EXIT_STATUS)]
    return Manual(
        description=tuple(text for text in paragraphs if not text.startswith(EXIT_STATUS)),
        exit_status=" ".join(statuses),
        examples=_pairs(held[EXAMPLES]),
        files=_pairs(held[FILES]),
        environment=_pairs(held[ENVIRONMENT]),
        see_also=tuple(name.strip() for line in held[SEE_ALSO] for name in line.split(",") if name.strip()),
    )


def describe(app: typer.Typer) -> None:
    """Give every command of an application its docstring as help: prose first, the examples last."""
    if app.registered_callback is not None:
        _described(app.registered_callback)
    for command in app.registered_commands:
        _described(command)
    for group in app.registered_groups:
        if group.typer_instance is not None:
            describe(group.typer_instance)


def _pairs(lines: Sequence[str]) -> tuple[tuple[str, str], ...]:
    parted = (_COLUMNS.split(line, maxsplit=1) for line in lines)
    return tuple((first, rest[0] if rest else "") for first, *rest in parted)


def _described(command: Any) -> None:
    manual = parse(command.callback.__doc__)
    status = [EXIT_STATUS + manual.exit_status] if manual.exit_status else []
    command.help = "\n\n".join([*manual.description, *status])
    command.epilog = "\n".join(
        f"{example}  # {meaning}" if meaning else example for example, meaning in manual.examples
    )
