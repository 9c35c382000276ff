"""Says in one sentence, for an editor, what the findings of an article amount to."""

from __future__ import annotations

from collections import Counter

from audit import thresholds
from audit.amount import amount
from audit.finding import Severity
from audit.report import Report, Scores

PUBLISHABLE_MQM = 95.0
"""Human reference translations score 95.0 and 94.5 in the WMT biomedical MQM data (seven languages into English, 3,715
segments), with the weights used here."""

EDITABLE_MQM = 90.0
"""The middle of the 27 machine runs in the same data (89.7): below lies the weaker half of machine translation."""

THROUGHOUT = "reads as machine translation throughout – revise the whole text"


def counted(report: Report) -> Counter[Severity]:
    """How many findings of each severity a report has."""
    return Counter(issue.severity for issue in report.issues)


def verdict(counts: Counter[Severity], words: int, mqm: float, fluency: float | None = None) -> str:
    """The verdict on an article of `words` words whose findings give the MQM score `mqm`; `fluency` is None unscored.

    The bands are those of human annotators, who see more than rules do: the verdict never says that a text is good,
    only what the findings in it amount to.
    """
    if not words:
        return "No words to judge."
    literal = fluency is not None and fluency < thresholds.LITERAL_FLUENCY
    if not counts:
        told = f", but it {THROUGHOUT}" if literal else ""
        return f"No artifacts found in {amount(words, 'word')}{told}."
    return f"{tally(counts)} in {amount(words, 'word')} ({severities(counts)}): {_band(counts, mqm, literal=literal)}."


def tally(counts: Counter[Severity]) -> str:
    """How many artifacts there are, in words."""
    return amount(counts.total(), "artifact")


def severities(counts: Counter[Severity]) -> str:
    """How many findings each severity has, weakest first, without those that have none."""
    return ", ".join(f"{counts[level]} {level}" for level in Severity if counts[level])


def fluency(scores: Scores) -> str:
    """A fluency with its interval: `48 (42–54)`; empty where there is none."""
    if scores.fluency is None:
        return ""
    known = scores.fluency_low is not None and scores.fluency_high is not None
    between = f" ({scores.fluency_low:.0f}–{scores.fluency_high:.0f})" if known else ""
    return f"{scores.fluency:.0f}{between}"


def _band(counts: Counter[Severity], mqm: float, *, literal: bool) -> str:
    if counts[Severity.CRITICAL] or mqm < EDITABLE_MQM:
        return "not fit to publish as it is"
    if literal:
        return THROUGHOUT
    if mqm < PUBLISHABLE_MQM:
        return "needs an editor before it is published"
    return "publishable once the marked places are settled"
