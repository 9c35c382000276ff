"""Plurals and articles of nouns that English does not count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_PLURAL = (
    "informations|advices|furnitures|equipments|knowledges|luggages|baggages|homeworks|softwares|hardwares|feedbacks|violences|fundings"
    "|machineries|jewelries|garbages|electricities|merchandises|unemployments|musics|tourisms|publicities|applauses|vandalisms|assistances|clothings"
    "|employments|evidences (?:of|that|against|were|are|in|show)|researches (?:of|that|on|were|are|in|about|show)|progresses (?:of|in|made|were|are)"
)
_ALONE = r"(?=[.,;:)]|\s*\Z| (?:that|which|about|on|of|from|to|is|was|has|by|who|and)\b)"
_MASS = "information|advice|equipment|furniture|luggage|homework|software|traffic|weather|evidence|knowledge|baggage|news|damage|machinery|jewelry|unemployment"
_COUNT = re.compile(
    rf"\b((?:{_PLURAL}))\b|\b([Aa]n (?:information|advice|equipment|unemployment)|[Aa] (?:furniture|luggage|homework|traffic|weather|news|machinery|jewelry|progress|baggage)){_ALONE}"
    rf"|\b((?:[Tt]hese|[Tt]hose|[Mm]any|[Ss]everal|[Tt]wo|[Tt]hree|[Ff]our|[Ee]ach|[Ff]ew) (?:{_MASS}))(?=[.,;:)]| (?:that|which|about|of|from|is|was|are|were|have|has)\b)"
    r"|\b((?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hose) news (?:are|were|have))\b|\b([Aa] police (?:said|told|who|was|were|and|of))\b|\b([Aa] (?:trousers|clothes|scissors|jeans|pants|goods))(?=[.,;]| (?:of|that|and|with)\b)"
    r"|\b((?:(?<!how )[Mm]uch|[Ee]very|[Ee]ach) people)\b(?! (?:smuggler|mover|carrier|of\b))"
)


@paragraph_check(
    id="LIN141",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.9,
    roles=PROSE,
)
def uncountable_noun(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A noun counted that English does not count: “informations”, “an advice”, “these news”.

    *Las informaciones*, *un consejo*, *dos noticias*, *les recherches*: what other languages count, English measures in pieces.

    Bad (es-en):
        The police gave two <v>informations</v>, and the lawyer <v>an advice</v>.
        <v>The news are</v> good, but they have <v>many evidence</v> that he paid.
    Good (es-en):
        The police gave information, and an information campaign began. Several news outlets have evidence of it.
    """
    for match in _COUNT.finditer(paragraph.text):
        yield Mark.of_last_group(match, f"English does not count “{match[match.lastindex or 0]}”")
