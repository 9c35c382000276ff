"""What two words that stand together are to each other, as far as their form tells."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from audit import tables
from audit.document import Paragraph


class Kind(StrEnum):
    """A pair of words by what they are; a content word is a noun, verb, adjective or adverb in -ly."""

    POSSESSIVE = "possessive and content word"
    AUXILIARY = "auxiliary and content word"
    PREPOSITION = "preposition and content word"
    ADVERB = "adverb and pronoun"
    PRONOUN = "content word and pronoun"
    GOVERNED = "content word and preposition"
    CONTENT = "two content words"


_POSSESSIVES = frozenset("my your his her its our their".split())
_FREE = frozenset({"to", "of", "as"})
"""Prepositions before which any noun or infinitive stands, so that a new one tells nothing."""
_COMPOUND = "as"
"""Begins a preposition of two words (as of, as to, as for), so it is governed by nothing before it."""
_NO_CONTENT = frozenset(
    "all another any being every few first having how last less like many more most much next one other others own same"
    " second shall several some such that third too very what who why already so".split()
)
"""Words that are neither in the table of function words nor content: they go with any noun."""
_SHORTENED = re.compile("[’']")
_NEXT = re.compile(r" +([^\W\d_][\w’'-]*)")
_INFINITIVES = frozenset("be do have".split())


def kind(paragraph: Paragraph, start: int, end: int) -> Kind | None:
    """The kind of the two words of a span; None where nothing could be told from how often they meet.

    Left out are articles and demonstratives, which go with every noun; `to` before an infinitive; a content word that
    begins a longer phrase (its *cell* phone), which is then not what the pair is about; and plurals after a possessive
    (its advisers), which are seldom counted and good English.
    """
    first, second = paragraph.text[start:end].lower().split()
    following = _NEXT.match(paragraph.text, end)
    return _kind(first, second, following[1] if following else "")


def _kind(first: str, second: str, following: str) -> Kind | None:
    if _content(second):
        return None if _begins(following) else _with_content(first, second)
    if not _content(first):
        return Kind.ADVERB if _class(first) == "adverb" and _class(second) == "pronoun" else None
    if _class(second) == "pronoun":
        return Kind.PRONOUN
    infinitive = second == "to" and (_content(following) or following in _INFINITIVES)
    governed = _class(second) == "preposition" and second != _COMPOUND and not infinitive
    return Kind.GOVERNED if governed and following != "of" else None


def _with_content(first: str, second: str) -> Kind | None:
    if first in _POSSESSIVES:
        return None if second.endswith("s") and not second.endswith("ss") else Kind.POSSESSIVE
    if _class(first) == "auxiliary":
        return Kind.AUXILIARY
    if _class(first) == "preposition":
        return None if first in _FREE or second.endswith("ing") else Kind.PREPOSITION
    return Kind.CONTENT if _content(first) else None


def _begins(word: str) -> bool:
    """Whether a word that follows a noun is part of its phrase, as far as one can see."""
    return _content(word) and not word.endswith("ly")


def _content(word: str) -> bool:
    plain = word.islower() and len(word) > 1 and not _SHORTENED.search(word)
    return plain and word not in _NO_CONTENT and word not in _POSSESSIVES and _class(word) is None


def _class(word: str) -> str | None:
    return _classes().get(word)


@cache
def _classes() -> dict[str, str]:
    return {word: held for word, held in tables.rows("function_words") if word != word.upper() and len(word) > 1}
