"""Durations and dates with the tense and preposition of the source language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_UNIT = "(?:years?|months?|weeks?|days?|decades?|hours?)"
_NUMBER = (
    r"(?:(?:more than|less than|almost|nearly|about|over|around|some|at least|already|only|approximately|just) ){0,2}"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|several|many|some|a few|few)"
)
_POINT = (
    r"(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday|yesterday|then|childhood|last (?:week|month|year|[A-Z]\w+)|the (?:beginning|start|age|year|end|\d+)|(?:\d+|two|three|four|five|six|ten) \w+s)"
)
_SINCE = re.compile(
    rf"(?<!ever )\b([Ss]ince {_NUMBER} {_UNIT}(?: already)?)(?=[.,;:)]|\s*\Z| (?:in|at|he|she|it|they|we|I|the|a|his|with|without|as|on|by|that)\b)(?! (?:that|in which) )"
    r"(?!,? (?:ago|before|after|earlier|later|prior|into|old))"
)
_MAKES = re.compile(
    rf"(?:\b(?:[Ii]t|[Ff]rom|[Ss]ince|[Tt]here|that|and|but)|(?<=, )|(?<=\A)|(?<=[.!?] )) ?\b((?:makes|does|[Mm]akes|[Dd]oes) {_NUMBER} {_UNIT})(?=[.,;:)]| (?:that|ago|he|she|it|they|in|and|when|at|the)\b)"
    rf"|\b([Aa]go {_NUMBER} {_UNIT})\b|\b([Bb]efore (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:years|months|weeks|days))(?=[,.])"
)
_PRESENT = re.compile(
    rf"\b(?:he|she|it|they|who|He|She|It|They|I|we|and|that|which|[A-ZÀ-Þ][\w’-]+) ((?:(?:lives?|resides?|directs?|presides?|governs?|heads|chairs) (?:[a-z]+ |[A-Z][\w’-]+ ){{0,6}}?|(?:works|serves|operates|holds|leads|plays|exists) (?:(?:in|at|as|for|there|here|with) (?:[a-z]+ |[A-Z][\w’-]+ ){{0,4}}?)?)since {_POINT})\b"
)
_GOING = re.compile(
    rf"(?<!that )\b((?:is|are|am) (?!being)[a-z]+ing (?:(?:in|at|on|for|with|as|here|there|to|this|it|him|her|them|the|a|his|their|our|my|its) ?(?:[a-z]+ |[A-Z][\w’-]+ ){{0,3}}?)?since {_POINT})\b"
    rf"|\b((?:is|are|am) (?:married|missing|closed|retired|imprisoned|jailed|detained|divorced|separated|hospitalized|hospitalised|paralyzed|blocked|abandoned|in prison|in jail|in office|in power|in charge) since {_POINT})\b"
)
_FOR = re.compile(
    rf"\b(For {_NUMBER} (?:years|months|weeks|decades),? (?:he|she|it|they|we|I|the [a-z]+) (?:lives?|works?|leads?|plays?|suffers?|waits?|demands?|runs|directs|occupies|holds|is|are) )"
)
_CARRIES = re.compile(
    rf"\b((?:carries|carry|carried|leads|led|takes|wears) {_NUMBER} {_UNIT} (?:(?:without|missing|closed|disappeared|imprisoned|waiting|working|living|fighting|trying|doing|asking|demanding|married|retired|playing|being|dead|hospitalized|suffering|studying|preparing|searching|looking)))\b"
)


@paragraph_check(
    id="LIN132",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MAJOR,
    confidence=0.9,
    roles=PROSE,
)
def duration_tense(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A duration with the tense or the preposition of the source language: “lives here since 2010”.

    *Vive aquí desde 2010*, *depuis trois ans*, *seit drei Jahren*, *lleva dos días desaparecido*: where others use the present,
    English uses the perfect, and where they start at a length of time, English says “for”.

    Bad (es-en):
        The writer <v>is living in Madrid since 2010</v>. He has been ill <v>since three years</v>.
        Anna <v>lives there since 1998</v>. She <v>carries two days missing</v>, and it <v>makes three years</v> that he left.
    Good (es-en):
        The writer has lived in Madrid since 2010. The drop is the biggest since 2008.
        It has risen since two years ago. She takes three days off.
    """
    for pattern in (_SINCE, _MAKES, _PRESENT, _GOING, _FOR, _CARRIES):
        for match in pattern.finditer(paragraph.text):
            group = match.lastindex or 0
            yield Mark(
                start=match.start(group),
                end=match.end(group) - match[group].endswith(" "),
                message="the duration has the tense or preposition of the source language",
            )
