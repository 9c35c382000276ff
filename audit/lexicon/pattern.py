"""The pattern grammar of docs/lexicon.md, turned into one regular expression and the words it cannot do without.

Every separator is a possessive run of white space and every repetition has a small bound, so no pattern backtracks
more than a few steps per word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, pairwise
from operator import attrgetter

from audit.lexicon import slots
from audit.lexicon.frequency import rate_per_million
from audit.lexicon.inflection import forms

MARK = "mark"
_SPACE = r"\s*+"
_WHITE = r"\s++"
_ANY_WORD = rf"(?<!\w)[$€£]?+\w++(?:['’.,-]\w++)*+%?+(?:\.(?=\s*+\S))?+{_SPACE}"
_OPENING = rf"[\s({slots.QUOTES}\[¿¡–—-]*+"
_CLOSING = rf"(?=[\s.!?…){slots.QUOTES}\]]*+\Z)"
_AFTER_QUOTATION = r"(?<=\S)"
"""A pattern that begins with {quote} is about what follows a quotation, so the mark must not open one."""
_TOKEN = re.compile(r"\w+")
_RESERVED = re.compile(r"[\[\](){}~=^*?|]")
_SLOT = re.compile(r"\{(\w+)\}(['’]s)?")
_RATE = attrgetter("rate")
_REPEAT = re.compile(r"\*([1-9]?)")


Test = tuple[tuple[frozenset[str], frozenset[str]], ...]
"""Pairs of word sets: in any text a pattern matches a word of the first set stands right before one of the second, for
one pair at least. A look-up that is much quicker than compiling and trying the expression."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A piece of a pattern.

    `regex` takes the white space after the piece too, unless the piece is `plain`: words only, whose outer edges are
    still to be added. One of `keys` (lower-case) stands in any text it matches; empty when that cannot be promised.
    `rate` is their expected hits per million words. `slots` are the slots of its capturing groups, in order. `firsts`
    and `lasts` hold every word it may begin and end with, empty when that cannot be told; `tests` must all hold.
    """

    regex: str
    plain: bool = False
    keys: frozenset[str] = frozenset()
    rate: float = 0.0
    slots: tuple[str, ...] = ()
    firsts: frozenset[str] = frozenset()
    lasts: frozenset[str] = frozenset()
    tests: tuple[Test, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A compiled pattern: a text it matches holds at least one word of every set in `needed`, rarest set first.

    `slots` name the groups of `regex` in order, the reported part among them as `mark`; `tests` must all hold.
    """

    regex: str
    needed: tuple[frozenset[str], ...]
    tests: tuple[Test, ...]
    slots: tuple[str, ...]
    at_start: bool

    @property
    def compiled(self) -> re.Pattern[str]:
        """The regular expression, compiled on first use: loading a table of thousands must not wait for it."""
        return compiled(self.regex)


@cache
def compiled(regex: str) -> re.Pattern[str]:
    """A regular expression that ignores case, kept for good: the standard library keeps only 512."""
    return re.compile(regex, re.IGNORECASE)


def parse(pattern: str) -> Pattern:
    """Read a pattern; raises ValueError saying what is wrong with it."""
    body = pattern.removeprefix("^").removesuffix("$").strip()
    before, reported, after = (_sequence(part) for part in _at_brackets(body))
    regex = f"{joined(before)}(?P<{MARK}>{joined(reported)}){joined(after)}"
    if body.lstrip("[ ").startswith("{quote}"):
        regex = _AFTER_QUOTATION + regex
    needed = sorted((piece for piece in (*before, *reported, *after) if piece.keys), key=_RATE)
    if not needed:
        raise ValueError("no word is required: every item is optional, a slot or *")
    at_start, at_end = pattern.startswith("^"), pattern.endswith("$")
    return Pattern(
        regex=(_OPENING if at_start else "") + regex + (_CLOSING if at_end else ""),
        needed=tuple(piece.keys for piece in needed),
        tests=_tests((*before, *reported, *after)),
        slots=(*_slots(before), MARK, *_slots(reported), *_slots(after)),
        at_start=at_start,
    )


@cache
def item(text: str) -> Item:
    """Read one item of the grammar."""
    if text.endswith("?") and text != "?":
        inner = item(text[:-1])
        return Item(regex=f"(?:{joined([inner])})?", slots=inner.slots)
    options = split(text, "|")
    if len(options) > 1:
        return _either([item(option) for option in options])
    if text.startswith("(") and text.endswith(")"):
        return _either([_one(_sequence(option)) for option in split(text[1:-1], "|")])
    return _atom(text)


def _at_brackets(body: str) -> tuple[str, str, str]:
    """The pattern before, inside and after its `[ ]`; all of it is inside when there are none."""
    if "[" not in body and "]" not in body:
        return "", body, ""
    before, opening, rest = body.partition("[")
    reported, closing, after = rest.partition("]")
    if not (opening and closing and reported.strip()) or "[" in reported + after or "]" in before + after:
        raise ValueError("[ and ] must stand once each, around at least one item")
    return before.strip(), reported.strip(), after.strip()


def _sequence(text: str) -> list[Item]:
    return [item(part) for part in split(text, " ")] if text else []


