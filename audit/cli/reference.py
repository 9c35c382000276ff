"""The page on the command line, made from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from audit.cli.pages import Entries, Page, pages


def command_line(root: Any) -> str:
    """Every command as Markdown, in the sections of a man page; `root` is the context of `audit`."""
    parts = ["# Command line", *(part for page in pages(root) for part in _sections(page))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _sections(page: Page) -> Iterator[str]:
    manual = page.manual
    yield f"## {page.path}"
    yield from ("**NAME**", f"{page.path} – {page.summary}")
    yield from ("**SYNOPSIS**", f"`{page.synopsis}`")
    if manual.description[1:]:
        yield from ("**DESCRIPTION**", *manual.description[1:])
    for panel, entries in page.panels.items():
        yield from (f"**{panel.upper()}**", _table(entries))
    yield from ("**EXIT STATUS**", page.exit_status)
    if manual.files:
        yield from ("**FILES**", _table(manual.files))
    if manual.environment:
        yield from ("**ENVIRONMENT**", _table(manual.environment))
    if manual.examples:
        yield from ("**EXAMPLES**", _examples(manual.examples))
    if manual.see_also:
        yield from ("**SEE ALSO**", ", ".join(_link(name) for name in manual.see_also))


def _table(entries: Entries) -> str:
    rows = [f"| `{_cell(name)}` | {_cell(meaning)} |" for name, meaning in entries]
    return "\n".join(["| | |", "| --- | --- |", *rows])


def _examples(examples: Entries) -> str:
    width = max(len(command) for command, _ in examples)
    lines = [f"$ {command:{width}}  # {meaning}" if meaning else f"$ {command}" for command, meaning in examples]
    return "\n".join(["```console", *lines, "```"])


def _link(name: str) -> str:
    """A command as a link to its part of the page, a page of the docs as a link to it."""
    if name.startswith("docs/"):
        return f"[{name.removeprefix('docs/')}]({name.removeprefix('docs/')})"
    return f"[{name}](#{name.replace(' ', '-')})"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
