"""A message for the newsroom's chat: `audit run … -f slack | curl -H 'Content-Type: application/json' -d @- URL`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TextIO

from audit.finding import Finding
from audit.report import Report

MOST_TOLD = 3
"""Findings told of an article: a message is an invitation to open the report, no report."""


class SlackRenderer:
    """One message with a line an article and one for each of its worst findings.

    The text is `mrkdwn` (Slack, *Formatting message text*). What a baseline knows and what somebody let stand is left
    out. Plain ASCII: JSON escapes the rest, so that no shell in between can spoil it.
    """

    name = "slack"

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:  # noqa: ARG002 - the same bytes everywhere
        """Write the message as one JSON object on a line."""
        lines = [line for report in reports for line in _lines(report)]
        stream.write(json.dumps({"text": "\n".join(lines)}) + "\n")


def _lines(report: Report) -> Iterator[str]:
    new = [issue for issue in report.issues if issue.accepted is None and issue.baseline != "unchanged"]
    count = f"{len(new)} {'finding' if len(new) == 1 else 'findings'}"
    yield f"*{_escaped(report.document.id)}*: {count} in {report.scores.words} words, MQM {report.scores.mqm:.1f}"
    worst = sorted(new, key=lambda issue: -issue.severity.weight)
    yield from (f"• {_told(issue)}" for issue in worst[:MOST_TOLD])


def _told(issue: Finding) -> str:
    return _escaped(f"{issue.severity} “{issue.text}” ({issue.name}): {issue.message}")


def _escaped(text: str) -> str:
    """The text on one line, with the three characters that mean something to Slack as it wants them."""
    line = " ".join(text.split())
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
