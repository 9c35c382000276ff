"""A gerund for a result, with its subject behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_DONE = (
    "injured|killed|wounded|arrested|detained|seized|rescued|transferred|hospitalized|hospitalised|evacuated|treated|attended|affected|intercepted"
    "|confiscated|destroyed|damaged|recovered|published|approved|rejected|necessary|possible|impossible|essential|taken"
)
_COUNT = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|many|most|all|both|the (?:two|three|four)|the [a-z]+|his|her|their)"
_GERUND = re.compile(
    rf", (being (?:{_DONE}) (?!by |in |at |to |on |for |with |from |after ){_COUNT})\b"
    r"|, (leaving (?:a|as a?) ?(?:(?:preliminary|final|provisional|tragic|first) )?(?:balance|toll|result) of)\b"
    r"|, ((?:resulting|remaining|turning out|ending up) (?:(?:seriously|slightly|gravely|badly|critically|mortally) )?(?:injured|wounded|dead|unharmed|unhurt|damaged|hospitalized|detained|arrested|affected|destroyed|trapped|unconscious|imprisoned))\b"
    r"|, (being (?:these?|those|this|that|he|she|it|they) (?:the|a|an|one|who|which))\b"
    r"|, ((?:existing|occurring|appearing|corresponding|arriving|intervening) (?:a|an|several|two|three|many|some|multiple) [a-z]+)\b"
)


@paragraph_check(
    id="LIN133",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.8,
    roles=PROSE,
    source_langs=frozenset({"es", "pt"}),
)
def result_gerund(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A gerund for what came of it, its subject behind: “, being injured two people”.

    Spanish and Portuguese news tack a result on with *resultando heridas dos personas*, *siendo este el tercero*. English begins a
    clause with its subject, or says “leaving two people injured”.

    Bad (es-en):
        The bus overturned, <v>being injured two</v> people.
        He won in Paris, <v>being this the</v> third title of the season.
    Good (es-en):
        The bus overturned, leaving two people injured. He fled, being wanted by the police.
    """
    for match in _GERUND.finditer(paragraph.text):
        yield Mark.of_last_group(match, "the gerund stands for a result, with its subject behind it")
