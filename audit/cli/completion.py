"""`audit completion`: what a shell needs to complete the command line, and the answers it asks for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

VARIABLE = "_AUDIT_COMPLETE"
"""Set by the shell's script when it asks; the arguments are then the words up to the one that is being typed."""
SHORT = 100
"""Characters of a command's meaning: what fits a line beside its name."""


class Shell(StrEnum):
    """The shells there are scripts for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def completion(shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.")]) -> None:
    """Print the script that completes commands, options, rules and formats in a shell.

    Load it where the shell starts: in ~/.bashrc, in ~/.zshrc after compinit, in ~/.config/fish/config.fish or in
    $PROFILE.

    Examples:
        audit completion bash >> ~/.bashrc
        audit completion zsh >> ~/.zshrc
        audit completion fish > ~/.config/fish/completions/audit.fish
    """
    from importlib.resources import files

    script = files("audit").joinpath("data", "completion", f"audit.{shell.value}")
    sys.stdout.write(script.read_text("utf-8"))


def asked() -> bool:
    """Whether a shell asks, and no person."""
    return bool(os.environ.get(VARIABLE))


def answer(root: Any, words: Sequence[str]) -> int:
    """Print what the last of the words may become, one a line, with a tab and its meaning where it has one.

    `root` is the whole command line. Nothing is parsed or loaded, so that a shell need not wait; where nothing is
    known, nothing is printed and the shell completes file names.
    """
    *before, last = words or ("",)
    for value, meaning in _answers(root, before, last.strip()):
        sys.stdout.write(f"{value}\t{meaning}\n" if meaning else f"{value}\n")
    sys.stdout.flush()
    return 0


def _answers(root: Any, before: Sequence[str], last: str) -> Iterator[tuple[str, str]]:
    command, waiting = _reached(root, before)
    name, equals, value = last.partition("=")
    if last == "=":  # bash makes a word of it
        name, equals, value = "", "", ""
    elif equals and (held := _option(command, name)) is not None:
        waiting = held
    else:
        name, equals, value = "", "", last
    if waiting is not None:
        yield from ((f"{name}{equals}{one}", "") for one in _values(waiting, value))
    elif value.startswith("-") and "--" not in before:
        yield from _options(command, value)
    elif hasattr(command, "commands"):
        yield from _commands(command, value)
    else:
        arguments = (held for held in command.params if held.param_type_name == "argument")
        yield from ((one, "") for held in arguments for one in _values(held, value))


def _reached(command: Any, words: Sequence[str]) -> tuple[Any, Any]:
    """The command that the words name, and the option that waits for its value, None where none does."""
    waiting = None
    for word in words:
        if waiting is not None:
            waiting = waiting if word == "=" else None
        elif (held := _option(command, word)) is not None:
            waiting = None if held.is_flag else held
        else:
            command = getattr(command, "commands", {}).get(word, command)
    return command, waiting


def _option(command: Any, word: str) -> Any:
    options = (held for held in command.params if held.param_type_name == "option")
    return next((held for held in options if word in (*held.opts, *held.secondary_opts)), None)


def _options(command: Any, start: str) -> Iterator[tuple[str, str]]:
    for held in command.params:
        if held.param_type_name == "option" and not held.hidden:
            names = (*held.opts, *held.secondary_opts)
            yield from ((name, _line(held.help)) for name in names if name.startswith(start))
    if "--help".startswith(start):
        yield "--help", "Show the help."


def _commands(group: Any, start: str) -> Iterator[tuple[str, str]]:
    for name, command in group.commands.items():
        if name.startswith(start) and not command.hidden:
            yield name, _line(command.get_short_help_str(limit=SHORT))


def _values(parameter: Any, start: str) -> list[str]:
    """What a parameter itself says it may be; nothing for paths, which the shell knows best."""
    return [item.value for item in parameter.shell_complete(None, start) if item.type == "plain"]


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
