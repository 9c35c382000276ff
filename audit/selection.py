"""Which checks run, and which of their findings are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fnmatch import fnmatch

from audit.check import Check, Needs
from audit.config import Config, nearest
from audit.document import Document
from audit.errors import ConfigError
from audit.finding import Finding

_PREFIX = re.compile(r"[A-Z]{3}\d*")


def selected(checks: Sequence[Check], config: Config) -> tuple[Check, ...]:
    """The checks that `select` names and `ignore` does not; the more specific of the two wins.

    Raises ConfigError for a name that matches no check, with the nearest that exists.
    """
    per_path = [rule for rules in config.per_path_ignores.values() for rule in rules]
    for rule in (*config.select, *config.ignore, *config.severity, *per_path):
        if not any(_rank(rule, check) for check in checks):
            known = tuple(label for check in checks for label in (check.id, check.name))
            raise ConfigError(f"no rule {rule!r}{nearest(rule, known)} (`audit rules` lists them all)")
    return tuple(check for check in checks if _best(config.select, check) > _best(config.ignore, check))


def _best(rules: Iterable[str], check: Check) -> int:
    return max((_rank(rule, check) for rule in rules), default=0)


def _rank(rule: str, check: Check) -> int:
    """How specifically a rule names a check: 0 not at all, 1 `ALL`, 2 and more a prefix, 100 its id or name."""
    if rule in (check.id, check.name):
        return 100
    if rule == "ALL":
        return 1
    return 1 + len(rule) if _PREFIX.fullmatch(rule) and check.id.startswith(rule) else 0


def evidence(document: Document) -> frozenset[Needs]:
    """What there is of an article beyond its text.

    Where words were read and translated contrasts were looked for: that there are none is evidence too.
    """
    paragraphs = document.paragraphs
    there = {
        Needs.SOURCE: document.source is not None or any(p.source is not None for p in paragraphs),
        Needs.BACK_TRANSLATION: any(p.back_translation is not None for p in paragraphs),
        Needs.SUSPICION: any(p.suspicions for p in paragraphs),
        Needs.SURPRISAL: any(p.surprisals for p in paragraphs),
        Needs.CONTRAST: any(p.contrasts or (p.suspicions and p.back_translation is not None) for p in paragraphs),
    }
    return frozenset(need for need, present in there.items() if present)


def unready(checks: Iterable[Check], document: Document) -> tuple[Check, ...]:
    """The checks whose evidence an article does not have; without a paragraph there is nothing to miss."""
    there = evidence(document)
    return tuple(check for check in checks if document.paragraphs and not check.needs <= there)


def reweighted(findings: Iterable[Finding], config: Config) -> list[Finding]:
    """The findings with the severities the configuration gives their rules."""
    levels = config.severity
    return [
        replace(finding, severity=levels[key]) if (key := _level_key(finding, config)) else finding
        for finding in findings
    ]


def _level_key(finding: Finding, config: Config) -> str | None:
    return next((label for label in (finding.rule, finding.name) if label in config.severity), None)


def kept(
    findings: Iterable[Finding], config: Config, path: str | None
) -> tuple[list[Finding], list[Finding], list[Finding]]:
    """The findings above the confidence bar, parted: to be told, accepted with a reason, ignored in this path."""
    reasons = {item.fingerprint: item.reason for item in config.suppress}
    ignored = [
        rule
        for pattern, rules in config.per_path_ignores.items()
        if path is not None and (fnmatch(path, pattern) or fnmatch(path.rsplit("/", 1)[-1], pattern))
        for rule in rules
    ]
    held: tuple[list[Finding], list[Finding], list[Finding]] = [], [], []
    for finding in findings:
        if finding.confidence < config.min_confidence:
            continue
        if any(_names(rule, finding) for rule in ignored):
            held[2].append(finding)
        elif reason := reasons.get(finding.fingerprint):
            held[1].append(replace(finding, accepted=reason))
        else:
            held[0].append(finding)
    return held


def _names(rule: str, finding: Finding) -> bool:
    return rule in (finding.rule, finding.name, "ALL") or bool(
        _PREFIX.fullmatch(rule) and finding.rule.startswith(rule)
    )
