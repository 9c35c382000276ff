"""Clauses with “that” where English has an infinitive or gerund."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_SUBJECT = r"(?:he|she|it|they|we|you|I|the [a-z]+|his [a-z]+|her [a-z]+|their [a-z]+|these [a-z]+|there|people|everyone|everybody|nobody|all|[A-Z]\w+)"
_THAT = re.compile(
    rf"(?<!not )\b((?:want|wants|wanted|wanting|(?:would|['’]d) like) that) {_SUBJECT} [a-z]+"
    rf"|\b((?:avoid|avoids|avoided|avoiding|prevent|prevents|preventing|prevented|permits|permitted|provoke|provokes|provoked|causes|caused|impede|impedes|impeded|obliges|achieves|waiting|waits|waited|to allow|to permit|makes possible) that) (?:the [a-z]+|he|she|it(?! is|[’']s)|they|we|his|her|their|these|this|there|no|some|many|more|two|people)\b"
    r"|\b((?:[Ww]ithout|[Dd]ue to|[Ii]n case of|[Tt]hanks to|[Ii]nstead of|[Ss]ince|[Dd]uring) that) (?:he|she|it(?! will)|they|we|nobody|no one|anybody|anyone|somebody|there|I|the [a-z]+ (?:is|was|has|had|can|could|will|would|were|are|do|did))\b"
    r"|\b((?:fact|possibility|risk|case|idea|time|favou?r|spite|hope|fear|moment) of that) (?:the|he|she|it|they|we|there|this|his)\b"
    r"|\b((?:is|was) (?:he|she|him|her|them|they) who must that)\b"
    r"|\b((?:expect|expects|expected|want|wants) (?:from|of) (?:him|her|them|us|me|the [a-z]+) that)\b"
)


@paragraph_check(
    id="LIN142",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.85,
    roles=PROSE,
)
def that_clause(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A clause with “that” where English has an infinitive or gerund: “want that he goes”.

    *Quiere que vaya*, *evitar que entren*, *sin que nadie lo viera*: the subjunctive clause of the source becomes “want him to go”,
    “prevent them from entering”, “without anyone seeing”.

    Bad (es-en):
        The fans <v>want that</v> he goes, and the police tried to <v>avoid that</v> they entered.
        She left <v>without that</v> anyone saw her.
    Good (es-en):
        The fans want him to go. To avoid that, they left. I want that. The money they wanted that day is gone.
    """
    for match in _THAT.finditer(paragraph.text):
        yield Mark.of_last_group(match, "English has an infinitive or a gerund for this clause")
