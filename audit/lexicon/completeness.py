"""Whether a suggestion can be put in the place of its match as it is, or only shows a reader the way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from audit.lexicon.entry import Entry
from audit.lexicon.matcher import Match

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]\Z")
_TAKES_BASE_FORM = frozenset("to will would can could may might must should shall not do does did".split())
_PLURAL = re.compile(r"\w*[^\Wsiu]s", re.IGNORECASE)
_PEOPLE = frozenset("i me you he him she her they them we us and".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten".split())
_DROPPED = frozenset({"that"})
"""A word that English may leave out where the source may not: “said that he” is “said he”."""
_SHARED = tuple(
    frozenset(words.split())
    for words in ("a an the", "my your his her its our their", "am is are was were be been being", "has have had")
)
"""Small words of which one does for another: an idiom that holds “their” holds “his” in the next text."""
_DETERMINERS = _SHARED[0] | _SHARED[1] | {"this", "these", "those", "some"}
_PLACING = frozenset("at by from in of on since to until with".split())
STEM = 4
"""Letters that two forms of one word share: `counts` and `counted`, `deputy` and `deputies`."""


def complete(match: Match, text: str) -> bool:
    """Whether the suggestion in place of the match leaves a whole sentence that says the same.

    It does not where it leaves out what the entry's good example keeps in the place of its bad one, a person, a figure,
    or a word that the bad example, where there is one, has no room for; or where it does not fit its surroundings: an
    article, a plural, a preposition, a possessive, a verb in its base form.
    """
    new, old = _words(match.suggestion), _words(text[match.start : match.end])
    if not new:
        return not _kept(match.entry)
    example = _span_words(match.entry) or tuple(old)
    meant = [word for word in old if word in _PEOPLE or word[0].isdigit() or (word in _NUMBERS and word not in example)]
    if len(old) > len(example):
        meant += [word for word in old if not _holds(example, word)]
    return all(_holds(new, word) for word in (*_kept(match.entry), *meant)) and _fits(match, text, old, new)


def _fits(match: Match, text: str, old: Sequence[str], new: Sequence[str]) -> bool:
    found = _BEFORE.search(text, 0, match.start)
    before = found[1].lower() if found else ""
    if before in {"a", "an"} and (new[0][0] in "aeiou") != (old[0][0] in "aeiou"):
        return False
    if before in _PLACING and new[0] in _PLACING and old[0] not in _PLACING:
        return False
    if not _goes_on(text[match.end :], old, new):
        return False
    owned = [{word for word in words if word in _SHARED[1]} for words in (old, new)]
    if all(owned) and owned[0] != owned[1]:
        return False
    if new[0] in {"be", "am"} and old[0] != new[0] and before not in _TAKES_BASE_FORM:
        return False
    return not (len(old) == 1 and _PLURAL.fullmatch(old[0]) and not new[-1].endswith("s"))


def _goes_on(rest: str, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether the words that follow still have the article or the verb that the match ends with."""
    if old[-1] in _DETERMINERS:
        return new[-1] in _DETERMINERS
    follows = _WORD.search(rest)
    object_of_verb = old[-2:-1] == ["to"] and follows is not None and follows[0].lower() in _DETERMINERS
    return not object_of_verb or new[-2:-1] == ["to"]


@cache
def _kept(entry: Entry) -> tuple[str, ...]:
    """The words of the bad example's span that stand in its place in the good one; none where that is another text."""
    bad, good = entry.bad_example, entry.good
    if not bad.spans:
        return ()
    start, end = bad.spans[0]
    if not (good.startswith(bad.text[:start]) and good.endswith(bad.text[end:])):
        return ()
    words = _words(good[start : len(good) - len(bad.text) + end])
    return tuple(
        word for word in _span_words(entry) if word not in _DROPPED and not word[0].isdigit() and word in words
    )


@cache
def _span_words(entry: Entry) -> tuple[str, ...]:
    bad = entry.bad_example
    return tuple(word for start, end in bad.spans[:1] for word in _words(bad.text[start:end]))


def _holds(words: Sequence[str], word: str) -> bool:
    """Whether a word, a form of it, or a small word that does for it is among the words."""
    forms = next((shared for shared in _SHARED if word in shared), frozenset({word}))
    long = len(word) >= STEM and not word[0].isdigit()
    return any(one in forms or (long and one[:STEM] == word[:STEM]) for one in words)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
