"""Annotations for GitHub Actions, and the page of the run for what they have no room for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from audit.renderers.github.commands import LEVELS, annotation
from audit.renderers.github.job_summary import VARIABLE, append
from audit.renderers.repository import Located, Repository
from audit.renderers.standing import gravity, new
from audit.report import Report, in_order

MOST = 10
"""Annotations of one level that GitHub shows of a step (actions/toolkit, `docs/problem-matchers.md`, *Limitations*);
what comes after them it drops without a word."""


class GithubRenderer:
    """A workflow command for each of the gravest and surest new findings; findings that are known make none.

    The rest goes to the job summary where the environment names its file. `environment` are the variables that say so
    and where the repository is, those of the process by default; they are read when rendering.
    """

    name = "github"

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self._environment = environment

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:  # noqa: ARG002 - the same bytes everywhere
        """Write the commands, a line each, then a line that says how many findings have none.

        Raises ConfigError where the job summary cannot be written.
        """
        environment = os.environ if self._environment is None else self._environment
        held = in_order(reports)
        repository = Repository(environment)
        found = [repository.located(report, issue) for report in held for issue in new(report)]
        found.sort(key=lambda one: gravity(one.finding))
        shown, rest = _divided(found)
        stream.writelines(f"{annotation(one)}\n" for one in shown)
        place = environment.get(VARIABLE)
        if rest:
            where = "they are in the job summary" if place else "--format markdown, html or jsonl has them"
            stream.write(f"audit: {len(rest):,} more not annotated (GitHub shows {MOST} of a level); {where}\n")
        if place:
            append(Path(place), held, rest)


def _divided(found: Sequence[Located]) -> tuple[list[Located], list[Located]]:
    """The findings that are annotated, and the rest."""
    room = dict.fromkeys(LEVELS.values(), MOST)
    shown: list[Located] = []
    rest: list[Located] = []
    for one in found:
        level = LEVELS[one.finding.severity]
        (shown if room[level] > 0 else rest).append(one)
        room[level] -= 1
    return shown, rest
