"""Subjects put after their verb in the Spanish order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_SAY = (
    r"(?:said|declared|explained|added|stated|asked|pointed out|announced|warned|assured|told|wrote|noted|stressed|commented|indicated"
    r"|affirmed|confirmed|denounced|insisted|recalled|argued|replied|concluded|lamented|admitted|acknowledged|maintained|complained|claimed)"
)
_WHEN = (
    r"(?:(?:a|an|one|two|three|four|five|six|several|some) (?:days?|weeks?|months?|hours?|years?) ago|yesterday|today|this (?:morning|afternoon|week)"
    r"|(?:on|last|this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:night|morning|afternoon|evening))?"
    r"|in (?:an?|the) (?:interview|statement|press conference|video|message|radio program\w*)(?: with [A-Z]\w+)?"
    r"|(?:on|through|via) (?:his|her|their|its|the)? ?(?:social networks?|social media|Twitter account|Facebook page|X account)"
    r"|to (?:the )?(?:press|media|journalists|reporters|this newspaper)|at a press conference)"
)
_WHO = r"(?:the )?(?:[\w’-]+ ){0,6}?[A-ZÀ-Þ][\w’-]+(?:(?: [a-z]+)? [A-ZÀ-Þ][\w’-]+){0,4}"
_QUOTED = re.compile(rf"[”\"],? ?({_SAY},? {_WHEN},? {_WHO})")
_OBJECT = re.compile(
    r"\b((?:described|qualified|defined|branded|labell?ed|rated|considered) as [“\"‘][^“”\"’]{2,40}[”\"’] (?:the|his|her|its|their) [\w’-]+)"
)
_EXPLETIVE = re.compile(
    r"(?:\A|(?<=[.!?] ))(It (?:operates|works|exists|arrived|appeared|occurred|continues|remains|participated|attended|died|happened)"
    r"(?: (?:since|in|on|at|to) [\w’]+(?: [\w’]+)?)? (?:an?|the|his|her|its|their|some|two|three) \w+)"
)


@paragraph_check(
    id="LIN122",
    category="linguistic conventions/word order",
    its_type="grammar",
    severity=Severity.MAJOR,
    confidence=0.85,
    roles=PROSE,
)
def inverted_subject(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A subject behind its verb, with an adverbial between them.

    Spanish may put the speaker last: «declaró hace una semana el portavoz». English lets a speaker follow “said”, but nothing
    may stand between the two.

    Bad (es-en):
        “We have nothing to say,” <v>declared a week ago Kremlin spokesman Dmitri Peskov</v>.
        The government <v>described as “unacceptable” the launch</v> of the missile.
    Good (es-en):
        “We have nothing to say,” declared Kremlin spokesman Dmitri Peskov a week ago.
        “We have nothing to say,” he told reporters on Monday.
    """
    for pattern in (_QUOTED, _OBJECT, _EXPLETIVE):
        for match in pattern.finditer(paragraph.text):
            yield Mark(
                start=match.start(1),
                end=match.end(1),
                message="the subject or object stands in the source language's order",
            )
