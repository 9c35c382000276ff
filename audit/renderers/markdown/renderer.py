"""A summary to post as a comment on a pull request."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from audit.finding import Finding
from audit.renderers.markdown.articles import overall, table
from audit.renderers.markdown.escaping import LONGEST_TEXT, code, plain
from audit.renderers.markdown.fitting import fitted
from audit.renderers.quoting import reason
from audit.renderers.repository import Located, Repository
from audit.renderers.standing import gravity, new
from audit.report import Report, in_order

MARKER = "<!-- audit -->"
"""The first line, which nobody is shown: by it a job finds the comment of its last run and replaces it."""
LARGEST = 60_000
"""Code points: a comment on GitHub holds 65,536 and what a job adds to it."""
OPEN = 10
"""Findings that are shown at once: as many as a screen holds."""
FOLDED = 40
"""Findings that are shown when unfolded; for all of them there are the formats made for that."""


class MarkdownRenderer:
    """GitHub Flavored Markdown: a verdict, a table of the articles, the gravest new findings.

    `environment` are the variables that say where the repository is, those of the process by default.
    """

    name = "markdown"

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self._environment = environment

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:  # noqa: ARG002 - the same bytes everywhere
        """Write the comment, articles in order of path, at most LARGEST code points."""
        held = in_order(reports)
        repository = Repository(os.environ if self._environment is None else self._environment)
        head = [MARKER, f"**{overall(held)}**", "", *table(held)]
        found = [repository.located(report, issue) for report in held for issue in new(report)]
        found.sort(key=lambda one: gravity(one.finding))
        room = LARGEST - sum(len(line) + 1 for line in head)
        stream.write("\n".join((*head, *_gravest(found, room))) + "\n")


def _gravest(found: Sequence[Located], room: int) -> Iterator[str]:
    if not found:
        return
    around = ("", "", "<details><summary>000,000 more</summary>", "", "", "</details>", "", "000,000 more …" + " " * 60)
    lines = fitted(map(_line, found[: OPEN + FOLDED]), room - sum(len(line) + 1 for line in around))
    yield from ("", *lines[:OPEN])
    if folded := lines[OPEN:]:
        yield from ("", f"<details><summary>{len(folded)} more</summary>", "", *folded, "", "</details>")
    if left := len(found) - len(lines):
        yield from ("", f"{left:,} more {'is' if left == 1 else 'are'} not shown here.")


def _line(found: Located) -> str:
    finding = found.finding
    where, why = code(found.where, LONGEST_TEXT), plain(reason(finding))
    return f"- **{finding.severity}** {where} {_remedy(finding)} – {why} ({plain(f'{finding.rule} {finding.name}')})"


def _remedy(finding: Finding) -> str:
    if finding.suggestion:
        return f"{code(finding.text)} → {code(finding.suggestion)}"
    return code(finding.text) + ("" if finding.suggestion is None else " → delete")
