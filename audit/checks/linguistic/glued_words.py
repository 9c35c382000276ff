"""Words run together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from audit import vocabulary
from audit.check import document_check
from audit.document import Document, Role
from audit.finding import Mark, Severity

_TOKEN = re.compile(r"(?<![\w@#/.&’'_-])[A-Za-zÀ-ÿ]{6,}(?![\w@/_-]|\.\w)")
_ENDS = frozenset(
    "the that this which who was were is are has had will would and but for from with by of to in on at as his her their its".split()
)
_STARTS = frozenset("the that this which with from and".split())
_AFTER_NAME = frozenset("is was has had will and who".split())
_PREFIXES = frozenset(
    "under super counter after inter photo micro multi cross stock hyper ultra trans electro radio extra black white water stone".split()
)
_SUFFIXES = frozenset("ability person people board water weight based shaped holder maker makers worthy proof".split())
LONG = 14
"""Letters from which two glued content words are believed: shorter ones were compounds (centerpiece, paperweight)."""
COMMON_LETTERS = 5
COMMON_COUNT = 200
"""Two words of at least 5 letters, each over 200 times in 20 million words, are glued where no word of English is both:
lower bounds broke compounds such as "cyberattack" on 2 million words of news."""
LEAST_PART = 60
"""Least occurrences of the word that a function word is glued to."""


@document_check(
    id="LIN117",
    category="linguistic conventions/spelling",
    its_type="whitespace",
    severity=Severity.MINOR,
    confidence=0.9,
    fix="unsafe",
)
def glued_words(document: Document) -> Iterator[Mark]:
    """Two words run together where a link, a tag or a line break was lost.

    Pages are taken apart at their tags, translated piece by piece, and put together without the space between the pieces.

    Bad (es-en):
        The goalkeeper <v>receivedthe</v> inevitable yellow card.
        It is <v>crazyThat</v> nobody noticed.
        Sergio Massa spoke. Then <v>Massais</v> said to have left.
    Good (es-en):
        The cybersecurity firm praised YouTube, PlayStation and the newscaster.
    """
    text = document.text
    names = _names(text)
    for paragraph in document.paragraphs:
        if paragraph.role is Role.RESIDUE:
            continue
        for match in _TOKEN.finditer(text, paragraph.start, paragraph.end):
            if (parts := _parts(match[0])) or (parts := _named(match[0], names)):
                yield Mark(
                    start=match.start(),
                    end=match.end(),
                    message=f"two words run together: “{parts[0]}” and “{parts[1]}”",
                    suggestion=" ".join(parts),
                )


def _names(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b[A-Z][a-zà-ÿ]{3,}\b", text))


@lru_cache(maxsize=65536)
def _parts(token: str) -> tuple[str, str] | None:
    if camel := re.fullmatch(r"([a-zà-ÿ]{3,})([A-Z][a-z]+)", token):
        count = vocabulary.english().get
        return (
            (camel[1], camel[2])
            if count(camel[1], 0) > LEAST_PART and count(camel[2].lower(), 0) > COMMON_COUNT * 10
            else None
        )
    if not token.islower() or vocabulary.known(token) or vocabulary.foreign_language(token):
        return None
    return next((cut for cut in _cuts(token) if _glued(*cut)), None)


def _cuts(token: str) -> Iterator[tuple[str, str]]:
    return ((token[:i], token[i:]) for i in range(2, len(token) - 1))


def _glued(left: str, right: str) -> bool:
    count = vocabulary.english().get
    if right in _ENDS and len(left) >= (4 if len(right) > 2 else 6):
        return count(left, 0) >= LEAST_PART
    if left in _STARTS and len(left) >= 3 and len(right) >= COMMON_LETTERS:
        return count(right, 0) >= COMMON_COUNT
    if len(left) + len(right) < LONG or left in _PREFIXES or right in _SUFFIXES:
        return False
    return min(len(left), len(right)) >= COMMON_LETTERS and min(count(left, 0), count(right, 0)) >= COMMON_COUNT


def _named(token: str, names: frozenset[str]) -> tuple[str, str] | None:
    """A name of the article with a function word of at least two letters glued to it."""
    if not token[0].isupper() or not token[1:].islower() or token in vocabulary.names() or vocabulary.known(token):
        return None
    cuts = ((token[:-n], token[-n:]) for n in (2, 3, 4))
    return next(((left, right) for left, right in cuts if right in _AFTER_NAME and left in names), None)
