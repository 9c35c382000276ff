"""A subject said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import vocabulary
from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_NAME = r"(?:[A-ZÀ-Þ][\w’'.-]+(?: (?:de|la|del|van|von|al|bin|da|dos) )?[ ]?){1,4}"
_VERB = (
    r"(?:[a-z]{2,}ed|has|had|have|is|are|was|were|will|would|said|did|made|took|gave|went|came|told|met|won|lost|left|spoke"
    r"|became|began|saw|held|kept|led|sent|put|got|found|thought|knew|stood|ran|wrote|can|could)"
)
_PRONOUN = r"([Hh]e|[Ss]he|[Tt]hey|[Ii]t)"
_APPOSITION = re.compile(rf"(?:The|His|Her|Its|Their|A) [^,.;:“”()]{{3,90}}, {_NAME}, {_PRONOUN} {_VERB}\b")
_NAMED = re.compile(rf"({_NAME}), (?:[a-z][^,.;“”]{{3,80}}, )?(He|She|They|It|he|she|they) {_VERB}\b")
_TWO = re.compile(
    r"(?:\A|(?<=[.!?] ))[A-Z][a-z]+s (they|He|She) (?:see|say|have|are|were|had|will|do|must|can|work|want|need)\b"
)
_ADVERBS = frozenset(
    "however meanwhile yesterday today tomorrow recently finally later afterwards nevertheless therefore moreover also then indeed instead".split()
)


@paragraph_check(
    id="LIN121",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MAJOR,
    confidence=0.85,
    roles=PROSE,
    fix="unsafe",
)
def redundant_subject(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A pronoun that repeats the subject before it.

    Spanish drops its pronouns; a machine that meets a verb after a long apposition adds one, though the subject stands there.

    Bad (es-en):
        The leader of North Korea, Kim Jong-un,<v> he</v> traveled for the first time in four years.
        The boss of the centrist group, Sophie Delmas,<v> she</v> would have preferred a transition.
    Good (es-en):
        In the capital, Lima, he traveled by bus. However, he would have preferred a car.
        The leader of North Korea, Kim Jong-un, traveled for the first time in four years.
    """
    for match in _APPOSITION.finditer(paragraph.text):
        if paragraph.sentence_start(match.start()):
            yield _mark(match, 1)
    for match in _NAMED.finditer(paragraph.text):
        if paragraph.sentence_start(match.start()) and _person(match[1], match[2]):
            yield _mark(match, 2)
    for match in _TWO.finditer(paragraph.text):
        yield _mark(match, 1)


def _person(name: str, pronoun: str) -> bool:
    """Whether a sentence opener is a name and no adverb, day or place that English puts before its subject."""
    words = [word.lower().strip(".") for word in name.split()]
    if any(word in _ADVERBS or word.endswith("ly") for word in words):
        return False
    common = sum(vocabulary.english().get(word, 0) > 0 for word in words)
    return pronoun[0].isupper() and len(words) > 1 and not common


def _mark(match: re.Match[str], group: int) -> Mark:
    start, end = match.span(group)
    # The space before goes with the word, so that one is left.
    return Mark(
        start=start - 1 if match.string[start - 1] == " " else start,
        end=end,
        message=f"“{match[group]}” repeats the subject before it",
        suggestion="",
    )
