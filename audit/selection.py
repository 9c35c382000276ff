"""Which checks run, and which of their findings are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from audit.check import Check, Needs
from audit.config import Config, nearest
from audit.configuration.patterns import forms, matches
from audit.document import Document
from audit.errors import ConfigError
from audit.finding import Finding, Severity

_PREFIX = re.compile(r"[A-Z]{3}\d*")


EXACT = 100
"""Rank of a rule's own id or name: above that of any prefix."""


def selected(checks: Sequence[Check], config: Config) -> tuple[Check, ...]:
    """The checks that `select` names and `ignore` does not; the more specific of the two wins.

    Raises ConfigError for a name that matches no check, be it in an override, with the nearest that exists.
    """
    for where, rule in _named(config):
        if not any(_rank(rule, check.id, check.name, check.category) for check in checks):
            known = tuple(label for check in checks for label in (check.id, check.name))
            raise ConfigError(f"{where}: no rule {rule!r}{nearest(rule, known)} (`audit rules` lists them all)")
    return tuple(check for check in checks if _best(config.select, check) > _best(config.ignore, check))


def _named(config: Config) -> Iterator[tuple[str, str]]:
    """Every rule that the settings name, with the setting that does."""
    yield from (("select", rule) for rule in config.select)
    yield from (("ignore", rule) for rule in config.ignore)
    yield from (("severity", rule) for rule in config.severity)
    yield from (("per-path-ignores", rule) for rules in config.per_path_ignores.values() for rule in rules)
    for override in config.overrides:
        for name in ("select", "ignore", "severity"):
            yield from ((f"{override}: {name}", rule) for rule in override.settings.get(name, ()))


def _best(rules: Iterable[str], check: Check) -> int:
    return max((_rank(rule, check.id, check.name, check.category) for rule in rules), default=0)


def _rank(rule: str, rule_id: str, name: str, category: str) -> int:
    """How specifically a word names a rule: 0 not at all, 1 `ALL`, 2 and more a prefix or a dimension, 100 id or name.

    An MQM dimension (`style`) counts as a prefix of three letters (`STY`).
    """
    if rule in (rule_id, name):
        return EXACT
    if rule == "ALL":
        return 1
    if rule == category.partition("/")[0]:
        return 4
    return 1 + len(rule) if _PREFIX.fullmatch(rule) and rule_id.startswith(rule) else 0


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
    """The findings with the severities the configuration gives their rules.

    The most specific name wins, as in `select`; of two that are equally so the later.
    """
    return [replace(finding, severity=_level(finding, config)) for finding in findings]


def _level(finding: Finding, config: Config) -> Severity:
    ranked = ((_of(rule, finding), place, level) for place, (rule, level) in enumerate(config.severity.items()))
    named = [one for one in ranked if one[0]]
    return max(named)[2] if named else finding.severity


def kept(
    findings: Iterable[Finding], config: Config, path: str | None
) -> tuple[list[Finding], list[Finding], list[Finding]]:
    """The findings above the confidence bar, parted: to be told, accepted with a reason, ignored in this path."""
    reasons = {item.fingerprint: item.reason for item in config.suppress}
    ignored = _ignored(config, path)
    held: tuple[list[Finding], list[Finding], list[Finding]] = [], [], []
    for finding in findings:
        if finding.confidence < config.min_confidence:
            continue
        if any(_of(rule, finding) for rule in ignored):
            held[2].append(finding)
        elif reason := reasons.get(finding.fingerprint):
            held[1].append(replace(finding, accepted=reason))
        else:
            held[0].append(finding)
    return held


def _ignored(config: Config, path: str | None) -> list[str]:
    """The rules that are ignored in a path."""
    if path is None or not config.per_path_ignores:
        return []
    names = forms(path, config.root)
    return [rule for pattern, rules in config.per_path_ignores.items() if matches(pattern, names) for rule in rules]


def _of(rule: str, finding: Finding) -> int:
    return _rank(rule, finding.rule, finding.name, finding.category)
