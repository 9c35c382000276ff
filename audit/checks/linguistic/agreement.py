"""Subjects and verbs that do not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_CLAUSE = r"(?:\A|(?<=[.!?] )|(?<=[.!?][”\"] )|(?<=[“\"«])|\b(?:that|because|where|if|but|when) )"
_VERB = "(?:is|was|has|does|goes|says|wants|knows|lives|thinks|believes|needs|comes|asks)"
_AGREEMENT = re.compile(
    rf"{_CLAUSE}((?:[Tt]he |[Mm]any |[Ss]ome |[Mm]ost )?[Pp]eople {_VERB})\b"
    rf"|{_CLAUSE}([Tt]he (?:national |municipal |local |civil )?police (?:has|does|believes|investigates|says|arrests|suspects))\b"
    r"|\b([Tt]here (?:is|was|has been) (?:also |still |already |only )?(?:many|several|two|three|four|five|six|seven|eight|nine|ten|few|numerous))\b(?! (?:hundred|thousand|million|or)|-|[ ][a-z]+(?:’s|'s))"
    r"|\b((?:[Oo]thers|differents|importants|possibles) (?:people|countries|things|cases|cities|companies|parts|words|aspects|issues|types|members|states|sectors|places|examples|areas|products|persons|groups|forms|political|economic|social|similar))\b"
    r"|\b((?:differents|importants|responsibles))\b|\b([Aa]nother (?:things|countries|cases|words|companies|cities|aspects|problems))\b"
    r"|\b([Tt]his (?:countries|things|measures|problems|companies|men|women|children|words|elections|cases|reasons|facts|laws|cities|decisions|actions|studies|policies|attacks|games|players))\b(?! (?:us|the|a|him|them)\b|-)"
)
_ANY = re.compile(
    r"people|police|[Tt]here (?:is|was|has)|[Oo]thers|[Aa]nother|differents|importants|possibles|responsibles|[Tt]his \w+[sn]\b"
)
"""What every fault holds: paragraphs without it are passed over."""


@paragraph_check(
    id="LIN145",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.8,
    roles=PROSE,
)
def agreement(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A verb or determiner that does not agree with its noun: “the people is”, “others countries”.

    *La gente es*, *la policía ha*, *hay dos*, *otros países*: number is marked on other words in the source, and *gente* and
    *policía* are singular there.

    Bad (es-en):
        He said that <v>the people is</v> tired, and <v>there is two</v> reasons.
        <v>The police has</v> arrested men from <v>others countries</v>.
    Good (es-en):
        The number of people is growing. The police have arrested two men from other countries.
        There is two-thirds left. This measures the speed; this facts-first approach works.
    """
    if not _ANY.search(paragraph.text):
        return
    for match in _AGREEMENT.finditer(paragraph.text):
        if not paragraph.quoted(match.start(), match.end()):
            yield Mark.of_last_group(match, "the words do not agree in number")
