"""Slots of the pattern grammar: what `{name}`, `{office}`, `{number}` and the others match, as regular expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import groupby
from operator import itemgetter

from audit import tables

BEFORE_WORD = r"\b(?<!\w[-'’])"
AFTER_WORD = r"\b(?![-'’]\w)"
"""The edges of a whole word: `pair` is not in "au-pair" nor in "pair's"."""

QUOTES = "\"“”„«»‘’'"

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen"
).split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_POSSESSIVES = "my your his her its our their".split()
_DETERMINERS = [*"a an the this that these those some any each every no another".split(), *_POSSESSIVES]
_PREPOSITIONS = (
    "about above across after against along among around at before behind below beneath beside between beyond by "
    "despite down during for from in inside into near of off on onto out outside over past since through throughout "
    "till to toward towards under until up upon with within without"
).split()
_AUXILIARIES = (
    "am is are was were be been being have has had having do does did will would shall should can could may might must"
).split()
_ADVERBS = "also always ever just never not now often once only soon still then today tomorrow twice yesterday".split()
_PRONOUNS = "I you he she it we they".split()
_PARTICLES = "de del della der den van von di da dos das du la las los el y bin ibn ben al".split()
_ARAB_ARTICLES = "al el as ash an ad ar".split()

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
"""A letter that is no small one of Latin-1. Small letters beyond it pass; listing all capitals would make every
expression with a name several times slower to compile."""

_JOINED = r"(?:[-'’](?!s\b)\w++)*+"
"""Parts joined to a word by a hyphen or apostrophe, but for a possessive."""


def whole(regex: str) -> str:
    """The expression between the edges of a word."""
    return BEFORE_WORD + regex + AFTER_WORD


def any_of(words: Iterable[str]) -> str:
    """A group that matches one of the words, whole and the longest, spaces in them standing for any white space.

    Words are grouped by first letter: the regular-expression engine tries every branch in turn.
    """
    by_letter = groupby(sorted(set(words), reverse=True), key=itemgetter(0))
    branches = (letter + _branch([word[1:] for word in group]) for letter, group in by_letter)
    return whole(f"(?:{'|'.join(branches)})")


def _branch(endings: list[str]) -> str:
    """The endings, those that differ by a plural's s written as one."""
    plurals = {ending for ending in endings if ending[-1:] == "s" and ending[:-1] in endings}
    bodies = (re.escape(ending) + "s?" * (ending + "s" in plurals) for ending in endings if ending not in plurals)
    return f"(?:{'|'.join(bodies)})".replace(r"\ ", r"\s++")


@cache
def regex(slot: str) -> str:
    """The regular expression of a slot, without groups; raises ValueError naming the slots there are."""
    if slot not in _BUILDERS:
        raise ValueError(f"no slot {{{slot}}}: the slots are {', '.join(_BUILDERS)}")
    return _BUILDERS[slot]()


def _number() -> str:
    words = "|".join(_NUMBERS)
    return whole(rf"(?:\d++(?:[.,]\d++)*+|(?:{words})(?:-(?:{words}))?)")


def _name() -> str:
    return _capitalised(rf"(?:(?:{CAPITAL}\.)++|{CAPITAL}\w*+{_JOINED}(?!\w))", least=0)


def _person() -> str:
    """Two to four parts: a first name and surnames. What follows a title alone is a `{name}`."""
    return _capitalised(rf"(?:{CAPITAL}\.|{CAPITAL}\w++{_JOINED})(?!\w)", least=1)


def _capitalised(part: str, least: int) -> str:
    """One part and `least` to three more, an Arabic article before any and particles between them."""
    article = f"(?:(?i:{'|'.join(_ARAB_ARTICLES)})-)?"
    word = rf"(?<!\w)(?<!\w[-'’]){article}{part}"
    particles = rf"(?:(?:{'|'.join(_PARTICLES)})\s++){{0,2}}"
    return rf"(?-i:{word}(?:\s++{particles}{word}){{{least},3}})"


def _organisation() -> str:
    acronym = rf"(?-i:(?<!\w){CAPITAL}{{2,8}}+(?!\w))"
    return rf"(?:{BEFORE_WORD}the\s++)?(?:{acronym}|{_name()})"


def _adverb() -> str:
    return whole(rf"(?:[^\W\d_]{{2,}}ly|{'|'.join(_ADVERBS)})")


def _office() -> str:
    return any_of(word for row in tables.rows("offices") for word in row[:2])


_BUILDERS: dict[str, Callable[[], str]] = {
    "number": _number,
    "weekday": lambda: any_of(_WEEKDAYS),
    "month": lambda: any_of(_MONTHS),
    "possessive": lambda: any_of(_POSSESSIVES),
    "pronoun": lambda: any_of(_PRONOUNS),
    "determiner": lambda: any_of(_DETERMINERS),
    "preposition": lambda: any_of(_PREPOSITIONS),
    "auxiliary": lambda: any_of(_AUXILIARIES),
    "adverb": _adverb,
    "name": _name,
    "person": _person,
    "organisation": _organisation,
    "place": lambda: rf"(?:{BEFORE_WORD}the\s++)?{_name()}",
    "office": _office,
    "quote": lambda: f"[{QUOTES}]",
}

_LISTED = {
    "weekday": _WEEKDAYS,
    "month": _MONTHS,
    "possessive": _POSSESSIVES,
    "pronoun": _PRONOUNS,
    "determiner": _DETERMINERS,
    "preposition": _PREPOSITIONS,
    "auxiliary": _AUXILIARIES,
}


def words(slot: str) -> frozenset[str]:
    """The words a slot stands for, in lower case; empty where they cannot be listed."""
    return frozenset(word.lower() for word in _LISTED.get(slot, ()))


INFLECTED_WITH_SENTENCE_START = frozenset({"possessive", "pronoun", "determiner", "preposition", "auxiliary", "adverb"})
"""Slots whose words are written small unless they open the sentence ("I" apart)."""
