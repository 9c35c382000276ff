"""Which findings are fixed at once: those with a fix of the wanted safety, no two over the same characters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from audit.editing import Edit
from audit.finding import Finding


def fixable(finding: Finding, *, unsafe: bool = False) -> bool:
    """Whether a finding has a fix that may be made: a safe one, or any where `unsafe` ones are wanted."""
    allowed = finding.fix == "safe" or (unsafe and finding.fix == "unsafe")
    return allowed and finding.suggestion is not None and finding.suggestion != finding.text


def chosen(findings: Iterable[Finding], *, unsafe: bool = False) -> list[Finding]:
    """The findings to fix now, in order of position.

    Of two that overlap the more severe comes first, then the surer; what is left of the other is found again in the
    fixed text.
    """
    held: list[Finding] = []
    wanted = [finding for finding in findings if fixable(finding, unsafe=unsafe)]
    for finding in sorted(wanted, key=lambda f: (-f.severity.weight, -f.confidence, f.start, f.end)):
        at = bisect_left(held, finding.start, key=_start)
        free_before = at == 0 or held[at - 1].end <= finding.start
        if free_before and (at == len(held) or finding.end <= held[at].start):
            held.insert(at, finding)
    return held


def _start(finding: Finding) -> int:
    return finding.start


def edits(findings: Sequence[Finding]) -> list[Edit]:
    """The edit that each of the findings suggests."""
    return [Edit(start=f.start, end=f.end, replacement=f.suggestion or "") for f in findings]
