"""Capitals where a sentence goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import tables
from audit.check import paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

_CLASSES = {"pronoun", "determiner", "preposition", "conjunction", "adverb", "number", "auxiliary"}
_WORDS = sorted(row[0] for row in tables.rows("function_words") if row[1] in _CLASSES and len(row[0]) > 1)
_AFTER_COMMA = "|".join(word.capitalize() for word in _WORDS)
_AFTER_WORD = "He|She|They|We|The|This|These|Those|His|Their|Its|Some|Many|Neither|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
_DEMONYM = "|".join(sorted(word.capitalize() for word in tables.column("demonyms")))
_CAPITAL = re.compile(
    rf"(?<=[a-z0-9”)], )(?:{_AFTER_COMMA})(?= [a-z0-9])"
    rf"|(?<=\bthat )(?:{_AFTER_WORD})(?= (?:(?:{_DEMONYM}) )?[a-z])"
    rf"|(?<=[a-z] and )(?:{_AFTER_WORD})(?= [a-z])"
    rf"|(?<=[a-z] because )(?:{_AFTER_WORD})(?= [a-z])"
    r"|(?<=[a-z] )(?:He|She|They)(?= (?:[a-z]{3,}ed|was|were|is|has|had|would|will|could) )"
)
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
    for match in _CAPITAL.finditer(paragraph.text):
        if not paragraph.sentence_start(match.start()) and not _title(paragraph, match.start()):
            yield Mark(
                start=match.start(),
                end=match.end(),
                message=f"“{match[0]}” has a capital in the middle of its sentence",
                suggestion=match[0].lower(),
            )


def _title(paragraph: Paragraph, offset: int) -> bool:
    start, end = paragraph.sentence_at(offset)
    words = [word for word in paragraph.text[start:end].split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) >= TITLE_SHARE * len(words)
