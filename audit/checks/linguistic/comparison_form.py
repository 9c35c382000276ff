"""Comparisons formed as the source language forms them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_SHORT = (
    "big|small|easy|hard|old|young|cheap|fast|slow|strong|weak|high|low|long|short|large|rich|poor|near|tall|heavy|hot|cold|safe|wide|deep"
    "|clean|dark|soft|quick|thin|thick|late|early|great|bad|few"
)
_COMPARATIVE = (
    "better|worse|bigger|smaller|easier|harder|older|younger|cheaper|faster|slower|stronger|weaker|higher|lower|longer|shorter|larger|greater"
    "|richer|poorer|closer|nearer|safer|wider|deeper|cleaner|taller|heavier"
)
_SUPERLATIVE = (
    "best|worst|biggest|smallest|easiest|hardest|oldest|youngest|cheapest|fastest|strongest|weakest|highest|lowest|longest|shortest|largest"
    "|greatest|richest|poorest|closest"
)
_BEFORE = r"(?:is|are|was|were|be|been|being|become|becomes|became|much|even|far|lot|seems?|looks?|feels?|makes? (?:it|them|him|her)|an?)"
_END = r"(?=[.,;:)!?”]| (?:than|that|to|for|and|in|of|if|when|because)\b)"
_NUMBER = r"(?:\d[\d.,]*|half|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|a (?:hundred|thousand|million))"
_DOUBLE = re.compile(
    rf"\b{_BEFORE} ((?:[Mm]ore|less) (?:{_COMPARATIVE})){_END}|\b(the most (?:{_SUPERLATIVE}|easier|better|bigger))\b(?!-)"
)
_LONG = re.compile(rf"\b{_BEFORE} (more (?:{_SHORT})){_END}|\b(the most (?:{_SHORT}))(?=[.,;)]| (?:of|in|that|is)\b)")
_OF = re.compile(
    rf"(?<!once )\b((?:more|less) of {_NUMBER})(?= (?:%|per ?cent|[a-z]*(?:s|people|men|women|million|billion|thousand))\b)|\b((?:more|less|fewer) that (?:\d[\d.,]*)) "
)
_SAME = re.compile(
    r"\b((?:superior|inferior|senior|junior) than)\b|\b(the same (?:\w+ )?than)\b|\b(as (?:much|many|big|good|well|high|strong) (?:\w+ )?than)\b"
)


@paragraph_check(
    id="LIN129",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.75,
    roles=PROSE,
)
def comparison_form(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A comparison formed as the source language forms it: “more easy”, “more of 20”.

    Romance languages compare with one word for every adjective (*más*, *plus*, *più*) and follow it with *de* before a number.

    Bad (es-en):
        It would be much <v>more easy</v> than before, and <v>more of 20</v> people came.
        The new law is <v>more better</v> than the old one.
    Good (es-en):
        It would be much easier than before, and more than 20 people came.
        Even more high-profile cases, and more good films, will follow.
    """
    for pattern in (_DOUBLE, _LONG, _OF, _SAME):
        for match in pattern.finditer(paragraph.text):
            if not paragraph.quoted(match.start(), match.end()) or pattern is _OF:
                yield Mark.of_last_group(match, f"English does not compare with “{match[match.lastindex or 0]}”")
