"""Articles before parts of the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_PART = "(?:leg|legs|arm|arms|hand|hands|knee|ankle|shoulder|shoulders|foot|feet|nose|finger|fingers|wrist|elbow|neck|eyes|mouth|hip|collarbone|tibia|fibula|teeth|lips|fist|hair|face|ear|ears|thumb)"
_END = r"(?=[.,;:)!?]|\s*\Z| (?:and|in|while|when|during|after|before|at|as|on|with|because|twice|again|playing|against|to|by)\b)"
_HURT = re.compile(
    rf"\b((?:broke|broken|fractured|raised|raises|raise|lowered|injured|hurt|twisted|dislocated|sprained|shrugged|moved|stretched|washed|washes|wash|brushed|bit|burned|closed|opened|lifted|injures|breaks|fractures|twists|covered) the {_PART}){_END}"
    rf"|\b((?:broke|break|breaks|broken|cut|cuts|shook|shakes|washed|hurts|touched|kissed|covered|held|bit|put) (?:him|her|me|them|us|himself|herself) (?:the|a) {_PART})\b"
    rf"|\b((?:lost|loses|lose|losing|risked|risking|risk|cost (?:him|her|them)|cost) the life){_END}"
    r"|\b((?:[Ww]ith) the (?:eyes|hands|arms|head|mouth|face|feet|legs|fists) (?:closed|open|up|down|covered|tied|bandaged|crossed|folded|raised|in the air|behind|full|held|bowed|high|in the pockets|on the (?:head|chest|back)|bound|handcuffed))\b"
    r"|\b(shook the head|shakes the head|nodded the head|shrugged the shoulders|hands in the pockets)\b"
)


@paragraph_check(
    id="LIN136",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=0.85,
    roles=PROSE,
)
def body_part_article(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """An article where English has a possessive: “he broke the leg”.

    *Se rompió la pierna*, *con las manos en los bolsillos*, *er brach sich das Bein*: parts of one's own body take the article in
    other languages and “his” or “her” in English.

    Bad (es-en):
        The striker <v>broke the leg</v> in training, and the witness <v>raised the hand</v>.
        He entered <v>with the eyes closed</v>; nobody had <v>lost the life</v>.
    Good (es-en):
        The striker broke his leg. He was shot in the head. She broke the arm of the chair.
    """
    for match in _HURT.finditer(paragraph.text):
        yield Mark.of_last_group(match, "English has a possessive where others have the article")