def split(text: str, separator: str) -> list[str]:
    """Split at the separators outside parentheses; raises ValueError for an empty part or a lone parenthesis."""
    parts = text.split(separator)
    if "(" in text or ")" in text:
        parts = _rejoined(parts, separator)
    if "" in parts:
        raise ValueError(f"empty item in {text!r}")
    return parts


def _rejoined(parts: Sequence[str], separator: str) -> list[str]:
    whole: list[str] = []
    depth = 0
    for part in parts:
        if depth:
            whole[-1] += separator + part
        else:
            whole.append(part)
        depth += part.count("(") - part.count(")")
        if depth < 0:
            break
    if depth:
        raise ValueError("parentheses do not pair up")
    return whole


def _either(options: Sequence[Item]) -> Item:
    if len(options) == 1:
        return options[0]
    promised, plain = all(option.keys for option in options), all(option.plain for option in options)
    return Item(
        regex=f"(?:{'|'.join([option.regex if plain else joined([option]) for option in options])})",
        plain=plain,
        keys=frozenset[str]().union(*[option.keys for option in options]) if promised else frozenset(),
        rate=sum([option.rate for option in options]),
        slots=_slots(options),
        firsts=_union([option.firsts for option in options]),
        lasts=_union([option.lasts for option in options]),
        tests=(tuple(pair for option in options for pair in option.tests[0]),)
        if all(option.tests for option in options)
        else (),
    )


def _union(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """All words of the sets; none where one of them is not known."""
    return frozenset[str]().union(*sets) if all(sets) else frozenset()


def _tests(pieces: Sequence[Item]) -> tuple[Test, ...]:
    """What each piece asks for, and that the pieces stand side by side where their words are known."""
    beside = [((one.lasts, other.firsts),) for one, other in pairwise(pieces) if one.lasts and other.firsts]
    return (*beside, *(test for piece in pieces for test in piece.tests))


def _one(pieces: Sequence[Item]) -> Item:
    rarest = min([piece for piece in pieces if piece.keys], key=_RATE, default=pieces[0])
    plain = all(piece.plain for piece in pieces)
    regex = _WHITE.join([piece.regex for piece in pieces]) if plain else joined(pieces)
    return Item(
        regex=f"(?:{regex})",
        plain=plain,
        keys=rarest.keys,
        rate=rarest.rate,
        slots=_slots(pieces),
        firsts=pieces[0].firsts,
        lasts=pieces[-1].lasts,
        tests=_tests(pieces),
    )


def joined(pieces: Sequence[Item]) -> str:
    """The pieces one after another; each run of plain ones gets edges at its ends only, which is quicker to compile."""
    regex = ""
    for plain, run in groupby(pieces, key=attrgetter("plain")):
        regexes = [piece.regex for piece in run]
        regex += slots.whole(_WHITE.join(regexes)) + _SPACE if plain else "".join(regexes)
    return regex


def _slots(pieces: Sequence[Item]) -> tuple[str, ...]:
    return tuple([slot for piece in pieces for slot in piece.slots])


def _atom(text: str) -> Item:
    if text == ",":
        return Item(regex=f",{_SPACE}")
    if repeat := _REPEAT.fullmatch(text):
        return Item(regex=f"(?:{_ANY_WORD}){{0,{repeat[1]}}}?" if repeat[1] else _ANY_WORD)
    if slot := _SLOT.fullmatch(text):
        ending = "['’]s" if slot[2] else ""
        known = frozenset() if ending else slots.words(slot[1])
        return Item(regex=f"({slots.regex(slot[1])}){ending}{_SPACE}", slots=(slot[1],), firsts=known, lasts=known)
    if text.startswith("~"):
        return _words(forms(_plain(text[1:]).lower()))
    if text.startswith("="):
        exact = _words((_plain(text[1:]),))
        return replace(exact, regex=f"(?-i:{exact.regex})")
    return _words((_plain(text),))


def _plain(word: str) -> str:
    if not word or _RESERVED.search(word):
        raise ValueError(f"cannot read the item {word!r}")
    return word.replace("’", "'")


def _words(words: Sequence[str]) -> Item:
    """Any of the words; a sign such as % needs no edge."""
    keys = frozenset([_key(word.lower()) for word in words]) - {""}
    regex = "|".join([word if word.isalpha() else re.escape(word).replace("'", "['’]") for word in words])
    if len(words) > 1:
        regex = f"(?:{regex})"
    plain = bool(_TOKEN.match(words[0][0]) and _TOKEN.match(words[0][-1]))
    if not plain:
        regex = (slots.BEFORE_WORD if _TOKEN.match(words[0][0]) else "") + regex + _SPACE
    known = frozenset([word.lower() for word in words]) if all(map(_TOKEN.fullmatch, words)) else frozenset()
    return Item(regex=regex, plain=plain, keys=keys, rate=rate_per_million(keys), firsts=known, lasts=known)


def _key(word: str) -> str:
    """The rarest part of a word as the matcher splits it ("co-opt" is two parts), `""` for a mere sign."""
    return word if word.isalpha() else min(_TOKEN.findall(word), key=lambda key: rate_per_million((key,)), default="")
