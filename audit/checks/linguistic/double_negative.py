"""Negations said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_VERB = (
    "say|said|know|known|want|wanted|have|had|see|seen|find|found|hear|heard|receive|received|get|make|made|give|given|take|taken|need|change"
    "|changed|mean|affect|affected|leave|left|understand|believe|expect|tell|told|think|fear|solve|solved|serve|help|matter|happen|happened"
    "|happening|saying|doing|done|remember|eat|buy|owe|like|accept|trust|exist|existed|produce|bring|brought|add|show|find|remain|lack|ask"
)
_NONE = r"(?:nothing|nobody|no one|none|nowhere)"
_PLAIN = re.compile(
    rf"\b(?:not|n[’']t|cannot|never) ((?:{_VERB}) (?:to |of |in |with |for |about |that )?{_NONE})\b(?! (?:but|less|short|if))"
)
_HAVE = re.compile(
    r"\b(?:not|n[’']t|never) ((?:have|has|had|be|been|receive|get|find|found|see|exist|existed) (?:any )?no [a-z]+)\b"
)
_SUBJECT = re.compile(
    r"\b((?:[Nn]obody|[Nn]o one|[Nn]othing|[Nn]either of (?:them|the two)) (?:did|does|has|was|is|will|can|could|would|were|are|have)(?: not|n[’']t))\b"
)
_NEITHER = re.compile(
    r"\b([Nn]either (?:did|does|do|is|was|are|were|has|have|had|will|can|could|would)(?: not|n[’']t))\b"
    r"|\b([Nn]either (?:he|she|it|they|we|I|the \w+) (?:did|does|do|is|was|are|were|has|have|had|will|can|could)(?: not|n[’']t))\b"
    r"|\b(?:not|n[’']t) (?:\w+ ){1,3}?(neither)(?=[.;!?])"
)
_WITHOUT = re.compile(r"\b((?:[Ww]ithout|[Hh]ardly) (?:nobody|nothing|no|never|none|neither))\b(?! longer)")
_TWICE = re.compile(
    r"\b((?:[Nn]obody|[Nn]o one) (?:said|says|knows|knew|did|does|has|wants|wanted|believes|saw|sees|heard|gives|made) (?:nothing|anything of nothing|never))\b"
)


@paragraph_check(
    id="LIN131",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MAJOR,
    confidence=0.8,
    roles=PROSE,
)
def double_negative(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A negation said twice: “did not say nothing”.

    Romance languages and dialects negate the verb and its object: *no dijo nada*, *nadie no vino*, *tampoco no*. English negates
    once, and twice is an affirmation.

    Bad (es-en):
        The minister did not <v>say nothing</v> about the money.
        He left <v>without nobody</v> noticing. <v>Neither did not</v> the mayor answer.
    Good (es-en):
        The minister did not say anything. “I don’t know nothing,” he sang.
        We cannot do nothing. It is not that nobody came, and nothing is left.
    """
    for pattern in (_PLAIN, _HAVE, _SUBJECT, _NEITHER, _WITHOUT, _TWICE):
        for match in pattern.finditer(paragraph.text):
            if not paragraph.quoted(match.start(), match.end()):
                yield Mark.of_last_group(match, "two negations where English has one")
