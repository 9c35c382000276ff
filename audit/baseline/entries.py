"""The baseline: findings that were looked at and stay as they are, in a file that is kept with the articles."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audit.finding import Finding, Known, entry_key
from audit.report import Report
from audit.visible import json_safe
from audit.writing import write_whole

SCHEMA = "audit-baseline/1"
SCHEMA_KEY = "schema"
PARTS = ("rule", "severity", "text", "article", "reason")
"""What the file has of an entry beside its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Known findings; each excuses one finding, so the same fault twice in an article is known twice."""

    entries: tuple[Known, ...] = ()

    def merged(self, entries: Iterable[Known]) -> Baseline:
        """A baseline with entries added; one that gives no reason keeps that of the entry it replaces."""
        fresh = _by_key(entries)
        old = _by_key(self.entries)
        kept = {key: _reasoned(entry, old.get(key)) for key, entry in fresh.items()}
        return Baseline(entries=tuple({**old, **kept}.values()))

    def renewed(self, reports: Sequence[Report], *, prune: bool = False) -> Baseline:
        """A baseline of what the articles have now; reasons are kept.

        Entries of other articles stay, unless it is to `prune` them.
        """
        audited = {article_of(report) for report in reports}
        others = [] if prune else [entry for entry in self.entries if entry.article not in audited]
        now = [known(issue, article_of(report)) for report in reports for issue in report.issues]
        old = _by_key(self.entries)
        kept = [_reasoned(entry, old.get(key)) for key, entry in _by_key(now).items()]
        return Baseline(entries=(*others, *kept))

    def changes(self, after: Baseline) -> tuple[int, int]:
        """How many findings another baseline has more, and how many of these it has no longer."""
        then, now = set(_by_key(self.entries)), set(_by_key(after.entries))
        return len(now - then), len(then - now)

    def write(self, path: Path) -> None:
        """Write the file whole or not at all; raises ConfigError where it cannot be written."""
        write_whole(path, self.rendered().encode("utf-8"))

    def rendered(self) -> str:
        """The file: JSON with a line an entry, sorted, so that two people's additions merge as text does.

        A key is the fingerprint and a digest of the article's id, a number after them where the article has the
        finding more than once. The schema comes last and has no comma, so that no addition changes the line of another.
        """
        held = _by_key(self.entries)
        lines = [
            f'"{key}": {json_safe(json.dumps(_parts(held[key]), ensure_ascii=False))},\n'
            for key in sorted(held, key=_rank)
        ]
        return "".join(["{\n", *lines, f'"{SCHEMA_KEY}": "{SCHEMA}"\n', "}\n"])


def known(finding: Finding, article: str) -> Known:
    """What a baseline remembers of a finding in the article of that id."""
    return Known(
        fingerprint=finding.fingerprint,
        rule=finding.rule,
        text=finding.text,
        article=article,
        severity=finding.severity,
        reason=finding.accepted or "",
    )


def article_of(report: Report) -> str:
    """The name of an article in the baseline: its id; of a file its path from here, however it was given."""
    document = report.document
    if document.path is None or document.id != document.path or "://" in document.path:
        return document.id
    try:
        return Path(os.path.normpath(Path.cwd() / document.path)).relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return document.path


def _by_key(entries: Iterable[Known]) -> dict[str, Known]:
    """The entries by their keys in the file."""
    return dict(_keyed(entries))


def _keyed(entries: Iterable[Known]) -> Iterator[tuple[str, Known]]:
    seen: Counter[str] = Counter()
    for entry in entries:
        key = entry_key(entry.fingerprint, entry.article)
        seen[key] += 1
        yield entry_key(entry.fingerprint, entry.article, seen[key]), entry


def _rank(key: str) -> tuple[str, int]:
    parts = key.split("-")
    return "-".join(parts[:2]), int(parts[2]) if parts[2:] else 1


def _reasoned(entry: Known, old: Known | None) -> Known:
    return entry if entry.reason or old is None else replace(entry, reason=old.reason)


def _parts(entry: Known) -> dict[str, str]:
    return {name: str(getattr(entry, name) or "") for name in PARTS}
