"""Verbs at the end of their clause, as German and Dutch put them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import tables
from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_PLAIN = "|".join(row[0] for row in tables.rows("verb_forms"))
_DONE = "(?:" + "|".join(sorted({row[1] for row in tables.rows("verb_forms")})) + ")"
_END = r"(?=[.;!]|,(?! (?:and|or|but|\w+ed)\b)|\Z)"
_MODAL = "(?:will|would|must|should|could|can|wants? to|wanted to|shall)"
_WHO = "(?:he|she|it|they|we)"
_PERSON = r"(?:the (?:[a-z]{3,} ){1,2}|[A-Z][a-z]+ (?:[A-Z]\w+ )?)"
_THE = r"(?:the|an?|his|her|their|its|\d[\d.,]*|two|three|four|five|several|many|no(?! longer)|more)"
_THING = (
    rf"{_THE} (?:(?!than|who|which|that|to|of|as|when|if|he|they|we|she|it\b)[\w’-]+ ){{1,3}}(?:(?:of|"
    rf"in|on|from|for|with|to|at|by) (?:the |a |his |her )?(?:[\w’-]+ ){{1,2}})?"
)
_WHERE = (
    r"(?:by|from|at|in|on|to|with|into|after|since|under|before|against) (?:(?:the|an?|his|her|their|"
    r"its) (?:[\w’-]+ ){1,2}|[A-Z][\w’-]+ |\d+ \w+ )"
)
_DAY = "(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|in [A-Z][a-z]+|already|finally|meanwhile)"
_LINK = "(?:that|because|if|when|although|whether|since|after|before|as|while|where|who|which)"
_STATIVE = (
    r"(?!in fact|at (?:times|the time)|in (?:the )?(?:past|turn|truth|part|effect|essence|reality|"
    r"many|some)|by (?:far|all|then|now)|on (?:occasion|average)|for|to (?:date|some)|at (?:least|"
    r"first|one|this|that))"
)
_OBJECT = (
    r"(?:elected|rejected|fired|hired|presented|published|signed|approved|adopted|confirmed|dismissed|"
    r"appointed|founded|built|bought|sold|found|won|lost|decided|accepted|announced|discussed|"
    r"arrested|killed|introduced)"
)
_PATTERNS = tuple(
    re.compile(rf"(?<![\w’-])({pattern}){_END}")
    for pattern in (
        rf"(?:has|have|had) {_DAY} (?:{_THING}|{_WHERE}){_DONE}",
        rf"(?:has|have|had) {_PERSON}(?:{_DAY} )?(?:the|an?|his|her|their|its) (?:[\w’-]+ ){{1,3}}{_DONE}",
        rf"(?:has|have) (?:the|her|their|its|an?) (?:new |first |own |old )?[a-z]+ (?:(?:of|in|from) (?:the |a )?[\w’-]+ )?{_OBJECT}",
        rf"(?:has|have|had) (?:the|his|her|their|its|a) (?:[a-z]+ ){{1,2}}{_STATIVE}{_WHERE}(?:{_DONE})",
        rf"(?:has|have|had|was|were|been) {_STATIVE}{_WHERE}(?:{_THING}|{_WHERE}|with \w+ |[a-z]+s )?{_DONE}",
        rf"(?:has|have) for {_THE} [a-z]+ {_THE} [a-z]+ {_DONE}",
        (
            rf"(?:that|because) (?:he|she|they|the [a-z]+) {_STATIVE}(?:through|from|to|into|in) (?:the|"
            rf"an?) [a-z]+ (?:came|went|fled|lived|worked|drove|fell|escaped|travelled|stood|lay|sat)"
        ),
        rf"(?:was|were|is|are) {_DAY} {_WHERE}{_DONE}",
        (
            rf"(?:Yesterday|Today|Now|(?:Since|On|In|After|At|Already in) (?:\w+ ){{0,2}}\w+) (?:"
            rf"(?:has|have|had) {_PERSON}(?:[\w’-]+ ){{1,3}}|(?:is|was|are|were) the [a-z]+ ){_DONE}"
        ),
        rf"(?:was|were) {_PERSON}(?:{_STATIVE}{_WHERE}|for (?:hours|days|weeks|months|years) ){_DONE}",
        r"(?:was|were|been) for (?:\w+ )?(?:hours|days|weeks|months|years) (?:closed|blocked|shut|interrupted|occupied|evacuated)",
        rf"{_WHO} (?:must|could|should|would|can|will) {_THING}(?:{_WHERE})?(?:not |quickly |themselves |himself )?(?:{_PLAIN})",
        (
            rf"[a-z]{{3,}} (?:must|could|should|would|will) (?:tomorrow |today |on [A-Z]\w+ )?(?:the|his|her|"
            rf"their|its|an?) (?:[\w’-]+ ){{1,2}}(?:on [A-Z]\w+ |next week |in the [a-z]+ |again |not |quickly |soon |themselves |"
            rf"himself )?(?:{_PLAIN})"
        ),
        rf"(?:will|must|should|would) {_WHERE}(?:an? |the |new |his |her |its |more )?(?:[\w’-]+ ){{1,3}}(?:{_PLAIN})",
        rf"(?:will|must|should) (?:today|tomorrow|soon|also|now) (?:to|in|from|with) (?:the )?[\w’-]+ (?:{_PLAIN})",
        rf"(?:want|wants|wanted|has|have|had) to (?:the|his|her|their|its) (?:[\w’-]+ ){{1,2}}(?:{_PLAIN})",
        r"(?:because|that|although|if|since) (?:the|his|her|their) [a-z]+ (?:too|very|so|not) [a-z]+ (?:is|was|are|were)",
        rf"(?:[Bb]ecause|that|[Aa]lthough|if|since|when) {_WHO} no [a-z]+ (?:had|has|have|found|got|saw)",
        r"(?:If|if|when|When|that|because) the [a-z]+ [a-z]+ (?:should|would|must|can|could)",
        rf"(?:who|which|that) the [a-z]+ (?:discovered|found|seen|bought|won|{_DONE}) (?:has|have|had)",
        rf"{_WHO} {_MODAL} (?:{_DAY} )?{_THING}(?:not )?(?:{_PLAIN})",
        rf"{_MODAL} {_PERSON}(?:{_DAY} )?{_THING}(?:not )?(?:{_PLAIN})",
        rf"{_MODAL} {_DAY} (?:{_THING}|{_WHERE})(?:{_PLAIN})",
        rf"(?:the|an?|his|her) (?:[a-z]{{3,}} )?[a-z]{{3,}} {_MODAL} {_THE} (?:[\w’-]+ ){{1,3}}(?:{_PLAIN})",
        rf"{_LINK} (?:{_WHO}|{_PERSON.replace('{1,2}', '{1}')})(?:not )?(?:{_THING}|{_WHERE})?{_DONE} (?:has|have|had|was|were|is|are|will|can|could|must)",
        rf"{_LINK} (?:{_WHO}|the [a-z]+) (?:{_THING}|{_WHERE})?(?:be )?(?:{_PLAIN}) (?:can|could|must|should|will|wants?|wanted)",
        (
            rf"(?:[Bb]ecause|that|although|if|since|while) {_WHO} (?:not |very |seriously )?(?:ill|sick|"
            rf"injured|dead|missing|innocent|guilty|tired|old|young|alone|ready|satisfied|sure|happy|"
            rf"unemployed|poor|wrong|right|angry|late) (?:is|was|are|were)"
        ),
        (
            r"(?:[Bb]ecause|that|although|if|since|while|when) (?:he|she|they|it) (?:the|an?|his|her|their) "
            r"(?:[\w’-]+ ){1,3}(?:[a-z]{3,}ed|bought|sold|found|saw|took|made|lost|left|had|has|wants|won|is|"
            r"was|knew|needs)"
        ),
    )
)


@paragraph_check(
    id="LIN148",
    category="linguistic conventions/word order",
    its_type="grammar",
    severity=Severity.MAJOR,
    confidence=0.9,
    roles=PROSE,
    source_langs=frozenset({"de", "nl"}),
)
def verb_final(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A participle, infinitive or verb at the end of its clause, far from its auxiliary or subject.

    German and Dutch close a clause with the part of the verb that carries the meaning, a subordinate clause with
    all of it. English keeps subject, verb and object together.

    Bad (de-en):
        <v>On Monday has the minister the plan presented</v>. He said <v>that he the house bought has</v>.
        In May <v>will the company 200 jobs cut</v>. She stayed at home <v>because she ill is</v>.
    Good (de-en):
        He had his licence revoked. Only then can the company cut jobs. She knows who he is, and how ill she was.
    """
    end = 0
    for start, stop in sorted({match.span(1) for pattern in _PATTERNS for match in pattern.finditer(paragraph.text)}):
        if start >= end and not paragraph.text[stop:].startswith("?"):
            yield Mark(start=start, end=stop, message="the verb stands at the end, as in the source language")
            end = stop
