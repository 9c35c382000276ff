"""GitLab's Code Quality report, which the widget of a merge request compares with that of the target branch."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

from audit.finding import Severity
from audit.renderers.quoting import sentence
from audit.renderers.repository import Located, Repository
from audit.report import Report, in_order
from audit.visible import cell_safe, json_safe

SEVERITIES: Mapping[Severity, str] = {
    Severity.NEUTRAL: "info",
    Severity.MINOR: "minor",
    Severity.MAJOR: "major",
    Severity.CRITICAL: "critical",
}
"""GitLab has `blocker` above them: whether a build is blocked is the gate's to say."""


class GitlabRenderer:
    """One JSON array, a finding an object (GitLab, *Code Quality*, section *Code Quality report format*).

    GitLab itself tells what is new from what the target branch has, so findings that a baseline knows stay in, or it
    would call them resolved; only what somebody let stand is left out. `lines` and not `positions`: the widget links to
    a line. `environment` are the variables that say where the repository is, those of the process by default.
    """

    name = "gitlab"

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self._environment = environment

    def render(self, reports: Iterable[Report], stream: TextIO, *, colour: bool, width: int | None) -> None:  # noqa: ARG002 - the same bytes everywhere
        """Write the array, articles in order of path; without a byte order mark, which GitLab refuses."""
        repository = Repository(os.environ if self._environment is None else self._environment)
        issues = list(_issues(in_order(reports), repository))
        stream.write(json_safe(json.dumps(issues, ensure_ascii=False, indent=2)) + "\n")


def _issues(reports: Iterable[Report], repository: Repository) -> Iterator[dict[str, Any]]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for report in reports:
        for finding in report.issues:
            if finding.accepted is None:
                found = repository.located(report, finding)
                key = (found.file or "", report.document.id, finding.fingerprint)
                yield _issue(found, _fingerprint(*key, str(seen[key])))
                seen[key] += 1


def _issue(found: Located, fingerprint: str) -> dict[str, Any]:
    finding = found.finding
    return {
        "description": sentence(finding),
        "check_name": finding.name,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {
            "path": cell_safe(found.file or found.document.id),
            "lines": {"begin": found.place.line, "end": found.last_line},
        },
    }


def _fingerprint(*parts: str) -> str:
    """64 hex digits of file, article, finding and its number among equals: where it stands may change."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
