"""Fuses findings over the same span: one finding, all its evidence named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from audit.finding import Finding


def fused(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in order of position, each span reported once.

    A finding whose span lies within another's is fused into it when the spans are equal or both are of one MQM
    dimension. The stronger of the two (severity, then confidence) gives its rule, message and suggestion; the others
    stand under `evidence["also"]`, and confidences combine as independent evidence (noisy-or, at most 0.99).
    """
    held: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.start, -f.end, -f.severity.weight, -f.confidence, f.rule)):
        if held and _same(held[-1], finding):
            held[-1] = _joined(held[-1], finding)
        else:
            held.append(finding)
    return held


def _same(one: Finding, other: Finding) -> bool:
    if other.end > one.end:
        return False
    equal = (one.start, one.end) == (other.start, other.end)
    return equal or one.category.partition("/")[0] == other.category.partition("/")[0]


def _joined(one: Finding, other: Finding) -> Finding:
    strong, weak = one, other
    if (one.start, one.end) == (other.start, other.end):
        strong, weak = sorted((one, other), key=lambda f: (-f.severity.weight, -f.confidence, f.rule))
    also = [*_also(strong), {"rule": weak.rule, "name": weak.name, "message": weak.message}, *_also(weak)]
    confidence = strong.confidence
    if strong.rule != weak.rule:
        confidence = max(confidence, min(0.99, 1 - (1 - strong.confidence) * (1 - weak.confidence)))
    return replace(strong, confidence=confidence, evidence={**strong.evidence, "also": also})


def _also(finding: Finding) -> list[object]:
    held = finding.evidence.get("also", [])
    return list(held) if isinstance(held, list) else []
