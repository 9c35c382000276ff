"""Workflow commands: what GitHub Actions reads from the log of a step and shows beside the changed lines."""

from __future__ import annotations

from collections.abc import Mapping

from audit.finding import Severity
from audit.renderers.quoting import reason, remedy
from audit.renderers.repository import Located
from audit.visible import cell_safe, visible

LEVELS: Mapping[Severity, str] = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "notice",
}
"""The three commands that make an annotation."""
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})
"""What `@actions/core` (`packages/core/src/command.ts` of actions/toolkit) writes in place of characters."""


def annotation(found: Located) -> str:
    """The command, without its line end, that annotates a finding."""
    finding = found.finding
    told = f"{remedy(finding)} – {reason(finding)}"
    message = told if found.file else f"{found.where}: {told}"
    title = visible(f"{finding.rule} {finding.name} ({finding.severity})")
    return command(LEVELS[finding.severity], {**_place(found), "title": title}, message)


def command(name: str, properties: Mapping[str, str], message: str) -> str:
    """A workflow command (GitHub, *Workflow commands for GitHub Actions*); properties come in the order given."""
    told = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items() if value)
    return f"::{name}{' ' if told else ''}{told}::{message.translate(_MESSAGE)}"


def _place(found: Located) -> dict[str, str]:
    """File, lines, and columns where it is all on one line: the Checks API takes none of several lines.

    Columns count from 1 and the last is that of the last character (`@actions/core` takes the first for the last where
    only one is given).
    """
    if found.file is None:
        return {}
    place = found.place
    held = {"file": cell_safe(found.file), "line": str(place.line), "endLine": str(found.last_line)}
    if place.line == place.end_line and place.length:
        held |= {"col": str(place.column), "endColumn": str(place.end_column - 1)}
    return held
