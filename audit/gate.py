"""Decides whether articles pass the gate that the configuration sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.config import Config
from audit.errors import ConfigError
from audit.finding import Finding
from audit.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether every article passed; `reasons` names each article with the figure that broke the gate."""

    passed: bool
    reasons: tuple[str, ...] = ()


def gated(config: Config) -> bool:
    """Whether the configuration sets a gate at all."""
    return any(
        limit is not None for limit in (config.fail_on, config.min_fluency, config.max_per_1000, config.max_mqm_drop)
    )


def judge(reports: Iterable[Report], config: Config) -> Verdict:
    """The verdict on articles; findings that the baseline knows do not count.

    Raises ConfigError where `min_fluency` is set and an article with words in it has no fluency score.
    """
    reasons = tuple(reason for report in reports for reason in _reasons(report, config))
    return Verdict(passed=not reasons, reasons=reasons)


def _reasons(report: Report, config: Config) -> Iterator[str]:
    found = [issue for issue in report.issues if issue.baseline != "unchanged"]
    limits = (
        _severity(found, config),
        _fluency(report, config),
        _density(found, report, config),
        _drop(report, config),
    )
    return (f"{report.document.id}: {reason}" for reason in limits if reason)


def _severity(found: Sequence[Finding], config: Config) -> str | None:
    if config.fail_on is None:
        return None
    grave = [issue for issue in found if issue.severity.weight >= config.fail_on.weight]
    if not grave:
        return None
    first = min(grave, key=lambda issue: (-issue.severity.weight, issue.start))
    count = f"{len(grave)} finding{'' if len(grave) == 1 else 's'} of severity {config.fail_on} or worse"
    worst = f"{first.severity} {first.rule} {first.name} “{first.text}”"
    return f"{count} (fail-on {config.fail_on}); the gravest: {worst}"


def _fluency(report: Report, config: Config) -> str | None:
    if config.min_fluency is None or not report.scores.words:
        return None
    fluency = report.scores.fluency
    if fluency is None:
        why = next((note for note in report.notes if "fluency" in note), "fluency was not scored")
        raise ConfigError(f"{report.document.id}: min-fluency {config.min_fluency:g} cannot be judged: {why}")
    return (
        f"fluency {fluency:.1f} is below min-fluency {config.min_fluency:g}" if fluency < config.min_fluency else None
    )


def _density(found: Sequence[Finding], report: Report, config: Config) -> str | None:
    if config.max_per_1000 is None:
        return None
    density = 1000 * len(found) / max(report.scores.words, 1)
    if density <= config.max_per_1000:
        return None
    return f"{density:.1f} findings per 1,000 words exceed max-per-1000 {config.max_per_1000:g}"


def _drop(report: Report, config: Config) -> str | None:
    """What the article has lost of its MQM score: against that of its findings in the baseline, or against 100."""
    if config.max_mqm_drop is None:
        return None
    before = [issue.severity for issue in report.issues if issue.baseline == "unchanged"]
    before += [entry.severity for entry in report.fixed if entry.severity is not None]
    then = round(100 * (1 - sum(level.weight for level in before) / max(report.scores.words, 1)), 2)
    drop = then - report.scores.mqm
    if drop <= config.max_mqm_drop:
        return None
    return f"MQM {report.scores.mqm:.1f} is {drop:.1f} below {then:.1f}, more than max-mqm-drop {config.max_mqm_drop:g}"
