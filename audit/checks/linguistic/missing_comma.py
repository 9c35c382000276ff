"""Appositions without their second comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import tables
from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_OFFICE = "|".join(sorted((re.escape(office) for office in tables.column("offices")), key=len, reverse=True))
_VERB = r"(?:[a-z]{2,}[^e]ed|said|did|has|had|will|would|told|made|gave|took|spoke|went|came|met|thinks|says|believes|explains|warns|is|was|wants)"
_APPOSITION = re.compile(
    r"(?:\A|(?<=[.!?”] ))(?:(?:However|Meanwhile|In turn|For (?:his|her|its) part|Finally|Then|Later|Today|In addition|On \w+day), )?"
    rf"(?:The|the|His|her|Her|his|Its|Their) (?:[\w’-]+ ){{0,5}}?(?:{_OFFICE})(?: (?:of|for|in) [^,.;:“”()]{{2,50}})?, "
    rf"((?:[A-ZÀ-Þ][\w’.-]+ (?:de |la |del |van |von )?){{2,4}}{_VERB}\b)(?! by\b)",
    re.UNICODE,
)


@paragraph_check(
    id="LIN126",
    category="linguistic conventions/punctuation",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.8,
    roles=PROSE,
)
def missing_comma(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A name set off by one comma only: “his lawyer, Javier Ayala described”.

    Spanish sets a name off with two commas; translation often keeps the first and loses the second.

    Bad (es-en):
        His lawyer, <v>Javier Ayala described</v> the accusation as “flimsy”.
    Good (es-en):
        His lawyer, Javier Ayala, described the accusation as “flimsy”.
        According to his lawyer, Javier Ayala described the accusation as “flimsy”.
    """
    for match in _APPOSITION.finditer(paragraph.text):
        name, _, verb = match[1].rpartition(" ")
        yield Mark(
            start=match.start(1),
            end=match.end(1),
            message=f"the comma after “{name}” is missing",
            suggestion=f"{name}, {verb}",
        )
