"""The man page audit(1), made from the commands themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from audit.cli.pages import OPTIONS, Entries, Page, pages

WARNING = '.\\" Written by `audit docs`; edit the docstrings it is made from.\n'
_CODE = re.compile(r"`([^`]+)`")
_SPECIAL = {"\\": "\\e", "-": "\\-", "‘": "\\(oq", "’": "\\(cq", "“": "\\(lq", "”": "\\(rq", "–": "\\(en", "…": "..."}
"""Characters that troff takes for others, or that a terminal of 7 bits lacks (groff_char(7))."""


def man_page(root: Any, version: str) -> str:
    """The manual in the macros of man(7); `root` is the context of `audit`."""
    whole, *commands = pages(root)
    lines = [f'.TH AUDIT 1 "" "mt\\-audit {_text(version)}" "User Commands"', *_whole(whole)]
    lines += [".SH COMMANDS", *(line for page in commands for line in _command(page))]
    lines += [*_entries("FILES", whole.manual.files), *_entries("ENVIRONMENT", whole.manual.environment)]
    lines += [".SH EXIT STATUS", _text(whole.exit_status), *_examples(".SH EXAMPLES", whole)]
    if whole.manual.see_also:
        lines += [".SH SEE ALSO", _text(", ".join(whole.manual.see_also))]
    return WARNING + "\n".join(lines) + "\n"


def _whole(page: Page) -> Iterator[str]:
    yield from (".SH NAME", f"{page.path} \\- {_text(page.summary)}")
    yield from (".SH SYNOPSIS", f".B {_text(page.path)}", _text(page.synopsis.removeprefix(page.path).strip()))
    yield from (".SH DESCRIPTION", *_paragraphs(page))
    yield from _entries("OPTIONS", page.panels.get(OPTIONS, ()))


def _command(page: Page) -> Iterator[str]:
    yield f'.SS "{_text(page.path)}"'
    yield from (f".B {_text(page.path)}", _text(page.synopsis.removeprefix(page.path).strip()))
    yield from _paragraphs(page)
    for panel, entries in page.panels.items():
        yield from (".PP", f".I {_text(panel)}", *_tagged(entries))
    yield from (".PP", f".I Exit status:\n{_text(page.exit_status)}")
    for title, entries in (("Files", page.manual.files), ("Environment", page.manual.environment)):
        if entries:
            yield from (".PP", f".I {title}", *_tagged(entries))
    yield from _examples(".PP\n.I Examples", page)
    if page.manual.see_also:
        yield from (".PP", f".I See also:\n{_text(', '.join(page.manual.see_also))}")


def _paragraphs(page: Page) -> Iterator[str]:
    for paragraph in page.manual.description:
        yield from (".PP", _text(paragraph))


def _entries(title: str, entries: Entries) -> Iterator[str]:
    if entries:
        yield from (f".SH {title}", *_tagged(entries))


def _tagged(entries: Entries) -> Iterator[str]:
    for name, meaning in entries:
        yield from (".TP", f".B {_text(name)}", _text(meaning))


def _examples(heading: str, page: Page) -> Iterator[str]:
    if page.manual.examples:
        yield heading
        for command, meaning in page.manual.examples:
            yield from (".PP", _text(f"{meaning[:1].upper()}{meaning[1:]}:"), ".PP", ".RS 4", ".EX")
            yield from (_text(command), ".EE", ".RE")


def _text(text: str) -> str:
    """A line of text that troff sets as it stands, with code in bold."""
    held = "".join(_SPECIAL.get(character, character) for character in text)
    held = _CODE.sub(r"\\fB\1\\fR", held)
    return f"\\&{held}" if held.startswith((".", "'")) else held
