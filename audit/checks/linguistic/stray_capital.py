"""Capitals where a sentence goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import tables
from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_CLASSES = {"pronoun", "determiner", "preposition", "conjunction", "adverb", "number", "auxiliary"}
_WORDS = sorted(
    row[0] for row in tables.rows("function_words") if row[1] in _CLASSES and len(row[0]) > 1 and row[0] != "may"
)
_ANY_WORD = frozenset(word.capitalize() for word in _WORDS)
_SUBJECTS = frozenset(
    "He She They We The This These Those His Their Its Some Many Neither Three Four Five Six Seven Eight Nine Ten".split()
)
_DEMONYMS = frozenset(word.capitalize() for word in tables.column("demonyms"))
_CANDIDATE = re.compile(rf" ({'|'.join(sorted(_ANY_WORD))}) ([\w’-]+)(?: ([a-z]))?")
_CLAUSE = re.compile(r"(?:\b(that|where|because|and),?|[a-z0-9”)](,)|([a-z]))\Z")
_VERB = re.compile(r"[a-z]{3,}ed|was|were|is|has|had|would|will|could")
_DEVOUT = re.compile(r"\b(?:God|Lord|Jesus|Christ|Allah|Him|Bible|Prophet)\b")
TITLE_SHARE = 0.6
"""Share of capitalised words from which a sentence is a title: headlines have over 0.7, news sentences under 0.4."""


@paragraph_check(
    id="LIN101",
    category="linguistic conventions/spelling",
    its_type="typographical",
    severity=Severity.MINOR,
    confidence=0.9,
    roles=PROSE,
    fix="safe",
)
def stray_capital(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A capital letter where the sentence goes on.

    Machines translate piece by piece: what was a fragment of its own, or a heading, keeps its capital when it is put back
    into the sentence.

    Bad (es-en):
        The leader of North Korea, Kim Jong-un, <v>He</v> traveled for the first time in four years.
        “We are convinced that <v>The</v> Russian army will win,” he said.
        Although he confirmed the meeting, <v>Neither</v> of the two governments spoke of it.
    Good (es-en):
        She reads The New York Times, but he prefers The Economist.
        The answer, he said, was that The Hague had no say in it.
    """
    if _DEVOUT.search(paragraph.text):
        return
    for match in _CANDIDATE.finditer(paragraph.text):
        start, end = match.span(1)
        if _misplaced(match, paragraph.text) and not paragraph.sentence_start(start) and not _title(paragraph, start):
            yield Mark(
                start=start,
                end=end,
                message=f"“{match[1]}” has a capital in the middle of its sentence",
                suggestion=match[1].lower(),
            )


def _misplaced(match: re.Match[str], text: str) -> bool:
    before = _CLAUSE.search(text, max(0, match.start() - 12), match.start())
    if before is None:
        return False
    word, following = match[1], match[2]
    if before[2] or (before[1] and before[0].endswith(",")):
        return following[0].islower() or following[0].isdigit()
    if before[1]:
        nation = following in _DEMONYMS and match[3] is not None and before[1] == "that"
        year = word == "In" and following.isdigit() and before[1] == "that"
        return year or (word in _SUBJECTS and (following[0].islower() or nation))
    return word in {"He", "She", "They"} and _VERB.fullmatch(following) is not None


def _title(paragraph: Paragraph, offset: int) -> bool:
    start, end = paragraph.sentence_at(offset)
    words = [word for word in paragraph.text[start:end].split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) >= TITLE_SHARE * len(words)
