"""A finding as the card that a reader decides on."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from audit.finding import Severity
from audit.renderers.html import evidence
from audit.renderers.html.fragments import Numbered
from audit.renderers.html.glyphs import shortened, shown

LONGEST_SPAN = 120
"""Code points of a span shown on its card, about two lines of it: a longer one stands in the text anyway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One finding: `suggestion` is None where there is none and empty where the span should go.

    `index` is its place on the page and its row of the worksheet, `rule_index` the place of its rule on the page;
    `evidence` has a line for each thing that is known.
    """

    index: int
    number: int
    severity: Severity
    rule: str
    rule_index: int
    name: str
    confidence: str
    known: bool
    text: Markup
    suggestion: Markup | None
    message: str
    readings: tuple[tuple[str, Markup], ...]
    evidence: Markup


def card(held: Numbered, rule_index: int) -> Card:
    """The card of a finding."""
    finding = held.finding
    return Card(
        index=held.index,
        number=held.number,
        severity=finding.severity,
        rule=finding.rule,
        rule_index=rule_index,
        name=finding.name,
        confidence=f"{finding.confidence:.3f}",
        known=finding.known,
        text=shown(shortened(finding.text, LONGEST_SPAN)),
        suggestion=None if finding.suggestion is None else shown(finding.suggestion),
        message=evidence.message(finding),
        readings=tuple((label, shown(phrase)) for label, phrase in evidence.readings(finding)),
        evidence=Markup("\n").join(shown(f"{label}: {value}") for label, value in evidence.told(finding)),
    )
