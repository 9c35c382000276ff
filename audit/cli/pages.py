"""The commands as pages of a manual: what docstrings and options say, gathered for whoever writes it down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from audit.cli.manual import DEFAULT_STATUS, Manual, parse

ARGUMENTS, OPTIONS, COMMANDS = "Arguments", "Options", "Commands"
Entries = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One command: its path, such as `audit run`, how it is called, its manual, and its options by panel."""

    path: str
    synopsis: str
    manual: Manual
    panels: Mapping[str, Entries]
    whole: bool = False

    @property
    def summary(self) -> str:
        """The first paragraph of the manual without its stop."""
        return _first(self.manual).removesuffix(".")

    @property
    def exit_status(self) -> str:
        """What each status means."""
        return self.manual.exit_status or DEFAULT_STATUS


def pages(root: Any) -> Iterator[Page]:
    """Every command that is not hidden, groups before what is in them; `root` is the context of `audit`."""
    command = root.command
    yield _page(command, root)
    for name in getattr(command, "commands", {}):
        inner = command.commands[name]
        if not inner.hidden:
            yield from pages(type(root)(inner, info_name=name, parent=root))


def _page(command: Any, context: Any) -> Page:
    parameters = [held for held in command.params if not getattr(held, "hidden", False)]
    tail = [placeholder(held) for held in parameters if held.param_type_name == "argument"]
    manual = parse(command.callback.__doc__ if command.callback else command.help)
    panels: dict[str, list[tuple[str, str]]] = {}
    for held in parameters:
        panels.setdefault(_panel(held), []).append((names(held), _meaning(held)))
    inner = getattr(command, "commands", {})
    listed = [(name, _first(parse(held.help))) for name, held in inner.items() if not held.hidden]
    if listed:
        panels[COMMANDS] = listed
        tail = ["COMMAND", "…"]
    return Page(
        path=context.command_path,
        synopsis=" ".join([context.command_path, "[OPTIONS]", *tail]),
        manual=manual,
        panels={panel: tuple(entries) for panel, entries in panels.items()},
        whole=context.parent is None,
    )


def names(parameter: Any) -> str:
    """How a parameter is written on the command line: `-o, --output FILE`."""
    if parameter.param_type_name == "argument":
        return placeholder(parameter)
    # Written out here: the wording of typer's own help changes between its versions, and the page is compared.
    held = ", ".join([*sorted(parameter.opts, key=len), *parameter.secondary_opts])
    return held if parameter.is_flag else f"{held} {placeholder(parameter)}"


def placeholder(parameter: Any) -> str:
    """What stands for a parameter's value."""
    return str(parameter.metavar or parameter.name.upper())


def _first(manual: Manual) -> str:
    return next(iter(manual.description), "")


def _panel(parameter: Any) -> str:
    usual = ARGUMENTS if parameter.param_type_name == "argument" else OPTIONS
    return str(getattr(parameter, "rich_help_panel", None) or usual)


def _meaning(parameter: Any) -> str:
    """What a parameter's help says, and its default where that does not."""
    told = " ".join((parameter.help or "").split())
    if parameter.param_type_name == "option" and parameter.required:
        return f"{told} Required."
    default = getattr(parameter.default, "value", parameter.default)
    if default in (None, False, True, "") or "default" in told:
        return told
    return f"{told} Default: {default}."
