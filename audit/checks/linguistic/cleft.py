"""Clefts built as the source language builds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_TIME = rf"(?:(?:19|20)\d\d|(?:{_MONTH})(?: (?:of )?\d{{4}})?|that (?:moment|year|day|time|night)|this (?:moment|year|week|morning)|the (?:year )?(?:19|20)\d\d)"
_CLEFT = re.compile(
    r"\b((?:is|was|be) (?:precisely |just |only |right )?(?:then|now|today|yesterday) when)\b"
    r"|\b((?:is|was) (?:precisely |just |right )?(?:there|here) where)\b"
    r"|\b((?:is|was) (?:so|thus|like this|this way|in this way|that way|of this form) (?:how|as))\b(?! (?:to|much|many|long|well))"
    rf"|\b(?:[Ii]t )?((?:[Ii]s|[Ww]as) (?:only |precisely |already )?(?:in|on|from|at|since) {_TIME} when)\b"
    r"|\b([Ii]t (?:is|was) (?:this|last|on|next) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day when)\b"
    r"|\b((?:is|was) (?:for|by|because of|due to) (?:this|that|it) (?:that|why|what|the|for what))\b(?= (?!is|was)[a-z])"
    r"|\b((?:[Ii]s|[Ww]as) for (?:this|that) reason (?:why|for which|for what))\b|\b((?:for|by) (?:this|that) reason (?:is|was) (?:that|why))\b"
    r"|\b((?:was|is|were) (?:he|she|him|her|them|they) (?:the (?:one|ones) (?:who|that)|the that))\b"
    r"|\b((?:it|It) (?:was|is) (?:the [a-z]+|[A-Z]\w+(?: [A-Z]\w+)*) the one (?:who|that|which))\b"
    r"|\b([Hh]e|[Ss]he|[Tt]hey) ((?:is|are|was|were) who (?:has|have|must|will|is|was|decides?|can|should|had|did))\b"
)
_BECAUSE = re.compile(r"\b(?:is|was) (?:for|by|because of|due to)")


@paragraph_check(
    id="LIN134",
    category="linguistic conventions/word order",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.85,
    roles=PROSE,
    source_langs=frozenset({"es", "pt", "fr", "it"}),
)
def cleft(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A cleft sentence built as the source language builds it: “it was then when”, “is for this that”.

    *Fue entonces cuando*, *es por eso que*, *es ahí donde*: English clefts take “that” whatever was fronted, or are not used.

    Bad (es-en):
        It <v>was then when</v> the police arrived. It <v>is for this that</v> many leave.
        It <v>was in 1998 when</v> he became mayor.
    Good (es-en):
        It was then that the police arrived. That is why many leave. He was in Paris when it rang.
    """
    for match in _CLEFT.finditer(paragraph.text):
        yield Mark.of_last_group(match, "the cleft follows the source language")
