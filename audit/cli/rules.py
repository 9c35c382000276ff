"""`audit rules` and `audit explain`: what is looked for, and why."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audit.cli import candidates
from audit.cli.options import ColourOption
from audit.cli.terminal import Colour, console
from audit.errors import ConfigError

if TYPE_CHECKING:
    from audit.check import Check


class RuleFormat(StrEnum):
    """How `audit rules` lists them."""

    TABLE = "table"
    JSON = "json"


def rules(
    *,
    listing: Annotated[
        RuleFormat, typer.Option("--format", metavar="NAME", help="table (the default) or json.", show_default=False)
    ] = RuleFormat.TABLE,
    color: ColourOption = Colour.AUTO,
) -> None:
    """List every rule with its severity, category and fix.

    Examples:
        audit rules  # as a table
        audit rules --format json  # for programs

    See Also:
        audit explain, docs/checks/README.md
    """
    from audit import plugins

    held = plugins.checks()
    if listing is RuleFormat.JSON:
        listed = [_described(check) for check in held]
        typer.echo(json.dumps(listed, indent=2))
        return
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    others = any(check.distribution for check in held)
    for header in ("id", "name", "severity", "fix", *(["from"] if others else [])):
        table.add_column(header, no_wrap=True)
    table.add_column("what it finds")
    for check in held:
        package = [check.distribution.name if check.distribution else ""] if others else []
        cells = (check.id, check.name, check.severity.value, check.fix or "", *package, check.text.summary)
        table.add_row(*map(Text, cells))
    with console(color) as screen:
        screen.print(table)


def explain(
    rule: Annotated[
        str, typer.Argument(metavar="RULE", help="A rule's id or name.", autocompletion=candidates.one_rule)
    ],
    *,
    color: ColourOption = Colour.AUTO,
) -> None:
    """Explain one rule: what it finds, why machines do it, examples.

    Examples:
        audit explain redundant-subject  # by its name
        audit explain LIN121  # by its id

    See Also:
        audit rules, docs/checks/README.md
    """
    from audit.cli.rule_page import terminal_page

    with console(color) as screen:
        for line in terminal_page(_named(rule), width=screen.width, colour=screen.is_terminal):
            screen.print(line, soft_wrap=True)


def _named(rule: str) -> Check:
    from audit import plugins
    from audit.config import nearest

    for check in plugins.checks():
        if rule.casefold() in {check.id.casefold(), check.name}:
            return check
    known = tuple(label for check in plugins.checks() for label in (check.id, check.name))
    raise ConfigError(f"no rule {rule!r}{nearest(rule, known)} (`audit rules` lists them all)")


def _described(check: Check) -> dict[str, Any]:
    return {
        "id": check.id,
        "name": check.name,
        "summary": check.text.summary,
        "category": check.category,
        "its_type": check.its_type,
        "severity": check.severity.value,
        "confidence": check.confidence,
        "fix": check.fix,
        "needs": sorted(check.needs),
        "distribution": asdict(check.distribution) if check.distribution else None,
        "source_langs": None if check.source_langs is None else sorted(check.source_langs),
    }
