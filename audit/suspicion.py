"""What a scorer suspects of single words, as evidence for the checks and as a second opinion on their findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import exp, isnan, log

from audit import thresholds
from audit.document import Document, Paragraph
from audit.finding import Finding
from audit.scorer import Fluency

SUSPICION = "suspicion"
"""Key of the evidence that holds the highest probability of error (0–1) among the words of a span."""
OWN = ("other",)
FORM = (
    "design and markup",
    "locale conventions",
    "linguistic conventions/punctuation",
    "linguistic conventions/spelling",
)
"""Categories of surface form: marks, spaces, capitals, figures, residue. What is there is there; a model of wording
adds nothing."""
ELSEWHERE = ("terminology", "accuracy/omission", "accuracy/addition")
"""Categories whose evidence lies outside the sentence that the model reads: another paragraph, or nowhere."""


def with_suspicions(document: Document, scores: Sequence[Fluency]) -> Document:
    """The document with the words of `scores[i]` on `document.paragraphs[i]`."""
    pairs = zip(document.paragraphs, scores, strict=True)
    return replace(document, paragraphs=tuple(replace(p, suspicions=score.words) for p, score in pairs))


def weighed(findings: Iterable[Finding], document: Document) -> list[Finding]:
    """The findings, in order, those of rules that may be wrong made more or less sure by what the scorer thinks.

    logit(c') = logit(c) + weight · (logit(p) − logit(base)), where c is the finding's confidence and p the highest
    probability of error among its words: evidence adds up in log-odds, discounted because rule and model are not
    independent. Findings of surface form, of `UNAMBIGUOUS` confidence, of a scorer's own rules, and those in text that
    no scorer read stay as they are.
    """
    held = {paragraph.index: paragraph for paragraph in document.paragraphs}
    return [_weighed(finding, held.get(finding.paragraph)) for finding in findings]


def _weighed(finding: Finding, paragraph: Paragraph | None) -> Finding:
    if paragraph is None or not _doubtful(finding):
        return finding
    probability = paragraph.suspicion(finding.start - paragraph.start, finding.end - paragraph.start)
    if probability is None or isnan(probability):
        return finding
    moved = thresholds.GATE_WEIGHT * (_logit(probability) - _logit(thresholds.GATE_BASE))
    confidence = thresholds.bounded(1 / (1 + exp(-_logit(finding.confidence) - moved)))
    return replace(
        finding,
        confidence=confidence,
        evidence={**finding.evidence, SUSPICION: round(thresholds.bounded(probability), 2)},
    )


def _doubtful(finding: Finding) -> bool:
    if finding.confidence >= thresholds.UNAMBIGUOUS or SUSPICION in finding.evidence:
        return False
    kinds = (*OWN, *FORM, *ELSEWHERE)
    return not any(finding.category == kind or finding.category.startswith(f"{kind}/") for kind in kinds)


def _logit(probability: float) -> float:
    held = thresholds.bounded(probability)
    return log(held / (1 - held))
