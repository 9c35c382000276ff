"""Infinitives and finite verbs where English has another form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_BASE = (
    "(?:be|do|go|have|know|see|make|take|give|get|say|tell|leave|find|come|become|win|lose|play|pay|work|live|start|begin|finish|buy|sell|avoid"
    "|obtain|achieve|reach|continue|follow|receive|understand|explain|think|speak|talk|return|help|create|improve|reduce|increase|use|send|put"
    "|keep|hold|bring|enter|arrive|travel|recover|comply|carry|open|close|attend|participate|defend|prevent|protect|ask|meet|read|write|learn"
    "|approve|vote|resolve|solve|present|decide|maintain|guarantee|generate|produce|develop|establish|appear|detect|identify|consider|offer)"
)
_NOT_PASSIVE = r"(?<!\bare )(?<!\bis )(?<!\bwas )(?<!\bbe )(?<!been )(?<!were )(?<!ly )(?<!being )"
_INFINITIVE = re.compile(
    rf"\b((?:[Ww]ithout|[Ii]nstead of|[Ii]n spite of|[Dd]espite|[Aa]part from|[Ii]n case of|[Bb]esides of|[Tt]he (?:fact|possibility|objective|aim|intention|risk|time) of|advantage of) to {_BASE})\b"
    r"|\b((?:[Ww]ithout|[Ii]nstead of|[Dd]espite|[Ii]n spite of|[Ii]n case of) (?:be|do|go|have|know|see|make|take|give|get|say|tell|find|become|lose|obtain|achieve|receive|understand|explain|arrive|comply|participate|resolve|sell|buy|finish))\b(?!-)"
    rf"|{_NOT_PASSIVE}\b((?:avoid|avoids|avoiding|avoided|suggest|suggests|suggesting|recommend|recommends|recommending|enjoy|enjoys|finishes|(?:has|have|had) (?:recommended|suggested|finished)|deny|denies|denying) to {_BASE})\b"
    rf"|\b((?:allows|allowing|enables|enabling|permitting|prevents|prevent|preventing|impedes|obliges|encourages|advises|facilitates|(?:would|will|could|can|may|that|which|to) (?:allow|enable|permit)|(?:that|which|it|this) (?:permits|permit|allow)) to (?!be able\b){_BASE})\b(?!-)"
    rf"|\b((?:make|makes|made|making|let|lets|letting) (?:him|her|them|me|us) to {_BASE})\b"
    rf"|(?<!stand )(?<!ask )(?<!asked )(?<!hope )(?<!hoped )(?<!look )(?<!pay )\b([Ff]or to {_BASE})\b|\b([Ii]n order (?:that to|of to|for to|to that)|[Ss]o that to (?=[a-z]+ (?:the|a|his|her|it|them)\b))"
    rf"|\b(look(?:s|ed|ing)? forward to (?:see|meet|hear|have|be|go|know|receive|get|make|take))\b"
)


@paragraph_check(
    id="LIN137",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.85,
    roles=PROSE,
)
def wrong_infinitive(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """An infinitive where English has a gerund, an object or no “to”: “without to know”, “allows to do”.

    Prepositions of other languages govern the infinitive (*sin saber*, *pour faire*), and *permite hacer* needs no object; English
    says “without knowing” and “makes it possible to do”.

    Bad (es-en):
        He left <v>without to know</v> the result. The system <v>allows to see</v> the road.
        They <v>recommend to buy</v> the shares <v>instead of sell</v> them; he trains <v>for to win</v>.
    Good (es-en):
        He left without knowing the result. It is recommended to buy. They work without pay.
        The new rules allow police to see the list. The system allows us to see the road.
    """
    for match in _INFINITIVE.finditer(paragraph.text):
        yield Mark.of_last_group(match, "English has a gerund or an object here")
