"""Where a text negates: by a word of negation or one that implies it, and what only looks like a negation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from audit import tables, vocabulary
from audit.bitext.words import Word, words

TOGETHER = 6
"""Words within which two negations of one clause are one, as in «no … nunca» and *ne … pas*."""
NEAR = 4
"""Words from another within which one that implies a negation denies it."""
_CLAUSE_END = re.compile(
    r"[,;:.!?()“”«»\"–—]|"
    r"\b(?:but|although|though|while|pero|aunque|mais|mas|embora|ma|anche se|aber|obwohl)\b",
    re.IGNORECASE,
)
_ELIDED = re.compile(r"\bn[’']\Z", re.IGNORECASE)
_FREE = re.compile(r"[-–]free\b", re.IGNORECASE)
_SHORTENED = re.compile(r"n[’']t\b", re.IGNORECASE)
_PREFIXED = re.compile(
    r"non[a-z]{4,}|[a-z]{3,}less|"
    r"un(?!load|veil|cover|fold|lock|pack|seat|wind|der|it|iv|ion|leash|til)([a-zäöü]{4,})"
)
_ENDINGS = ("ed", "able", "ible", "ful", "ing")
"""Endings of English words that take *un-* though they are not counted without it (*unprecedented*)."""
_GERMAN = re.compile(
    r"un(?!ter|ser|i(?:on|v|form|kat|sono)|gar|fall|fäll|wetter|glück(?!lich)|ruh|längst|gefähr|bedingt|mittelbar)[a-zäöüß]{4,}|"
    r"[a-zäöüß]{3,}los(?:e[nrsm]?|igkeit)?"
)
"""German words that deny by their form, *Unternehmen*, *Union* and *Unfall* left out."""
_JOINING = frozenset("ni nor né nem neither weder".split())
_ONLY = re.compile(
    r"\bn(?:e|[’'])\s*(?:\S{1,40}\s+){1,5}?qu(?:e\b|[’'])|"
    r"\bno (?:\S{1,40}\s+){1,4}(?:más que|sino)\b|"
    r"\bnão (?:\S{1,40}\s+){1,4}senão\b|"
    r"\bnon (?:\S{1,40}\s+){1,4}(?:che|se non)\b",
    re.IGNORECASE,
)
"""Only, said with a negation (ne … que, no … más que), or a correction (no … sino)."""


@dataclass(frozen=True, slots=True)
class Negation:
    """A word of negation, or several that make one: the first and last word by index, and their place.

    `joins` tells that it only carries on another, as *nor* and «ni» do.
    """

    first: int
    last: int
    start: int
    end: int
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A text's words with its negations.

    `implied` are the indices of words that imply a negation; `clauses` holds the clause of each word, counted from 0.
    """

    words: tuple[Word, ...]
    negations: tuple[Negation, ...]
    implied: frozenset[int]
    clauses: tuple[int, ...]

    def implies(self, place: int, without: frozenset[int] = frozenset()) -> bool:
        """Whether a word near another in its clause, other than some, implies a negation."""
        clause = self.clauses[place]
        return any(self.clauses[i] == clause and abs(i - place) <= NEAR for i in self.implied - without)

    @property
    def plain(self) -> bool:
        """Whether it neither negates nor implies a negation anywhere."""
        return not self.negations and not self.implied

    def negated(self, clause: int) -> bool:
        """Whether a negation stands in a clause."""
        return any(self.clauses[one.first] <= clause <= self.clauses[one.last] for one in self.negations)


@lru_cache(maxsize=1024)
def read(text: str, lang: str) -> Reading:
    """The negations of a text."""
    held = words(text)
    ends = [match.start() for match in _CLAUSE_END.finditer(text)]
    clauses = tuple(bisect_left(ends, word.start) for word in held)
    idle = frozenset(_within(held, [match.span() for match in (*_idioms(lang).finditer(text), *_ONLY.finditer(text))]))
    explicit, implicit = _pattern(lang, "explicit"), _pattern(lang, "implicit")
    marks = [
        i
        for i, word in enumerate(held)
        if i not in idle and (explicit.fullmatch(word.text) or _contracted(text, word, lang))
    ]
    marked = frozenset(marks)
    rest = ((i, word) for i, word in enumerate(held) if i not in marked)
    implied = (
        i
        for i, word in rest
        if implicit.match(text, word.start) or _prefixed(word.text, lang) or _FREE.match(text, word.end)
    )
    return Reading(held, tuple(_grouped(held, marks, clauses)), idle.union(implied), clauses)


def _prefixed(word: str, lang: str) -> bool:
    """Whether a word is negative by its form: *unhurt*, *hopeless*, but not *under* or *unless*."""
    if lang == "de":
        return bool(_GERMAN.fullmatch(word.lower()))
    found = _PREFIXED.fullmatch(word) if lang == "en" else None
    return found is not None and (found[1] is None or found[1] in vocabulary.english() or found[1].endswith(_ENDINGS))


def _within(held: tuple[Word, ...], spans: list[tuple[int, int]]) -> Iterator[int]:
    """Words of an idiom: whatever it says, the other language may say it with a negation or without."""
    for start, end in spans:
        first = bisect_left(held, start, key=lambda word: word.start)
        yield from range(first, bisect_left(held, end, lo=first, key=lambda word: word.start))


def _grouped(held: tuple[Word, ...], marks: list[int], clauses: tuple[int, ...]) -> Iterator[Negation]:
    first = None
    for place, mark in enumerate(marks):
        first = mark if first is None else first
        following = marks[place + 1] if place + 1 < len(marks) else None
        if following is None or following - mark > TOGETHER or clauses[following] != clauses[mark]:
            yield Negation(first, mark, held[first].start, held[mark].end, held[first].low in _JOINING)
            first = None


def _contracted(text: str, word: Word, lang: str) -> bool:
    """Whether a negation is joined to a word: *isn’t*, «n’a»."""
    if lang == "fr":
        return bool(_ELIDED.search(text, max(0, word.start - 2), word.start))
    return lang == "en" and word.low != "t" and bool(_SHORTENED.search(text, word.start, word.end + 3))


@cache
def _pattern(lang: str, kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_form, _words(lang, kind))) or '(?!)'})(?!\w)", re.IGNORECASE)


@cache
def _idioms(lang: str) -> re.Pattern[str]:
    held = [re.escape(one) for kind in ("idiom", "double") for one in _words(lang, kind)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(held) or '(?!)'})(?!\w)", re.IGNORECASE)


def _form(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")


@cache
def _words(lang: str, kind: str) -> tuple[str, ...]:
    listed = (forms for held, listed, forms in tables.rows("negations") if (held, listed) == (lang, kind))
    return tuple(word for forms in listed for word in forms.split("|"))
