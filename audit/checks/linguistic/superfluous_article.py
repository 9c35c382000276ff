"""Articles before names, and “He” for the Spanish article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_COUNTRIES = (
    "Peru|Spain|France|Germany|Italy|Portugal|Mexico|Argentina|Colombia|Chile|Brazil|Uruguay|Paraguay|Bolivia|Ecuador|Venezuela|Cuba"
    "|Russia|China|India|Japan|Egypt|Iran|Iraq|Israel|Syria|Canada|Haiti|Panama|Honduras|Guatemala|Nicaragua|Morocco|Algeria|Turkey|Poland"
)
_COUNTRY = re.compile(
    rf"\b[Tt]he (?:{_COUNTRIES})(?=[.;:]|,(?! [A-Z])|\s*\Z| (?:is|has|was|will|and the|had|would|cannot|also)\b)"
)
_TITLE = re.compile(
    r"\b([Tt]he) ((?:president|minister|judge|senator|governor|mayor|king|prime minister|deputy|chancellor|prosecutor|doctor|professor|councillor"
    r"|ex-president|coach|trainer|pope|vice president|President|Minister|Senator|Governor|Mayor|Pope|Chancellor|Professor)"
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|White|President|Is\b|El|[A-Z][a-z]+(?:an|ese|ish)\b)[A-ZÁÉÍÓÚ][a-zà-ÿ]+(?: [A-ZÁÉÍÓÚ][\w-]+)?)"
    r"(?=,? [a-z]|[,.])(?! (?:[a-z]+-|administration|crowd|of old))"
)
_NOUNS = (
    "dollar|euro|peso|government|president|minister|ministry|club|team|report|document|match|judge|court|prosecutor|mayor|governor"
    "|striker|goalkeeper|defender|midfielder|footballer|suspect|army|police|price|company|city|country|accident|earthquake|virus|wholesale|central|regional|provincial|municipal|local|federal|official|national|current|former|same|new|parallel|whole|entire|economist|senator|deputy|lawyer|indicator|index|marker|referee"
)
_HE = re.compile(rf"\bHe (?=(?:{_NOUNS}) (?!said\b)[a-z])|\bHe (?=(?:{_NOUNS})[,’])")


@paragraph_check(
    id="LIN123",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.85,
    roles=PROSE,
    fix="unsafe",
)
def superfluous_article(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """An article before a country, or “He” where the Spanish has the article «El».

    Spanish says *el Perú* and *el Lula*; and an “El” with a capital at a sentence start is read as *Él*, he.

    Bad (es-en):
        The delegation of <v>the Peru</v>, in turn, left the room.
        <v>He dollar</v> fell for the third day in a row.
        The announcement was made by <v>the president Alberto Fernández</v> and <v>the judge Ruiz</v>.
    Good (es-en):
        The delegation of Peru left the room. The Peru team stayed.
        He governments cannot fool, she said.
    """
    for match in _COUNTRY.finditer(paragraph.text):
        name = match[0].split(" ", 1)[1]
        yield Mark(
            start=match.start(), end=match.end(), message=f"English says “{name}” without an article", suggestion=name
        )
    for match in _TITLE.finditer(paragraph.text):
        yield Mark(
            start=match.start(),
            end=match.end(),
            message="a title before a name has no article",
            suggestion=match[2][0].upper() + match[2][1:],
        )
    for match in _HE.finditer(paragraph.text):
        noun = re.compile(r"[a-z]+").match(paragraph.text, match.end())
        if noun and paragraph.sentence_start(match.start()):
            yield Mark(
                start=match.start(),
                end=noun.end(),
                message="“He” stands for the Spanish article «El»",
                suggestion=f"The {noun[0]}",
                severity=Severity.MAJOR,
            )
