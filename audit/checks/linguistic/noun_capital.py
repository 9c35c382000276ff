"""Common nouns with the capital that German gives every noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import tables
from audit.check import document_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity

RARE, RARE_IN_ARTICLE = 55, 200
"""Small mentions for each capital one from which a noun is a common one, beside others in its sentence or article."""
MOST_CAPITALS = 0.3
"""Share of other capitalised words up to which a sentence is no title: news has under 0.4, headlines 0.7."""
LEAST_IN_SENTENCE, LEAST_IN_ARTICLE = 2, 4
"""Different common nouns with a capital that are no accident, in one sentence or in one article."""

_SHARES = {row[0].capitalize(): int(row[1]) / (int(row[2]) + 1) for row in tables.rows("common_nouns")}
_NOUN = re.compile(
    r"(?<![\w’-])(?:[a-z][a-z’-]*[,;]?|The|An?|His|Her|Its|Their|In the|No) ([A-Z][a-z]{3,})(?= [a-z“\d]|[.,;:]|\Z|\n)"
)
_NAME = re.compile(r"\b[A-Z][\w’-]*\W+(?:of|and|for|to|in|on) (?:the )?\Z")
_CHAIN = re.compile(r" (?:of|and|for|into|from|in|or|to|with)(?: (?:the|an?))? |, ")
_DETERMINED = re.compile(r"(?:the|an?|his|her|its|their|this|no|every) \Z")
_OF_NAME = re.compile(r" (?:of|for|on|to|and|in) (?:the )?[A-Z]")


@document_check(
    id="LIN147",
    category="linguistic conventions/spelling",
    its_type="typographical",
    severity=Severity.MINOR,
    confidence=0.9,
    fix="unsafe",
    source_langs=frozenset({"de"}),
)
def noun_capital(document: Document) -> Iterator[Mark]:
    """Common nouns with a capital in the middle of their sentence.

    German writes every noun with a capital, and a machine that copies letters keeps some of them. One such
    word may be a name or a term of law; several different ones in a sentence, or in an article, are not.

    Bad (de-en):
        It is known that the <v>Decision</v> of the board and the <v>Proposal</v> of the workers were refused.
    Good (de-en):
        It is known that the Department of Health had asked the Office of Management for help.
    """
    found = {paragraph.start: _capitals(paragraph) for paragraph in document.paragraphs if paragraph.role in PROSE}
    article = {word for held in found.values() for _, word in held if _SHARES[word] >= RARE_IN_ARTICLE}
    for paragraph in document.paragraphs:
        held = found.get(paragraph.start, [])
        for at, word in held:
            if len(article) >= LEAST_IN_ARTICLE or _several(paragraph, held, at):
                yield Mark(
                    start=paragraph.start + at,
                    end=paragraph.start + at + len(word),
                    message=f"“{word}” has the capital of a German noun",
                    suggestion=word.lower(),
                )


def _capitals(paragraph: Paragraph) -> list[tuple[int, str]]:
    """Common nouns with a capital that stand alone in prose, with their place."""
    return [
        (match.start(1), match[1])
        for match in _NOUN.finditer(paragraph.text)
        if match[1] in _SHARES and _alone(paragraph, match.start(1), match.end(1))
    ]


def _alone(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the word is no part of a name, a title or a quotation."""
    text = paragraph.text
    before = _NAME.search(text, max(0, start - 40), start)
    if before is not None and before[0].split(None, 1)[0].capitalize() not in _SHARES:
        return False
    after = _OF_NAME.match(text, end)
    named = after is not None and re.match(r"\w+", text[after.end() - 1 :])[0] not in _SHARES  # type: ignore[index]
    low, high = paragraph.sentence_at(start)
    words = [word for word in text[low:high].split() if word[0].isalpha()]
    strange = [word for word in words if word[0].isupper() and word.strip(".,;:") not in _SHARES]
    title = len(strange) > MOST_CAPITALS * len(words)
    return not (named or title or paragraph.quoted(start, end))


def _several(paragraph: Paragraph, held: list[tuple[int, str]], at: int) -> bool:
    """Whether its sentence has enough different ones, one of them plainly a common noun."""
    low, high = paragraph.sentence_at(at)
    words, end, determined = set(), low, False
    for place, word in held:
        if low <= place < high:
            chained = _CHAIN.fullmatch(paragraph.text, end, place)
            if not chained or determined:
                words.add(word)
            if not chained:
                determined = _DETERMINED.search(paragraph.text, max(low, place - 6), place) is not None
            end = place + len(word)
    return len(words) >= LEAST_IN_SENTENCE and any(_SHARES[word] >= RARE for word in words)
