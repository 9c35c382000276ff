"""Names that lost their capital."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from audit import person_names, tables, vocabulary
from audit.check import document_check
from audit.document import PROSE, Document, Paragraph, Role
from audit.finding import Mark, Severity

_SMALL = re.compile(r"(?<![\w@#/.’'&-])[^\W\d_A-Z]{4,}(?![\w@/’'-]|\.\w)")
_CAPITAL = re.compile(r"(?<![\w-])(?:([A-ZÀ-Þ][^\W\d_]+) )?([A-ZÀ-Þ][^\W\d_]{3,})(?![\w-])")
_PAIR = re.compile(r"(?<![\w@#/.’'&-])([^\W\d_]{3,})(?= ([^\W\d_]{3,})(?![\w@/-]|[.’']\w))")
_DERIVED = re.compile(r"\w{3}(?:ation|arian|ist|ness|ing|ism|ological)s?\Z")
_ARTICLES = frozenset("El La Los Las Il Le Les Der Die Das The O A".split())
_SAINTS = frozenset("san santa santo são".split())
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december".split()
) | tables.column("demonyms")
"""Left to the rule for sentences, days and nationalities."""
LEAST_MENTIONS = 2
"""Mentions as a name that make a word one: after a single one, words of spelled-out abbreviations were taken for names."""
MOST_SLIPS = 2
"""Small mentions in one article up to which they are slips; a word written small more often is meant so."""
RARE = 3
"""Occurrences in 20 million words of news up to which a lower-case word may be a name of this article written small."""
_PROSE = PROSE | {Role.CAPTION}


@document_check(
    id="LIN103",
    category="linguistic conventions/spelling",
    its_type="typographical",
    severity=Severity.MAJOR,
    confidence=0.8,
    fix="unsafe",
)
def lowercased_name(document: Document) -> Iterator[Mark]:
    """A name written in lower case against its other mentions, or against all of English.

    A machine that takes a surname for a common noun, or a place for a word it does not know, writes it small.

    Bad (es-en):
        The deputy minister, Rocío Paredes, spoke first. Later Ms. Paredes left, and <v>paredes</v> did not return.
        The president Alberto <v>fernández</v> met <v>raúl</v> Gómez at the club <v>san</v> lorenzo.
    Good (es-en):
        The deputy minister, Rocío Paredes, spoke first. Later Ms. Paredes left, and the walls came down.
    """
    mentions = _mentions(document)
    small = [found for paragraph in _paragraphs(document) for found in _small(paragraph, mentions)]
    counts = Counter(word for _, word in small)
    for start, word in small:
        if counts[word] <= MOST_SLIPS:
            yield Mark(
                start=start,
                end=start + len(word),
                message=f"“{word}” is a name here: it wants its capital",
                suggestion=word.capitalize(),
            )


def _mentions(document: Document) -> Counter[str]:
    """How often each word stands as a name in mid-sentence; a surname behind a given name counts twice."""
    counts: Counter[str] = Counter()
    for paragraph in document.paragraphs:
        if paragraph.role is Role.RESIDUE:
            continue
        for match in _CAPITAL.finditer(paragraph.text):
            counts[match[2].lower()] += 2 if match[1] and match[1] not in _ARTICLES else 1
    return counts


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    return (p for p in document.paragraphs if p.role in _PROSE)


def _small(paragraph: Paragraph, mentions: Counter[str]) -> list[tuple[int, str]]:
    """Start in the document and word of each name written small, in order."""
    held = {m.start(): m[0] for m in _SMALL.finditer(paragraph.text) if _name(m[0], mentions[m[0]])}
    for match in _PAIR.finditer(paragraph.text):
        one, other = match[1], match[2]
        if one.islower() and _begins_name(one, other):
            held[match.start(1)] = one
        elif one[0].isupper() and other.islower() and person_names.foreign_given(one) and _surname(other):
            held[match.start(2)] = other
    return [(paragraph.start + start, held[start]) for start in sorted(held)]


def _name(word: str, mentions: int) -> bool:
    if not word.islower() or word in _CALENDAR or word in tables.column("uncommon_words"):
        return False
    if word in vocabulary.names():
        return word in vocabulary.sure_names()
    known = vocabulary.english().get(word, 0) > RARE or _DERIVED.search(word)
    left_over = vocabulary.foreign_language(word) and word.capitalize() not in tables.column("translated_surnames")
    return not known and not left_over and mentions >= LEAST_MENTIONS


def _begins_name(one: str, other: str) -> bool:
    """Whether a small word is the given name, or the saint, of the name behind it."""
    given = one.capitalize()
    if one in _SAINTS:
        return bool(person_names.given_languages(other.capitalize())) and not vocabulary.english().get(other)
    if not person_names.foreign_given(given) or vocabulary.known(one):
        return False
    return other[0].isupper() and (person_names.surname(other) or other.lower() in vocabulary.names())


def _surname(word: str) -> bool:
    return person_names.surname(word.capitalize()) and not vocabulary.known(word)
