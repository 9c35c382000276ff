"""The page on the command line, made from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typer


def command_line(root: typer.Context) -> str:
    """Every command with its arguments and options as Markdown; hidden commands are left out."""
    parts = ["# Command line", f"`{root.info_name} COMMAND …`", _paragraphs(root.command.help)]
    parts.append(_options(root.command, root))
    parts.extend(_sections(root.command, root))
    return "\n\n".join(part for part in parts if part) + "\n"


def _sections(group: Any, context: Any) -> Iterator[str]:  # noqa: ANN401 - typer exports no type for its commands
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command.hidden:
            continue
        inner = type(context)(command, info_name=name, parent=context)
        yield f"## {inner.command_path}"
        yield f"`{_usage(command, inner)}`"
        yield _paragraphs(command.help)
        yield _options(command, inner)
        if hasattr(command, "list_commands"):
            yield from _sections(command, inner)


def _usage(command: Any, context: Any) -> str:  # noqa: ANN401 - as above
    return " ".join([context.command_path, *command.collect_usage_pieces(context)])


def _options(command: Any, context: Any) -> str:  # noqa: ANN401 - as above
    records = [record for parameter in command.get_params(context) if (record := _record(parameter, context))]
    if not records:
        return ""
    rows = [f"| `{_cell(names)}` | {_cell(text)} |" for names, text in records]
    return "\n".join(["| option | meaning |", "| --- | --- |", *rows])


def _record(parameter: Any, context: Any) -> tuple[str, str] | None:  # noqa: ANN401 - as above
    if getattr(parameter, "hidden", False) or "--help" in parameter.opts:
        return None
    record: tuple[str, str] | None = parameter.get_help_record(context)
    return record


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _paragraphs(text: str | None) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in (text or "").split("\n\n"))
