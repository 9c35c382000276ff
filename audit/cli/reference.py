"""The page on the command line, made from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def command_line(root: Any) -> str:
    """Every command with its arguments and options as Markdown; `root` is the context of `audit`."""
    parts = ["# Command line", *_section(root.command, root), *_sections(root.command, root)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _sections(group: Any, context: Any) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command.hidden:
            continue
        inner = type(context)(command, info_name=name, parent=context)
        yield f"## {inner.command_path}"
        yield from _section(command, inner)
        if hasattr(command, "list_commands"):
            yield from _sections(command, inner)


def _section(command: Any, context: Any) -> Iterator[str]:
    # Written out here: the wording of typer's own help changes between its versions, and the page is compared.
    parameters = [held for held in command.params if not getattr(held, "hidden", False)]
    arguments = [_placeholder(held) for held in parameters if held.param_type_name == "argument"]
    tail = ["COMMAND", "…"] if hasattr(command, "list_commands") else arguments
    yield f"`{' '.join([context.command_path, '[OPTIONS]', *tail])}`"
    yield _paragraphs(command.help)
    if parameters:
        rows = [f"| `{_cell(_names(held))}` | {_cell(held.help or '')} |" for held in parameters]
        yield "\n".join(["| option | meaning |", "| --- | --- |", *rows])


def _names(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return _placeholder(parameter)
    names = ", ".join(sorted(parameter.opts, key=len))
    return names if parameter.is_flag else f"{names} {_placeholder(parameter)}"


def _placeholder(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _paragraphs(text: str | None) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in (text or "").split("\n\n"))
