"""The page of a workflow run: what the annotations have no room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from audit.errors import ConfigError
from audit.renderers.markdown.articles import overall, table
from audit.renderers.markdown.escaping import plain
from audit.renderers.markdown.fitting import fitted
from audit.renderers.quoting import reason, remedy
from audit.renderers.repository import Located
from audit.report import Report

VARIABLE = "GITHUB_STEP_SUMMARY"
"""Names the file of the step (GitHub, *Workflow commands for GitHub Actions*, section *Adding a job summary*)."""
LARGEST = 1024 * 1024
"""Bytes that the file may have, what the step wrote to it before included (the same page, *Step isolation and
limits*): of a larger one nothing is shown."""
_LEFT = "{:,} more have no room here."


def append(path: Path, reports: Sequence[Report], rest: Sequence[Located]) -> None:
    """Add the articles, and the findings that are no annotations, to the file; what has no room is counted.

    Raises ConfigError where it cannot be written.
    """
    try:
        held = path.read_bytes() if path.exists() else b""
        begun = b"" if not held or held.endswith(b"\n") else b"\n"
        text = _page(reports, rest, LARGEST - len(held) - len(begun))
        with path.open("ab") as stream:
            stream.write(begun + text.encode("utf-8"))
    except (OSError, ValueError) as cause:
        raise ConfigError(f"{VARIABLE}={path}: cannot write: {getattr(cause, 'strerror', None) or cause}") from cause


def _page(reports: Sequence[Report], rest: Sequence[Located], room: int) -> str:
    """As much of the page as `room` bytes hold."""
    head = fitted([f"### {overall(reports)}", "", *table(reports), ""], room, _bytes)
    room -= sum(_bytes(line) + 1 for line in head) + len(_LEFT.format(len(rest))) + 2
    rows = fitted(_rows(rest), room, _bytes)
    left = len(rest) - max(len(rows) - len(_HEAD), 0)
    told = ["", _LEFT.format(left)] if left and room >= 0 else []
    return "".join(f"{line}\n" for line in (*head, *rows, *told))


_HEAD = (
    "Not shown as annotations:",
    "",
    "| severity | place | finding | why | rule |",
    "| --- | --- | --- | --- | --- |",
)


def _rows(rest: Sequence[Located]) -> Iterator[str]:
    if rest:
        yield from _HEAD
    for found in rest:
        finding = found.finding
        cells = (found.where, remedy(finding), reason(finding), f"{finding.rule} {finding.name}")
        yield f"| {finding.severity} | {' | '.join(map(plain, cells))} |"


def _bytes(text: str) -> int:
    return len(text.encode("utf-8"))
