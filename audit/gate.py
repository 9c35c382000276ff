"""Decides whether articles pass the gate that the settings of each of them set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit.amount import amount
from audit.config import Config, Override
from audit.errors import ConfigError
from audit.finding import Finding
from audit.report import Report, mqm_score

LIMITS = ("fail_on", "min_fluency", "max_per_1000", "max_mqm_drop")
"""The settings that make a gate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether every article passed; `reasons` names each article with the figure that broke the gate."""

    passed: bool
    reasons: tuple[str, ...] = ()


def gated(config: Config) -> bool:
    """Whether the configuration sets a gate at all, be it for some articles only."""
    return any(limit is not None for name in LIMITS for limit in config.every(name))


def judge(reports: Iterable[Report], config: Config) -> Verdict:
    """The verdict on articles; findings that the baseline knows do not count.

    Raises ConfigError where `min_fluency` is set and an article with words in it has no fluency score.
    """
    gate = Gate(config)
    for report in reports:
        gate.judge(report)
    return Verdict(passed=not gate.reasons, reasons=tuple(gate.reasons))


class Gate:
    """Judges articles one by one, and counts what it was shown; `reasons` are those of all that failed so far."""

    def __init__(self, config: Config, *, baseline: bool = False) -> None:
        """`baseline` tells whether findings were compared with one."""
        self.reasons: list[str] = []
        self._config, self._baseline = config, baseline
        self._limits: Counter[str] = Counter()
        self._articles = self._new = self._known = 0

    def judge(self, report: Report) -> None:
        """Judge one article under the settings that hold for it; raises ConfigError as the function `judge` does."""
        bar = _bar(self._config, report)
        found = report.untold
        self.reasons.extend(_reasons(report, found, bar))
        self._limits.update(bar.limits())
        self._articles += 1
        self._new += len(found)
        self._known += len(report.issues) - len(found)

    def passed(self) -> str:
        """What was checked, as `(fail-on major): 31 articles, 0 new findings, 214 known`."""
        told = [self._told(limit, count) for limit, count in self._limits.items()]
        if not self._articles:
            told = list(_Bar(config=self._config, sources={}).limits())
        findings = amount(self._new, "new finding" if self._baseline else "finding")
        known = f", {self._known:,} known" if self._baseline else ""
        limits = ", ".join(told) or "no limit is for these articles"
        return f"({limits}): {amount(self._articles, 'article')}, {findings}{known}"

    def _told(self, limit: str, count: int) -> str:
        return limit if count == self._articles else f"{limit} for {amount(count, 'article')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bar:
    """The settings of one article, and the override that each limit comes from, where one does."""

    config: Config
    sources: Mapping[str, Override]

    def told(self, name: str) -> str:
        """A limit as settings have it, and where it comes from when that is an override."""
        value = getattr(self.config, name)
        figure = f"{value:g}" if isinstance(value, float | int) else str(value)
        source = f" of {self.sources[name]}" if name in self.sources else ""
        return f"{name.replace('_', '-')} {figure}{source}"

    def limits(self) -> Iterator[str]:
        """Those that are set."""
        return (self.told(name) for name in LIMITS if getattr(self.config, name) is not None)


def _bar(config: Config, report: Report) -> _Bar:
    found = config.matching_article(report.document)
    sources = {name: one for one in found for name in one.settings if name in LIMITS}
    return _Bar(config=config.with_overrides(found), sources=sources)


def _reasons(report: Report, found: Sequence[Finding], bar: _Bar) -> Iterator[str]:
    limits = (_severity(found, bar), _fluency(report, bar), _density(found, report, bar), _drop(report, bar))
    return (f"{report.document.id}: {reason}" for reason in limits if reason)


def _severity(found: Sequence[Finding], bar: _Bar) -> str | None:
    limit = bar.config.fail_on
    if limit is None:
        return None
    grave = [issue for issue in found if issue.severity.weight >= limit.weight]
    if not grave:
        return None
    first = min(grave, key=lambda issue: (-issue.severity.weight, issue.start))
    noun = "new finding" if first.baseline == "new" else "finding"
    count = f"{amount(len(grave), noun)} of severity {limit} or worse"
    worst = f"{first.severity} {first.rule} {first.name} “{first.text}”"
    return f"{count} ({bar.told('fail_on')}); the gravest: {worst}"


def _fluency(report: Report, bar: _Bar) -> str | None:
    limit = bar.config.min_fluency
    if not limit or not report.scores.words:
        return None
    fluency = report.scores.fluency
    if fluency is None:
        why = next((note for note in report.notes if "fluency" in note), "fluency was not scored")
        raise ConfigError(f"{report.document.id}: {bar.told('min_fluency')} cannot be judged: {why}")
    return f"fluency {fluency:.1f} is below {bar.told('min_fluency')}" if fluency < limit else None


def _density(found: Sequence[Finding], report: Report, bar: _Bar) -> str | None:
    limit = bar.config.max_per_1000
    density = 1000 * len(found) / max(report.scores.words, 1)
    if limit is None or density <= limit:
        return None
    return f"{density:.1f} findings per 1,000 words exceed {bar.told('max_per_1000')}"


def _drop(report: Report, bar: _Bar) -> str | None:
    """What the article has lost of its MQM score: against that of its findings in the baseline, or against 100."""
    limit = bar.config.max_mqm_drop
    if limit is None:
        return None
    before = [issue.severity for issue in report.issues if issue.known]
    before += [entry.severity for entry in report.fixed if entry.severity is not None]
    then = mqm_score(sum(level.weight for level in before), report.scores.words)
    drop = then - report.scores.mqm
    if drop <= limit:
        return None
    return f"MQM {report.scores.mqm:.1f} is {drop:.1f} below {then:.1f}, more than {bar.told('max_mqm_drop')}"
