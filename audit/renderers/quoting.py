"""How a finding is told on one line: the span, what to put in its place, and why."""

from __future__ import annotations

from collections.abc import Iterator

from audit.finding import Finding
from audit.visible import visible

LONGEST_QUOTE = 60
"""Code points of a span or suggestion quoted in full; a longer one shows its two ends. Fits one line of 80 columns."""


def sentence(finding: Finding) -> str:
    """A finding on one line: `LIN121 redundant-subject: “He” → delete – “He” repeats the subject before it`."""
    return f"{visible(finding.rule)} {visible(finding.name)}: {remedy(finding)} – {reason(finding)}"


def remedy(finding: Finding) -> str:
    """The span and what to put in its place."""
    if finding.suggestion:
        return " → ".join(quoted(finding.text, finding.suggestion))
    return " ".join(quoted(finding.text)) + ("" if finding.suggestion is None else " → delete")


def reason(finding: Finding) -> str:
    """The message, on one line, without the span that it may begin with."""
    return visible(finding.message.removeprefix(f"“{finding.text}”: "))


def quoted(*texts: str) -> Iterator[str]:
    """The texts in quotation marks, the middle of a long one left out."""
    # An article's own quotation marks are often the fault; two kinds side by side cannot be told apart.
    left, right = "‹›" if any(mark in text for text in texts for mark in '“”"') else "“”"
    return (f"{left}{shortened(text)}{right}" for text in texts)


def shortened(text: str, most: int = LONGEST_QUOTE) -> str:
    """A text on one line; of one longer than `most` code points its two ends."""
    half = most // 2
    return visible(f"{text[:half]}…{text[-half:]}" if len(text) > most else text)
