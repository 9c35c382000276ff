"""Adverbs of time used as adjectives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MEETING = (
    "(?:meeting|session|game|match|hearing|debate|vote|election|decision|conference|summit|speech|visit"
    "|festival|concert|trial|announcement|situation|state|population|government|mayor|president|chairman"
    "|director|owner|head|site|location|report|edition|evening|press|city|building|agreement|talks|attack"
    "|accident|event|law|generation|youth|Germany|name|form|value|level)"
)
_VERB = "(?:[a-z]{3,}ed|held|found|begun|known|sold|shown|given|made|taken)"
_LATER = (
    "(?:meanwhile|in the meantime|in the meanwhile|meantime|today|in the mean time|at that time|back then|by now"
    "|nowadays|until now|so far|the day before|at the moment|currently already)"
)
_NOUN = "(?!to|the|he|she|they|by|in|on|that|it|and|or|for|at|of|with|who|a|as)[a-z]{3,}"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf"\b((?:[Tt]he|an?|his|her|their|our|its|this) (?:yesterday|tomorrow|yesterday evening|today|"
            rf"today evening|of today|of yesterday)) (?:[a-z]+ )?{_MEETING}\b"
        ),
        (
            rf"\b((?:[Tt]he|an?|his|her|their) (?:yesterday|tomorrow|today|already yesterday|recently already|"
            rf"on {_DAY}) {_VERB}) {_NOUN}\b"
        ),
        r"\b((?:[Tt]he|[Tt]his|an?) (?:this|this-)[ -]?(?:year|week|month|season)(?:['’]?s|ly)?) (?!’)[a-z]{3,}",
        (
            rf"\b((?:[Tt]he|an?) (?:last|next)[ -](?:year['’]s|week['’]s|month['’]s|yearly)) (?:{_MEETING}|"
            rf"[a-z]+ (?:{_MEETING}|result|winner)|winner|result|figures|champion|budget|level)\b"
        ),
        rf"\b((?:[Tt]he|an?) {_LATER}) \d\d(?:[ -]years?[ -]olds?|-year)\b",
        (
            rf"\b((?:[Tt]he|an?) (?:meanwhile|in the meantime|in the meanwhile) (?:{_VERB}|{_MEETING}|retired|"
            rf"former|late|closed))\b"
        ),
        (
            rf"\b((?:on|at|in|for|of|by|since|from|until|before|after)? ?(?:today|yesterday|"
            rf"tomorrow)(?:['’]s)? (?:{_DAY}|forenoon|midday|noon|evening hours))\b(?!['’]s)(?= |[.,])"
        ),
        (
            r"\b((?:[Tt]he|an?) (?:(?:two|three|four|five|six|ten|a few|some|several|many|\d+) (?:years|"
            r"months|weeks|days|hours)|(?:a|one) (?:year|month|week)) ago (?:[a-z]{3,}(?:ed|en|un|lt|ght)|"
            r"missing|living)) "
            rf"{_NOUN}\b"
        ),
        (
            r"\b((?:[Tt]he|this|an?) (?:today|yesterday|tomorrow)['’]s) (?:[a-z]+ )?"
            rf"(?:{_MEETING}|society|time|world|day|goal|defeat|victory|result|storm)\b"
        ),
        (
            r"\b((?:from|in|to|after) (?:today|yesterday)['’]s (?:view|point of view|knowledge|"
            r"state of knowledge|standpoint))\b"
        ),
        (
            rf"\b((?:[Tt]he|an?) meanwhile(?: already)? (?:first|second|third|fourth|fifth|sixth|seventh|tenth|"
            rf"\d+(?:st|nd|rd|th)|\w+ed)) {_NOUN}\b"
        ),
        rf"\b((?:[Tt]he|an?) on {_DAY}) {_MEETING}\b",
        (
            r"\b((?:[Tt]he|an?) (?:last|next|this) (?:year|week|month|summer|spring|autumn|winter) (?:held|"
            r"begun|beginning|starting|planned|founded|introduced|presented|opened|published|elected|started|"
            r"decided|announced|closed)) "
            rf"{_NOUN}\b"
        ),
        rf"\b((?:[Tt]he|an?) (?:then|now|today|formerly) still [a-z]+) {_NOUN}\b",
    )
)


@paragraph_check(
    id="LIN150",
    category="linguistic conventions/word order",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.9,
    roles=PROSE,
    source_langs=frozenset({"de", "nl"}),
)
def time_attribute(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """An adverb of time in an adjective's place: “the yesterday meeting”, “the meanwhile 34-year-old”.

    German makes adjectives of its adverbs of time (*heutig, gestrig, diesjährig, inzwischen 34-jährig*); English has a
    possessive, a date, or a clause for them.

    Bad (de-en):
        <v>The yesterday</v> meeting and <v>the this-year</v> festival were cancelled.
        <v>The meanwhile</v> 34-year-old man came <v>on today’s Monday</v> to see <v>the yesterday presented</v> plan.
    Good (de-en):
        Yesterday’s meeting and this year’s festival were cancelled. The now 34-year-old man read the report.
    """
    end = 0
    found = {match.span(1) for pattern in _PATTERNS for match in pattern.finditer(paragraph.text)}
    for start, stop in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= end:
            bare = stop - len(paragraph.text[start:stop].lstrip())
            yield Mark(start=bare, end=stop, message="an adverb of time is no adjective in English")
            end = stop
