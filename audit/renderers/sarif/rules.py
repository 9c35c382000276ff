"""The rules of a SARIF file: those with a result, each with what its docstring says.

The other rules that ran are left out: a renderer does not know which did, code scanning asks for those with a result
only, and so the file does not depend on what else is installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from audit.check import Check
from audit.finding import Finding, Fix, Known, Severity
from audit.renderers.quoting import shortened
from audit.renderers.sarif.rule_help import help_text
from audit.renderers.sarif.taxonomies import Taxonomies
from audit.renderers.sarif.wording import LONGEST, plain
from audit.rule_text import RuleText
from audit.visible import visible

LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.NEUTRAL: "note",
}
"""MQM severities as SARIF levels: what misleads or stops a reader is an error, as in `--fail-on major`; what a reader
only notices is a warning; what costs no points is a note. The severity itself is among a result's properties."""
PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation"}
"""Levels as code scanning's `problem.severity` has them."""
PRECISIONS = ((0.9, "very-high"), (0.8, "high"), (0.6, "medium"))
"""Code scanning's four grades of precision, by the share of a rule's findings that were right when measured; the bars
are this project's: a rule of `low` is right less often than three times in five."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is known of a rule: all of it where it is installed, else what its findings say."""

    id: str
    name: str
    category: str = ""
    its_type: str = ""
    severity: Severity | None = None
    confidence: float | None = None
    text: RuleText | None = None
    fix: Fix | None = None


def rules(
    findings: Iterable[Finding], fixed: Iterable[Known], installed: Mapping[str, Check]
) -> dict[str, tuple[int, Rule]]:
    """The rules of the findings and of those that are gone, by id: the place of each in order of id, and the rule."""
    held: dict[str, Rule] = {}
    for finding in findings:
        if finding.rule not in held:
            held[finding.rule] = _of_check(installed[finding.rule]) if finding.rule in installed else _told_by(finding)
    for known in fixed:
        if known.rule not in held:
            held[known.rule] = (
                _of_check(installed[known.rule]) if known.rule in installed else Rule(id=known.rule, name=known.rule)
            )
    return {rule: (index, held[rule]) for index, rule in enumerate(sorted(held))}


def descriptor(rule: Rule, taxonomies: Taxonomies) -> dict[str, Any]:
    """The `reportingDescriptor` of a rule."""
    level = LEVELS[rule.severity] if rule.severity else None
    related = taxonomies.relationships(rule.category, rule.its_type)
    return {
        "id": rule.id,
        "name": rule.name,
        **_described(rule),
        **({"defaultConfiguration": {"level": level}} if level else {}),
        **({"relationships": related} if related else {}),
        "properties": _properties(rule, level),
    }


def _of_check(check: Check) -> Rule:
    return Rule(
        id=check.id,
        name=check.name,
        category=check.category,
        its_type=check.its_type,
        severity=check.severity,
        confidence=check.confidence,
        text=check.text,
        fix=check.fix,
    )


def _told_by(finding: Finding) -> Rule:
    return Rule(
        id=finding.rule,
        name=finding.name,
        category=finding.category,
        its_type=finding.its_type,
        severity=finding.severity,
    )


def _described(rule: Rule) -> dict[str, Any]:
    if rule.text is None:
        # Code scanning wants all three of every rule.
        named = {"text": plain(visible(rule.name) or "?")}
        return dict.fromkeys(("shortDescription", "fullDescription", "help"), named)
    whole = " ".join(f"{rule.text.summary} {rule.text.explanation}".split())
    return {
        "shortDescription": {"text": plain(shortened(rule.text.summary, LONGEST))},
        "fullDescription": {"text": plain(shortened(whole, LONGEST))},
        "help": help_text(rule.name, rule.text),
    }


def _properties(rule: Rule, level: str | None) -> dict[str, Any]:
    dimension = rule.category.partition("/")[0]
    tags = [tag for tag in ("machine translation", dimension, rule.its_type) if tag]
    held: dict[str, Any] = {"tags": list(dict.fromkeys(tags))}
    if rule.confidence is not None:
        held["precision"] = next((name for bar, name in PRECISIONS if rule.confidence >= bar), "low")
    if level:
        held["problem.severity"] = PROBLEM[level]
    told = {
        "category": rule.category,
        "its_type": rule.its_type,
        "severity": rule.severity and rule.severity.value,
        "confidence": rule.confidence,
        "fix": rule.fix,
    }
    return held | {key: value for key, value in told.items() if value not in ("", None)}
