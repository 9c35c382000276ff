"""Questions in the order of statements, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_WHO = r"(?:he|she|it|they|we|you|I|this|that|there|(?:the|his|her|their|our|my|your|its|this|these) [a-z]+)"
_FINITE = r"(?:did|does|do|is|are|was|were|has|have|had|will|can|could|would|should|must)"
_PAST = (
    "went|said|made|took|came|gave|knew|saw|had|was|were|got|thought|found|told|began|became|left|felt|brought|kept|held|wrote|ran|paid|met|lost"
    "|won|fell|sold|sent|built|spent|died|happened|has|is|goes|does|says|makes|takes|comes|gives|knows|works|wants|thinks|lives|needs|believes|feels|means|exists"
)
_PERSON = r"(?:he|she|it|they|we|you|I|someone|anyone|everyone|people|the [a-z]+|this|that)"
_QUESTION = re.compile(
    rf"(?:Why|How|Where) (?:the (?!hell)[a-z]+|he|she|it|they|we|you|I|this) (?:not )?{_FINITE}(?: not)?\b(?! [^?]{{0,60}},)"
    r"|What (?:means|thinks|says|wants|happens with|is about) (?:this|that|it|the|he|she|a)\b"
    r"|(?:What|How) (?:it|he|she|they) (?:is|means|works|did|does|can|will|was)\b"
    r"|How (?:is|are) (?:called|named|said)\b"
    r"|How (?:do|does|did) (?:you|one|we|they|he|she) call\b(?! (?:on|for|your|a |out))"
    rf"|(?:(?:And|But) )?(?:(?:Why|How|When|Where|What) )?(?:[Dd]id|[Dd]oes|[Dd]o|[Ww]ill|[Cc]an|[Cc]ould|[Ww]ould) (?:not )?{_PERSON} (?:{_PAST})\b(?=[^,]{{0,40}}\?)"
)
_INDIRECT = re.compile(
    r"\b(?:know|knows|knew|explain|explains|explained|understand|understands|wonder|wonders|wondered|asked|asks|tell us|tell me|told me|find out|see|of|about)"
    r" ((?:why|how|where|what|who|when) (?:(?:is|are|was|were) (?:he|she|it|they|we|I)|(?:did|does|do|has|have|will|can) (?:he|she|it|they|we) [a-z]+))\b(?![^.,;:—–]*\?)"
)


@paragraph_check(
    id="LIN135",
    category="linguistic conventions/word order",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.8,
    roles=PROSE,
)
def question_order(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A question in the order of a statement, or a statement in the order of a question.

    Romance languages ask with the voice alone and keep the verb first in indirect questions; English asks with an auxiliary, and
    only directly.

    Bad (es-en):
        The law is old, and few obey. <v>Why the government did not</v> act? <v>Does it works</v>? Nobody could tell the reporters on Monday.
        Nobody knows <v>where is he</v> now.
    Good (es-en):
        Why did the government not act? Why the long face? How much it cost, who knows?
        Nobody knows where he is now. “Do you know why? Is it money?”
    """
    for match in _QUESTION.finditer(paragraph.text):
        _, end = paragraph.sentence_at(match.start())
        asked = (
            paragraph.text[match.end() : end].rstrip(" ”\"’'\n").endswith("?")
            or paragraph.text[match.end() : match.end() + 1] == "?"
        )
        if asked and paragraph.sentence_start(match.start()):
            yield Mark(start=match.start(), end=match.end(), message="the question has the order of a statement")
    for match in _INDIRECT.finditer(paragraph.text):
        if not paragraph.quoted(match.start(), match.end()):
            yield Mark(
                start=match.start(1), end=match.end(1), message="an indirect question has the order of a statement"
            )
