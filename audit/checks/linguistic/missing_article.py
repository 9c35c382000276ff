"""Nouns without the article English gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_PERSON = (
    "lawyer|journalist|doctor|teacher|engineer|economist|farmer|actor|actress|writer|nurse|painter|student|footballer|policeman|architect|carpenter"
    "|singer|musician|poet|politician|psychologist|historian|biologist|scientist|researcher|entrepreneur|businessman|analyst|priest|soldier|mechanic"
    "|photographer|waiter|driver|fan|widow|orphan|member|victim|owner|resident|neighbor|expert|specialist|graduate|supporter|goalkeeper|striker|defender|dancer|accountant"
)
_PLACE = (
    "United States|Netherlands|Philippines|United Kingdom|Czech Republic|Dominican Republic|European Union|Soviet Union|United Arab Emirates"
    "|Middle East|Basque Country|Balearic Islands|Canary Islands|Falkland Islands|Maldives|Bahamas|European Commission|European Parliament"
)
_NEXT = r"(?=[.,;:)]|\s*\Z| (?:and|is|was|has|have|had|that|in|to|for|who|with|the|as|on|by|of|will|would|are|were|he|it|but|from|at|since|between|during)\b)"
_MISSING = re.compile(
    rf"\b((?:he|she|I|He|She|who|father|mother|brother|wife|husband|son|and|also|already) (?:is|was|am) (?:{_PERSON}))(?=[.,;]| (?:and|of|from|at|by|who|with|since|but)\b)"
    rf"|\b((?:[Hh]e|[Ss]he|who|to) (?:become|became|works|worked|work) (?:as )?(?:{_PERSON}))(?=[.,;]| (?:and|of|from|in|at|by|who|for|with|since|but)\b)"
    rf"|\b((?:is|was|are|be|being|become|became) (?:member|victim|owner|graduate|part owner) (?:of|in))\b"
    rf"|\b(?:in|of|to|from|by|for|between|than|against|toward|towards|In|From|with) ({_PLACE}){_NEXT}(?! and (?:[A-Z]|other|foreign|international))"
    r"|\b([Ii]n (?:last|next) (?:days|weeks|months|years|decades|hours))\b|\b((?:[Dd]uring|[Oo]ver) (?:last|next) (?:days|weeks|months|years|decades|hours))\b"
    r"|\b((?:[Aa]t|[Ii]n) same (?:time|way|place|day|year|moment|week|month))\b|\b([Aa]t (?:end|beginning|start|moment) of (?:the|this|last|next|his|her|[a-z]*\d+))\b"
    r"|\b((?:has|have|had|having) (?:car|house|solution|opportunity|possibility|intention|obligation|right|capacity|ability|duty) (?:to|of|that))\b(?! vote)"
    r"|\b((?:is|was|it) (?:is |was )?(?:question|moment|possibility|consequence|example) (?:of|that|to))\b"
)


@paragraph_check(
    id="LIN140",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.9,
    roles=PROSE,
)
def missing_article(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A noun without its article: “he is journalist”, “in United States”.

    Spanish says *es periodista*, *en Estados Unidos*, *tiene derecho a*; English counts every profession, and some countries have
    “the” in their name.

    Bad (es-en):
        <v>He is journalist</v> and lives in <v>United States</v>. <v>In last years</v> he wrote little.
        The club <v>is member of</v> the league and <v>has right to</v> speak.
    Good (es-en):
        He is a journalist and lives in the United States. In recent years he was mayor of Lima.
        A meeting of European Union ministers began. He was elected president. United States and foreign firms lost.
    """
    for match in _MISSING.finditer(paragraph.text):
        yield Mark.of_last_group(match, "the article is missing")
