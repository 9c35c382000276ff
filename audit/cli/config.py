"""`audit config`: the settings that hold, and where each comes from."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli import options
from audit.cli.terminal import Colour, console, standard_output
from audit.errors import ConfigError

if TYPE_CHECKING:
    from audit.cli.config_shown import Shown
    from audit.config import Config


class ConfigFormat(StrEnum):
    """How `audit config` shows settings."""

    TABLE = "table"
    JSON = "json"
    TOML = "toml"


Articles = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH…",
        help="Files or addresses, as audit run is given them, to see what holds for each; they are not read.",
        show_default=False,
    ),
]
Form = Annotated[
    ConfigFormat,
    typer.Option(
        "--format", "-f", metavar="NAME", help="table (the default), json, or toml to read back.", show_default=False
    ),
]
Init = Annotated[
    bool, typer.Option("--init", help="Write an audit.toml to begin with: every setting, explained and commented out.")
]


def config(  # noqa: PLR0913 - one parameter per option of the contract
    paths: Articles = None,
    *,
    form: Form = ConfigFormat.TABLE,
    source_lang: options.SourceLang = None,
    target_lang: options.TargetLang = None,
    settings: options.ConfigFile = None,
    init: Init = False,
    color: options.ColourOption = Colour.AUTO,
) -> None:
    """Show the settings that hold, and where each comes from: by default, from a file and its line, from an override.

    With a PATH they are those of its articles, with the overrides for it. What the overrides for languages do shows
    where the source language is set, or given here; that of an article is else told from its words.

    Exit status: 0 shown, 2 a setting is wrong.

    Files:
        audit.toml, pyproject.toml  Settings, in the latter [tool.audit]: the nearest file from here upwards.

    Examples:
        audit config  # the settings for all articles
        audit config articles/one.txt  # with the overrides for this one
        audit config https://example.org/en/feed.xml --source-lang es  # and with those for Spanish
        audit config --format json  # for programs
        audit config --init > audit.toml  # a file to begin with

    See Also:
        audit run, docs/configuration.md
    """
    from audit.cli.config_shown import Shown
    from audit.config import loaded
    from audit.configuration.starter import starter

    if init:
        sys.stdout.write(starter())
        return
    found = loaded(settings)
    given = {"source_lang": source_lang, "target_lang": target_lang}
    held = found.config.override(**given)
    _refuse_unknown_rules(held)
    named: list[str | None] = [*paths] if paths else [None]
    shown = [Shown(held, found.source, path, [name for name, value in given.items() if value]) for path in named]
    if form is ConfigFormat.TOML:
        _toml(shown)
    elif form is ConfigFormat.JSON:
        with standard_output() as stream:
            stream.write(json.dumps([one.plain() for one in shown], indent=2, ensure_ascii=False) + "\n")
    else:
        from audit.cli.config_table import show

        with console(color) as screen:
            show(screen, shown)


def _refuse_unknown_rules(held: Config) -> None:
    from audit import plugins
    from audit.selection import selected

    selected(plugins.checks(), held)


def _toml(shown: Sequence[Shown]) -> None:
    from audit.cli.config_values import table
    from audit.configuration.toml_text import toml

    if len(shown) != 1:
        raise ConfigError("--format toml shows one PATH, for the settings of several are no one file")
    with standard_output() as stream:
        stream.write(toml(table(shown[0].effective), ("suppress", "overrides")))
