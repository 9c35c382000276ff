"""The results of a SARIF file: what the articles have, what was accepted in them, what they no longer have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from audit.document import Document
from audit.finding import Finding, Known, entry_key
from audit.renderers.quoting import quoted, reason, remedy
from audit.renderers.sarif.artifacts import Artifacts
from audit.renderers.sarif.fixes import fixes
from audit.renderers.sarif.locations import Locator
from audit.renderers.sarif.plain_values import plain_value
from audit.renderers.sarif.rules import LEVELS, Rule
from audit.renderers.sarif.wording import code, literal, markdown, plain, sentence
from audit.report import Report
from audit.visible import visible

FINGERPRINT = "auditFingerprint/v1"
"""The key of a finding in a baseline: fingerprint, a digest of its article's name, a number where both are the same."""
LINE_HASH = "primaryLocationLineHash"
"""What code scanning knows a result again by. Its uploader makes it of a file's line; of what it cannot open, nobody
would."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Makes the results of reports, which must be in order: repeated fingerprints are numbered as they come.

    A file with a baseline tells of every result how it stands to that, and one with an accepted result of every result
    whether it is accepted (SARIF 2.1.0, 3.27.23 and 3.27.24).
    """

    rules: Mapping[str, tuple[int, Rule]]
    artifacts: Artifacts
    baseline: bool
    suppressions: bool
    _seen: Counter[str] = field(default_factory=Counter)

    def of(self, report: Report) -> Iterator[dict[str, Any]]:
        """Yield the results of one article: its findings, accepted ones, then those that are fixed."""
        locator = Locator(document=report.document, artifact=self.artifacts.location(report.document))
        gone = Counter(known.fingerprint for known in report.fixed)
        for finding in report.issues:
            yield self._result(finding, locator, finding.baseline or "new")
        for finding in report.accepted:
            # The baseline may know it from before it was accepted in the configuration: then it is not fixed.
            known = gone[finding.fingerprint] > 0
            gone[finding.fingerprint] -= known
            yield self._result(finding, locator, "unchanged" if known else "new")
        for entry in report.fixed:
            if gone[entry.fingerprint] > 0:
                gone[entry.fingerprint] -= 1
                yield self._absent(entry, locator)

    def _result(self, finding: Finding, locator: Locator, state: str) -> dict[str, Any]:
        location = locator.location(finding)
        physical = location["physicalLocation"]
        return {
            "ruleId": finding.rule,
            "ruleIndex": self.rules[finding.rule][0],
            "level": LEVELS[finding.severity],
            "message": _message(finding),
            "locations": [location],
            "partialFingerprints": self._fingerprints(finding.fingerprint, locator),
            **self._states(state, finding.accepted),
            **fixes(finding, locator.document, physical["artifactLocation"], physical["region"]),
            "properties": _properties(finding, locator.document),
        }

    def _absent(self, entry: Known, locator: Locator) -> dict[str, Any]:
        index, rule = self.rules[entry.rule]
        severity = entry.severity or rule.severity
        (span,) = quoted(entry.text)
        told = f"{span} is no longer in the article – {visible(rule.name)}"
        return {
            "ruleId": entry.rule,
            "ruleIndex": index,
            **({"level": LEVELS[severity]} if severity else {}),
            "message": {"text": plain(sentence(told))},
            "locations": [locator.whole()],
            "partialFingerprints": self._fingerprints(entry.fingerprint, locator),
            **self._states("absent", None),
            "properties": {"fingerprint": entry.fingerprint, **({"severity": severity.value} if severity else {})},
        }

    def _fingerprints(self, fingerprint: str, locator: Locator) -> dict[str, str]:
        name = _name(locator.document)
        key = entry_key(fingerprint, name)
        self._seen[key] += 1
        value = entry_key(fingerprint, name, self._seen[key])
        return {FINGERPRINT: value} if "uriBaseId" in locator.artifact else {FINGERPRINT: value, LINE_HASH: value}

    def _states(self, state: str, accepted: str | None) -> dict[str, Any]:
        held: dict[str, Any] = {"baselineState": state} if self.baseline else {}
        if accepted is not None:
            justified = {"kind": "external", "status": "accepted", "justification": accepted}
            return held | {"suppressions": [justified]}
        return held | ({"suppressions": []} if self.suppressions else {})


def has_baseline(reports: Sequence[Report]) -> bool:
    """Whether the reports were compared with a baseline."""
    return any(report.fixed or any(issue.baseline for issue in report.issues) for report in reports)


def has_accepted(reports: Sequence[Report]) -> bool:
    """Whether any finding was accepted."""
    return any(report.accepted or any(issue.accepted is not None for issue in report.issues) for report in reports)


def _name(document: Document) -> str:
    """The name of an article, as a baseline has it for paths from the working folder."""
    alone = document.path is not None and document.id == document.path and "://" not in document.path
    return PurePath(document.id).as_posix() if alone else document.id


def _message(finding: Finding) -> dict[str, str]:
    told = {"text": plain(sentence(f"{remedy(finding)} – {reason(finding)}"))}
    read = finding.evidence.get("back_translation")
    if finding.suggestion is None and not isinstance(read, str):
        return told
    return {**told, "markdown": markdown(_markdown(finding, read))}


def _markdown(finding: Finding, read: object) -> str:
    pieces = [literal(sentence(reason(finding)))]
    if finding.suggestion is not None and finding.text:
        new = code(finding.suggestion) if finding.suggestion else "*delete*"
        pieces.append(f"{code(finding.text)} → {new}")
    if isinstance(read, str) and read.strip():
        pieces.append(f"Reads as *{literal(' '.join(read.split()))}*.")
    return "\n\n".join(pieces)


def _properties(finding: Finding, document: Document) -> dict[str, Any]:
    """What SARIF has no place for, under the names of the JSON contract."""
    paragraphs = document.paragraphs
    role = paragraphs[finding.paragraph].role.value if finding.paragraph < len(paragraphs) else None
    told = {
        "name": finding.name,
        "category": finding.category,
        "its_type": finding.its_type,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 3),
        "paragraph": finding.paragraph,
        "role": role,
        "suggestion": finding.suggestion,
        "fix": finding.fix,
        "evidence": plain_value(finding.evidence) or None,
        "fingerprint": finding.fingerprint,
    }
    return {key: value for key, value in told.items() if value is not None}
