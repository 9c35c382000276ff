"""Shows settings at a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from audit.cli.config_shown import Shown
from audit.config import Override

NOTHING = "–"


def show(screen: Console, shown: Sequence[Shown]) -> None:
    """The file, its overrides, and the settings of each path in a table."""
    source, config = shown[0].source, shown[0].config
    screen.print(Text(f"{source.place.origin}: {source.why}" if source.path else source.why), soft_wrap=True)
    for one in shown:
        if one.path is not None:
            screen.print(Text(f"\n{one.path}"), soft_wrap=True)
        for override in config.overrides:
            screen.print(Text(_line(override, one)), soft_wrap=True)
        screen.print(_table(one))


def _table(one: Shown) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    table.add_column("setting", no_wrap=True)
    table.add_column("value", overflow="fold")
    table.add_column("from", overflow="fold")
    for row in one.rows():
        table.add_row(Text(row.key), Text(_cell(row.value)), Text(row.origin))
    return table


def _line(override: Override, one: Shown) -> str:
    """As `[[overrides]] 1 at audit.toml:7 for sport/** applies`."""
    paths, spoken = ", ".join(override.paths), ", ".join(override.languages)
    wanted = " from ".join(part for part in (paths, spoken) if part)
    if not one.special:
        return f"{override} for {wanted}"
    unknown = " while the source language is not given" if override.languages and one.source_lang is None else ""
    return f"{override} for {wanted} {'applies' if override in one.overrides else f'does not apply{unknown}'}"


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_cell, value)) or NOTHING
    if isinstance(value, dict):
        return ": ".join(map(str, value.values())) or NOTHING
    if isinstance(value, bool):
        return str(value).lower()
    if value is None or value == "":
        return NOTHING
    return f"{value:g}" if isinstance(value, float) else str(value)
