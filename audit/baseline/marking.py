"""Tells the findings of a run that a baseline knows from the new ones, and what it knows that is no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audit.baseline.entries import Baseline, article_of
from audit.finding import Finding, Known
from audit.report import Report


def marked(reports: Sequence[Report], baseline: Baseline) -> list[Report]:
    """The reports, each finding told to be known (`unchanged`) or `new`, each article with what is fixed in it.

    An entry excuses the finding of its own article. Where that is not among the reports it may have moved: the entry
    excuses the same finding in another, once.
    """
    waiting: dict[str, dict[str, list[Known]]] = {}
    for entry in sorted(baseline.entries, key=lambda entry: (entry.article, entry.reason == "")):
        waiting.setdefault(entry.article, {}).setdefault(entry.fingerprint, []).append(entry)
    names = [article_of(report) for report in reports]
    own = [
        tuple(_told(issue, waiting.get(name, {}).get(issue.fingerprint)) for issue in report.issues)
        for report, name in zip(reports, names, strict=True)
    ]
    moved: dict[str, list[Known]] = {}
    for article in sorted(waiting.keys() - set(names)):
        for fingerprint, entries in waiting[article].items():
            moved.setdefault(fingerprint, []).extend(entries)
    places = sorted(range(len(reports)), key=lambda i: names[i])  # not the order of the files: the same in any
    for i in places:
        own[i] = tuple(issue if issue.known else _told(issue, moved.get(issue.fingerprint)) for issue in own[i])
    return [
        replace(report, issues=issues, fixed=_fixed(waiting.pop(name, {})))
        for report, name, issues in zip(reports, names, own, strict=True)
    ]


def _told(issue: Finding, entries: list[Known] | None) -> Finding:
    """The finding told to be known, which takes an entry out of the list, or to be new."""
    if not entries:
        return replace(issue, baseline="new")
    reason = entries.pop(0).reason
    return replace(issue, baseline="unchanged", accepted=issue.accepted or reason or None)


def _fixed(left: dict[str, list[Known]]) -> tuple[Known, ...]:
    return tuple(entry for fingerprint in sorted(left) for entry in left[fingerprint])
