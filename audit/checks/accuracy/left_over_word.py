"""Words left in the source language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from audit import vocabulary
from audit.check import document_check
from audit.document import PROSE, Document, Paragraph, Role
from audit.finding import Mark, Severity

_TOKEN = re.compile(r"(?<![\w@#/.’'&-])[^\W\d_]+(?![\w@/_-]|[.’']\w)")
_GLOSS = re.compile(r"[\[(](?=[^\W\d_A-Z]{2})([^\W\d_]+(?: [^\W\d_]+){0,5})[\])]")
_ROLES = PROSE | {Role.HEADLINE, Role.HEADING, Role.CAPTION}
MOST_MENTIONS = 2
"""A foreign word used more often is a term the article means to use."""
LEAST_LETTERS = 5
"""Shorter words are left to the function words of the table: letters of that length occur in every language."""
_OPENERS = frozenset(
    "próximo además según también mientras aunque así entonces luego finalmente ahora asimismo".split()
)
_FUNCTION = frozenset("el la los las del al y con por para según pero más entre desde sobre hasta una uno que".split())


@document_check(
    id="ACC111",
    category="accuracy/untranslated",
    its_type="untranslated",
    severity=Severity.MINOR,
    confidence=0.85,
)
def left_over_word(document: Document) -> Iterator[Mark]:
    """A single word left in the source language.

    Words a machine does not know, or takes for a name, go through as they are.

    Bad (es-en):
        The <v>ayuntamiento</v> of the city opened the bridge on Monday.
        The company <v>y</v> its workers reached an agreement.
    Good (es-en):
        The mayor of Castilla la Mancha ate tapas near the Plaza de España.
    """
    counts: Counter[str] = Counter()
    found: list[tuple[str, Mark]] = []
    for paragraph in document.paragraphs:
        if paragraph.role in _ROLES:
            for start, end, word in _foreign(paragraph):
                counts[word] += 1
                found.append((word, _mark(paragraph, start, end)))
    yield from (mark for word, mark in found if counts[word] <= MOST_MENTIONS)


def _foreign(paragraph: Paragraph) -> Iterator[tuple[int, int, str]]:
    tokens = list(_TOKEN.finditer(paragraph.text))
    for i, token in enumerate(tokens):
        word = token[0].lower()
        lang = vocabulary.foreign_language(word)
        if lang and (len(word) >= LEAST_LETTERS or word in _FUNCTION) and _stands_alone(paragraph, tokens, i):
            yield token.start(), token.end(), word
    for gloss in _GLOSS.finditer(paragraph.text):
        words = gloss[1].split()
        if len(words) > 1 and _mostly_foreign(words, square=gloss[0][0] == "["):
            yield gloss.start(), gloss.end(), gloss[0].lower()


def _mostly_foreign(words: list[str], *, square: bool) -> bool:
    foreign = sum(vocabulary.foreign_language(w) is not None or (square and not vocabulary.known(w)) for w in words)
    return foreign * 2 > len(words)


def _stands_alone(paragraph: Paragraph, tokens: list[re.Match[str]], i: int) -> bool:
    """Whether the words beside it are plain English in lower case, so that it is no part of a name, title or phrase."""
    text, token = paragraph.text, tokens[i]
    start = paragraph.sentence_start(token.start())
    opener = start and token[0].lower() in _OPENERS and text[token.end() : token.end() + 1] == ","
    if not token[0].islower() and not opener:
        return False
    if any(mark in text[max(0, token.start() - 1) : token.start()] for mark in "“\"‘'(*_"):
        return False
    beside = [tokens[j] for j in (i - 1, i + 1) if 0 <= j < len(tokens)]
    if token[0] in _FUNCTION:
        return len(beside) == 2 and all(_plain(other) for other in beside)
    before = tokens[i - 1 : i] if not start else []
    return all(_plain(other) or paragraph.sentence_start(other.start()) for other in before) and not any(
        vocabulary.foreign_language(b[0].lower()) for b in beside
    )


def _plain(token: re.Match[str]) -> bool:
    return token[0].islower() and token[0] in vocabulary.english()


def _mark(paragraph: Paragraph, start: int, end: int) -> Mark:
    word = paragraph.text[start:end]
    return Mark(
        start=paragraph.start + start, end=paragraph.start + end, message=f"“{word}” was left in the source language"
    )
