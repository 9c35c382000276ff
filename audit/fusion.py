"""Fuses findings over the same span: one finding, all its evidence named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from audit.finding import Finding

SOURCE = "source"
"""Evidence that a finding quotes the source."""
GLOSSARY = "glossary"
"""Evidence of the line of a glossary that a finding holds to: a term in a sentence that lacks another is no part of
that fault."""
UNNAMED = "other"
"""The MQM category of a finding that says where, but not what: a model's suspicion."""
MORE_WORDS = 2
"""Words by which an unnamed finding may pass a named one and still be the same fault: models mark the words around it
too."""
_WORD = re.compile(r"[^\s\W_]")


def fused(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in order of position, each span reported once.

    A finding whose span lies within another's is fused into it when the spans are equal or both are of one MQM
    dimension, and of one line of a glossary where they hold to one. The stronger of the two (severity, then confidence)
    gives its rule, message and suggestion; the others stand under `evidence["also"]`, save that one which quotes the
    source says what should stand there. Confidences combine as independent evidence (noisy-or, at most 0.99).

    A finding that names no fault is fused into one that does wherever they overlap, unless it is larger by more than
    `MORE_WORDS` words. The rule speaks, with the higher of the two confidences: it has been weighed with the model's.
    """
    held = sorted(findings, key=lambda f: (f.start, -f.end, -f.severity.weight, -f.confidence, f.rule))
    named = _nested(finding for finding in held if finding.category != UNNAMED)
    unnamed = _nested(finding for finding in held if finding.category == UNNAMED)
    alone = _absorbed(named, unnamed)
    return sorted([*named, *alone], key=lambda f: (f.start, -f.end)) if unnamed else named


def _nested(findings: Iterable[Finding]) -> list[Finding]:
    held: list[Finding] = []
    for finding in findings:
        if held and _same(held[-1], finding):
            held[-1] = _joined(held[-1], finding)
        else:
            held.append(finding)
    return held


def _same(one: Finding, other: Finding) -> bool:
    if other.end > one.end:
        return False
    if (one.start, one.end) == (other.start, other.end):
        return True
    alike = one.category.partition("/")[0] == other.category.partition("/")[0]
    return alike and one.evidence.get(GLOSSARY) == other.evidence.get(GLOSSARY)


def _joined(one: Finding, other: Finding) -> Finding:
    strong, weak = one, other
    if (one.start, one.end) == (other.start, other.end):
        strong, weak = sorted((one, other), key=lambda f: (-f.severity.weight, -f.confidence, f.rule))
    confidence = strong.confidence
    if strong.rule != weak.rule:
        confidence = max(confidence, min(0.99, 1 - (1 - strong.confidence) * (1 - weak.confidence)))
    joined = replace(strong, confidence=confidence, evidence={**strong.evidence, "also": _also(strong, weak)})
    return _from_source(joined, weak) if SOURCE in weak.evidence and SOURCE not in strong.evidence else joined


def _from_source(strong: Finding, weak: Finding) -> Finding:
    """The finding with what the source has in its place: no rule guesses better than that."""
    if strong.suggestion is None or weak.suggestion is None:
        return strong
    before, after = strong.text[: weak.start - strong.start], strong.text[weak.end - strong.start :]
    evidence = {**strong.evidence, SOURCE: weak.evidence[SOURCE]}
    return replace(strong, suggestion=before + weak.suggestion + after, message=weak.message, evidence=evidence)


def _absorbed(named: list[Finding], unnamed: Sequence[Finding]) -> list[Finding]:
    """Put each unnamed finding into the named one it overlaps most; those that overlap none are given back."""
    alone, near, upcoming = [], list[int](), 0
    for finding in unnamed:
        while upcoming < len(named) and named[upcoming].start < finding.end:
            near.append(upcoming)
            upcoming += 1
        near = [i for i in near if named[i].end > finding.start]
        fit = [i for i in near if _overlap(named[i], finding) > 0 and _more_words(named[i], finding) <= MORE_WORDS]
        if fit:
            best = max(fit, key=lambda i: _overlap(named[i], finding))
            named[best] = _told_by(named[best], finding)
        else:
            alone.append(finding)
    return alone


def _overlap(one: Finding, other: Finding) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _more_words(named: Finding, finding: Finding) -> int:
    """Words of a finding before and after the span of another."""
    text, start = finding.text, finding.start
    outside = (text[: max(0, named.start - start)], text[max(0, named.end - start) :])
    return sum(bool(_WORD.search(word)) for part in outside for word in part.split())


def _told_by(named: Finding, finding: Finding) -> Finding:
    evidence = {**finding.evidence, **named.evidence, "also": _also(named, finding)}
    return replace(named, confidence=max(named.confidence, finding.confidence), evidence=evidence)


def _also(strong: Finding, weak: Finding) -> list[object]:
    return [*_told(strong), {"rule": weak.rule, "name": weak.name, "message": weak.message}, *_told(weak)]


def _told(finding: Finding) -> list[object]:
    held = finding.evidence.get("also", [])
    return list(held) if isinstance(held, list) else []
