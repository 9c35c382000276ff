"""Participles with all their company in front of a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import tables
from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_DONE = "|".join(sorted({row[1] for row in tables.rows("verb_forms") if len(row[1]) > len("set") and row[1] != "come"}))
_VERB = rf"(?:[a-z]{{3,}}ed|{_DONE}|[a-z]{{2,}}(?<!dur)(?<!th)(?<!morn)(?<!even)(?<!accord)(?<!build)(?<!includ)ing)"
_ARTICLE = (
    r"(?:(?<![\w’-])(?:[Tt]he|an?|his|its|their|[Hh]is|A|An)|(?:of|in|for|with|by|after|to|from|"
    r"against) (?:this|these))"
)
_PHRASE = (
    r"(?:by|from|for|since|with|against|to|in|at|on|before|after|through|among|under|near|between|during) "
    r"(?:(?:the|an?|his|her|its|their|this|many|several|some) (?:[\w’-]+ ){1,3}?|(?:\d[\d.,]*|two|"
    r"three|four|five|ten) [a-z]+ (?:[a-z]+ )?"
    r"|(?:the )?[A-Z][\w’.-]* (?:[A-Z][\w’-]+ ){0,2}|(?:years|decades|months|weeks|days|experts|"
    r"critics|police|investigators|researchers|fire|parents|many|him|her|them|us|everyone|all) )"
)
_NOT_NOUN = (
    r"(?:and|or|but|of|in|on|by|at|as|to|that|who|which|the|an?|from|for|with|is|was|were|are|has|"
    r"have|had|when|after|than|up|out|down|over|off|into|more|it|he|she|they|this|his|her|their|its|"
    r"while|about|because|if|before|against|under|over|not|what|how|whether|only|just|during)"
)
_PATTERNS = (
    re.compile(rf"({_ARTICLE} {_PHRASE}(?:[a-z]+ly |already |now |not )?{_VERB}) (?!{_NOT_NOUN}\b)[a-z]{{3,}}"),
    re.compile(
        rf"({_ARTICLE} (?:in |since )?(?:19|20)\d\d (?:[a-z]+ly )?(?:founded|born|established|opened|"
        rf"published|created|launched|elected|deceased|died|completed|introduced|adopted|discovered|closed|"
        rf"demolished|destroyed|released|appeared|begun|started|built|appointed|signed)) [a-z]{{3,}}"
    ),
    re.compile(
        r"((?<![\w’-])(?:[Tt]he|an?) (?:(?:not )?to be (?!the|a|on|in|at|with|more)[a-z]{3,}(?:ed|en)|"
        r"(?:last|this|next) (?:year|week|month|summer|spring|autumn|winter) (?:[a-z]{4,}ed|held|begun|"
        r"found|beginning|starting)"
        r"|for the [a-z]+ responsible|(?:this|last) (?:year|week) in [A-Z]\w+ [a-z]{3,}(?:ed|ing)|(?:now|"
        r"today|currently) in [A-Z]\w+ [a-z]{3,}(?:ed|ing))) (?!by|in|on|for|to|the|and|or)[a-z]{3,}"
    ),
    re.compile(
        r"((?<![\w’-])(?:[Tt]he|an) (?:only|not|already|never|still|so far|until now|previously|barely|"
        r"hardly|first) (?:on|in|since|by|at|to) (?:[A-Z][\w’]+|the [a-z]+|\d+|be) [a-z]{3,}ed) (?!by|in|"
        r"on|for|to|the|and|or)[a-z]{3,}"
    ),
)


@paragraph_check(
    id="LIN149",
    category="linguistic conventions/word order",
    its_type="grammar",
    severity=Severity.MAJOR,
    confidence=0.9,
    roles=PROSE,
    source_langs=frozenset({"de", "nl"}),
)
def participial_attribute(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A participle with its agent, time or place between article and noun: “the by the police arrested man”.

    German and Dutch put a whole participial phrase before its noun; English puts it behind, or in a relative clause.

    Bad (de-en):
        <v>The by the police arrested</v> man is silent. They wait for <v>the since years planned</v> bridge.
        He read <v>the on Monday presented</v> report of <v>the 1998 founded</v> company.
    Good (de-en):
        The man arrested by the police is silent. The in-depth report came after the on-field fight.
        The 2019 election campaign was short.
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(paragraph.text):
            yield Mark(
                start=match.start(1), end=match.end(1), message="the participle's phrase belongs behind its noun"
            )
