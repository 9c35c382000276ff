"""Precision and recall of findings against annotated spans; a hit is any overlap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from audit.bench.annotated import Article
from audit.document import Document
from audit.finding import Finding, Severity
from audit.pipeline import Auditor

NOT_COVERED = frozenset("agreement tense pronoun negation number-mismatch name-mismatch register other-grammar".split())
"""Kinds that no rule looks for: they need the source article or a model of English."""
WORDING = (
    "calque", "false-friend", "literal-idiom", "reporting-verb", "calque-connective", "name-translated",
    "name-inconsistent", "lowercased-name", "article", "date-time-format", "word-order",
)  # fmt: skip
"""Kinds that take knowledge of the source language: lexicons, names, patterns of grammar."""
_LANGUAGE = re.compile(r"(?!clean|seed)([a-z]{2})[-\d]")


@dataclass(slots=True, kw_only=True)
class Wording:
    """Of the articles from one language: spans of the kinds of wording, those hit, and all findings and the right."""

    spans: int = 0
    hits: int = 0
    findings: int = 0
    right: int = 0


@dataclass(slots=True, kw_only=True)
class Accuracy:
    """Counts over a set of articles: spans and hits by kind, right and all findings by rule, findings on clean ones."""

    spans: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    clean_findings: int = 0
    clean_major: int = 0
    words: int = 0
    by_language: dict[str, Wording] = field(default_factory=dict)
    false: list[tuple[str, Finding]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of findings that overlap an annotated span, 0–1."""
        return sum(self.right.values()) / max(1, sum(self.findings.values()))

    def recall(self, kinds: Iterable[str]) -> float:
        """Share of the spans of some kinds that a finding overlaps, 0–1."""
        held = [kind for kind in kinds if self.spans[kind]]
        return sum(self.hits[kind] for kind in held) / max(1, sum(self.spans[kind] for kind in held))


def measure(auditor: Auditor, articles: Iterable[Article], *, told: bool = False) -> Accuracy:
    """Audit every article and count; `told` gives the audit its source language, and its source where there is one."""
    held = Accuracy()
    for article in articles:
        lang = language(article.name)
        source, source_lang = (article.source, lang) if told else (None, None)
        report = auditor.audit(Document(id=article.name, text=article.text, source=source, source_lang=source_lang))
        wording = held.by_language.setdefault(lang, Wording()) if lang else Wording()
        held.words += report.document.words
        for span in article.spans:
            hit = any(f.start < span.end and span.start < f.end for f in report.issues)
            held.spans[span.kind] += 1
            held.hits[span.kind] += hit
            wording.spans += span.kind in WORDING
            wording.hits += hit and span.kind in WORDING
        for finding in report.issues:
            wording.findings += 1
            wording.right += _count(held, article, finding)
    return held


def language(name: str) -> str | None:
    """The language an article's name says it was translated from (`es03`, `fr-vignoble`), if it does."""
    found = _LANGUAGE.match(name)
    return found[1] if found else None


def _count(held: Accuracy, article: Article, finding: Finding) -> bool:
    right = any(finding.start < span.end and span.start < finding.end for span in article.spans)
    label = f"{finding.rule} {finding.name}"
    held.findings[label] += 1
    held.right[label] += right
    if not right:
        held.false.append((article.name, finding))
    if article.clean:
        held.clean_findings += 1
        held.clean_major += finding.severity.weight >= Severity.MAJOR.weight
    return right
