"""`audit docs`: writes the generated pages – rules, their index, the command line – or says which are stale."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.errors import ConfigError

if TYPE_CHECKING:
    from audit.check import Check

GENERATED = "<!-- Written by `audit docs`; edit the docstrings it is made from. -->\n\n"


def docs(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="The folder to write to.")] = Path("docs"),
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 when a page is stale.")] = False,
) -> int:
    """Write the generated pages of the docs."""
    from importlib.metadata import version

    from audit import plugins
    from audit.cli.man_page import man_page
    from audit.cli.reference import command_line
    from audit.cli.rule_page import markdown_page

    own = [rule for rule in plugins.checks() if rule.distribution is None]
    pages = {f"checks/{rule.name}.md": GENERATED + markdown_page(rule) for rule in own}
    pages["checks/README.md"] = GENERATED + _index(own)
    pages["cli.md"] = GENERATED + command_line(context.find_root())
    pages["man/audit.1"] = man_page(context.find_root(), version("mt-audit"))
    stale = _stale(folder, pages)
    if check:
        for path in stale:
            sys.stderr.write(f"audit: {path} is stale – run `audit docs {folder}`\n")
        return 1 if stale else 0
    for path in stale:
        _write(path, pages.get(path.relative_to(folder).as_posix()))
    return 0


def _stale(folder: Path, pages: Mapping[str, str]) -> list[Path]:
    """The pages that differ from what they should be, and those of rules that are no more."""
    wrong = [folder / name for name, text in pages.items() if _held(folder / name) != text]
    gone = [
        path
        for path in sorted((folder / "checks").glob("*.md"))
        if path.relative_to(folder).as_posix() not in pages and (_held(path) or "").startswith(GENERATED)
    ]
    return wrong + gone


def _held(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as cause:
        raise ConfigError(f"{path}: cannot read the page: {cause}") from cause


def _write(path: Path, text: str | None) -> None:
    try:
        if text is None:
            path.unlink()
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    except OSError as cause:
        raise ConfigError(f"{path}: cannot write: {cause.strerror}") from cause


def _index(rules: Iterable[Check]) -> str:
    rows = [
        f"| {rule.id} | [{rule.name}]({rule.name}.md) | {rule.severity.value} | {rule.category} "
        f"| {rule.text.summary.replace('|', chr(92) + '|')} |"
        for rule in rules
    ]
    head = ["# Rules", "", "| id | name | severity | category | what it finds |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*head, *rows]) + "\n"
