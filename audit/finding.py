"""Findings: what a check saw (`Mark`), and what the report says of it (`Finding`)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Fix = Literal["safe", "unsafe"]
FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_SPACE = re.compile(r"\s+")


class Severity(StrEnum):
    """MQM severities, weakest first; comparison follows `weight`."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def weight(self) -> int:
        """Penalty points of one issue (MQM 2.0 scoring model: 0, 1, 5, 25)."""
        return {"neutral": 0, "minor": 1, "major": 5, "critical": 25}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The evidence a check yields for one span.

    `start` and `end` are code points, end exclusive: into the paragraph's text for a paragraph check, into the
    document's text for a document check. `suggestion` replaces the span (`""` deletes it, `None` offers none).
    `confidence` is in 0–1; `severity` and `fix` override the rule's own. A `hint` is a suggestion that shows the way
    and is no text to put in place: nothing fixes it but a person.
    """

    start: int
    end: int
    message: str | None = None
    suggestion: str | None = None
    confidence: float | None = None
    severity: Severity | None = None
    fix: Fix | None = None
    hint: bool = False
    evidence: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of_last_group(cls, match: re.Match[str], message: str) -> Mark:
        """The mark of what a match's last group caught, or of the whole match where no group did."""
        start, end = match.span(match.lastindex or 0)
        return cls(start=start, end=end, message=message)


_FIELDS = {
    "start": int,
    "end": int,
    "message": str | None,
    "suggestion": str | None,
    "confidence": float | int | None,
    "severity": Severity | None,
    "evidence": Mapping,
}


def mark_fault(mark: object) -> str | None:
    """What is wrong with a mark that a type checker would have told the check's author; None where nothing is."""
    if not isinstance(mark, Mark):
        return f"yields {mark!r}, which is no Mark"
    for name, kind in _FIELDS.items():
        if not isinstance(held := getattr(mark, name), kind):
            return f"yields a Mark with the {name} {held!r}"
    if not (mark.confidence is None or 0 <= mark.confidence <= 1):
        return f"yields a Mark with the confidence {mark.confidence}, outside 0–1"
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One issue in one article, with everything a renderer needs.

    `start` and `end` are code points into `Document.text`, end exclusive; `raw_start` and `raw_end` the same into the
    raw page for HTML and feeds. `category` is the MQM dimension and type (`linguistic conventions/spelling`),
    `its_type` the ITS 2.0 localization quality issue type. `accepted` is the reason why somebody let it stand, in the
    configuration or in the baseline.
    """

    rule: str
    name: str
    paragraph: int
    start: int
    end: int
    text: str
    category: str
    its_type: str
    severity: Severity
    confidence: float
    message: str
    suggestion: str | None = None
    fix: Fix | None = None
    evidence: Mapping[str, object] = field(default_factory=dict)
    context: tuple[str, str] = ("", "")
    raw_start: int | None = None
    raw_end: int | None = None
    baseline: Literal["new", "unchanged"] | None = None
    accepted: str | None = None

    @property
    def known(self) -> bool:
        """Whether the baseline knows it."""
        return self.baseline == "unchanged"

    @property
    def fingerprint(self) -> str:
        """16 hex digits of rule, normalised span and its neighbouring words; never of a position."""
        return fingerprint(self.rule, self.text, self.context)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A finding of an earlier audit, as a baseline remembers it.

    `article` is the article's id, `severity` that of the finding then, None where nobody noted it, `reason` why it
    stays as it is.
    """

    fingerprint: str
    rule: str
    text: str
    article: str
    severity: Severity | None = None
    reason: str = ""


def entry_key(fingerprint: str, article: str, nth: int = 1) -> str:
    """What a baseline calls a finding of the article of that name, the nth that is alike in it.

    It is the fingerprint and a digest of the name, and from the second on the number.
    """
    digest = hashlib.sha256(article.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{fingerprint}-{digest}" if nth == 1 else f"{fingerprint}-{digest}-{nth}"


def fingerprint(rule: str, text: str, context: tuple[str, str]) -> str:
    """The fingerprint of what a rule finds in a span with the characters before and after it."""
    parts = (rule, context[0], text, context[1])
    key = "\x1f".join(_SPACE.sub(" ", part).strip().casefold() for part in parts)
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
