"""Verbs that miss the “it” which English puts before an infinitive or clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_ADJECTIVE = "(?:necessary|important|possible|impossible|essential|appropriate|convenient|unlikely|difficult|urgent|fundamental|probable|opportune|indispensable|premature|advisable|logical|unfair|strange|normal)"
_EXPLETIVE = re.compile(
    rf"(?<!what )(?<!they )(?<!he )(?<!she )(?<!it )(?<!we )(?<!you )(?<!I )\b((?:(?:did|does|do) not consider|considers|consider|finds|sees|saw|judges|judged) {_ADJECTIVE}) (?:to [a-z]+|that|the [a-z]+|a|an)\b"
    rf"|\b((?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ii]t) (?:also )?(?:considers?|finds|sees|saw|judges|judged) {_ADJECTIVE}) (?:to [a-z]+|that)\b(?<!important to)"
    r"|\b(makes? (?:possible|impossible|difficult|easier|necessary)) (?:to|that)\b|\b((?:makes?|made|making) it (?:possible|impossible|difficult|easy|easier) (?:the|a|that the))\b"
)
_RELATIVE = re.compile(r"\b(?:what|which|that|whatever|who|things?|as|than)\b[^.;:]{0,40}\Z", re.IGNORECASE)


@paragraph_check(
    id="LIN146",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.85,
    roles=PROSE,
)
def missing_expletive(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A verb without the “it” that stands for an infinitive or clause: “considers necessary to”.

    *Considera necesario reformar*, *rend difficile de*, *rende possibile*: English puts “it” where the object should be.

    Bad (es-en):
        The minister <v>considers necessary</v> to reform the law. Snow <v>makes difficult</v> to arrive.
        The new bridge <v>makes it possible the</v> passage of trucks.
    Good (es-en):
        The minister considers it necessary to reform the law. It will do what it sees necessary to win.
        The new bridge makes possible the passage of trucks, and he made clear that it is safe.
    """
    for match in _EXPLETIVE.finditer(paragraph.text):
        if not _RELATIVE.search(paragraph.text, max(0, match.start() - 60), match.start()):
            yield Mark.of_last_group(match, "“it” is missing before the adjective")
