"""Verbs without their subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_ADJECTIVE = (
    "(?:necessary|important|possible|impossible|essential|convenient|evident|probable|better|true|normal|logical|time)"
)
_START = re.compile(
    rf"(?:Is|Was|Are|Were) (?:the (?:first|second|third|last|only|most|same|[a-z]+ (?:of|that|who|which))|an? [a-z]+|not (?:the|an?|only|known|yet|{_ADJECTIVE})|(?:very )?{_ADJECTIVE} (?:to|that|for)|about (?:the|an?|\d)"
    r"|(?:also |already )?(?:considered|known|expected|born|located|called|situated|composed|estimated|planned|accused|based) )"
    r"|Has (?:also |already |not |never )?(?:been|an? [a-z]+|made|had|won|said|asked|called (?:for|on|to)|worked|played|lived|received|written|published) "
    r"|(?:Does|Did|Has|Will|Can|Could|Would) not (?:be |have |want |know |exist |need |believe |think |say )"
    r"|(?:Seems|Believes|Says|Considers|Thinks|Recalled|Affirmed|Assured|Explains|Recalls|Adds|Emphasized|Indicated|Stressed|Said|Explained|Added|Denied|Insisted|Pointed out|Highlighted) that (?!in turn)"
    r"|(?:However,?|Moreover,|Besides,|In addition,|Therefore,|Later,|Then,|Subsequently,|Finally,|Thus,|Meanwhile,|Nevertheless,|On the other hand,|For (?:this|that) reason,) "
    r"(?:is|was|has|had|will|would|can|could|must|does|did|added|explained|stressed|recalled|rejected|noted|assured|denied|announced|indicated|pointed out|warned) (?!the (?:time|moment|day)\b)"
)
_CLAUSE = re.compile(
    r"\b([Bb]ecause (?:is|was|has|had|are|were|will|can|does not|did not|have been))\b|\b((?:although|unless|even if) (?:is|was|has(?! since)|had(?! it\b)|are|were|will|does not|did not))\b"
    rf"|\b((?:said|says|explained|added|believes|considers|thinks|assured|recalled|stressed|seems|means) that (?:is|was) {_ADJECTIVE} (?:to|that))\b"
    rf"|\b(why (?:is|was) {_ADJECTIVE} (?:to|that))\b(?=[^?]*[.;])"
)
_OPENING = ' \n\t“"‘«—-'
_CLOSING = '”"’»'
LEAST_CHARACTERS = 25
"""Length of a sentence that is no caption or exclamation."""


@paragraph_check(
    id="LIN139",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MAJOR,
    confidence=0.8,
    roles=PROSE,
    source_langs=frozenset({"es", "pt", "it"}),
)
def missing_subject(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A verb without its subject: “Is the first time that”, “because is late”.

    Spanish, Portuguese and Italian drop the pronoun, since the verb tells the person; a machine that adds none leaves an English
    sentence without a subject.

    Bad (es-en):
        The mayor came. <v>Was born</v> in a village of the north. He left <v>because is</v> ill.
        The plan failed. <v>However, has</v> not been withdrawn.
    Good (es-en):
        The mayor came. Is the first time the best? He said that is unfair. Had the team won, he would have stayed.
    """
    text = paragraph.text
    for start, end in paragraph.sentences:
        match = _START.match(text, _first_letter(text, start, end))
        if match and _statement(text[start:end].strip()):
            yield Mark(
                start=match.start(), end=match.start() + len(match[0].rstrip()), message="the sentence has no subject"
            )
    for match in _CLAUSE.finditer(text):
        if not paragraph.sentence_start(match.start()):
            yield Mark.of_last_group(match, "the clause has no subject")


def _first_letter(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind its opening marks."""
    return end - len(text[start:end].lstrip(_OPENING))


def _statement(sentence: str) -> bool:
    """Whether it ends as a statement does and is no exclamation or caption."""
    ends = sentence.rstrip(_CLOSING).endswith((".", ","))
    return ends and "?" not in sentence and len(sentence) >= LEAST_CHARACTERS
