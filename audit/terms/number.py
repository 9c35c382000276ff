"""English nouns in the plural, as far as a rule tells it: glossaries give one form of a term."""

from __future__ import annotations

import re
from functools import cache

_IRREGULAR = {
    "child": "children", "foot": "feet", "goose": "geese", "half": "halves", "knife": "knives", "leaf": "leaves",
    "life": "lives", "loaf": "loaves", "mouse": "mice", "ox": "oxen", "person": "people", "self": "selves",
    "shelf": "shelves", "thief": "thieves", "tooth": "teeth", "wife": "wives", "wolf": "wolves",
    "hero": "heroes", "potato": "potatoes", "tomato": "tomatoes", "veto": "vetoes",
}  # fmt: skip
_ENDINGS = (
    (re.compile(r"(?i)(?<!ger)(?<!hu)(?<!nor)(?<!otto)(?<!\bro)(?<!sha)(?<!talis)man\Z"), "man", "men"),
    (re.compile(r"(?i)[^aeiou]y\Z"), "y", "ies"),
    (re.compile(r"(?i)(?:ss|x|z|ch|sh|us)\Z"), "", "es"),
    (re.compile(r"(?i).sis\Z"), "is", "es"),
)
_PLURAL_ALREADY = re.compile(r"(?i)(?<![su])s\Z")
_OF = frozenset("at by for from in of on to under with without".split())
"""Words before which the noun stands that takes the plural: members of parliament."""
_BEHIND = frozenset("designate elect general laureate martial".split())
"""Adjectives that stand behind their noun: attorneys general."""


@cache
def plural(phrase: str) -> str:
    """A phrase with its noun in the plural; as it is where the noun has the look of one already."""
    words = phrase.split(" ")
    at = _noun(words)
    return " ".join([*words[:at], _many(words[at]), *words[at + 1 :]])


def plurals(phrase: str) -> tuple[str, ...]:
    """Every plural a phrase may have: of its noun, and of its last word; none where that is its only form."""
    words = phrase.split(" ")
    held = (plural(phrase), " ".join([*words[:-1], _many(words[-1])]))
    return tuple(dict.fromkeys(form for form in held if form != phrase))


def begins_with_noun(phrase: str) -> bool:
    """Whether it is the first word that takes a plural."""
    words = phrase.split(" ")
    return len(words) == 1 or _noun(words) == 0


def _noun(words: list[str]) -> int:
    """The place of the noun: before the first preposition or an adjective behind it, else the last word."""
    before = next((at for at, word in enumerate(words) if word.lower() in _OF and at), len(words))
    return before - 2 if before > 1 and words[before - 1].lower() in _BEHIND else before - 1


def _many(word: str) -> str:
    if found := _IRREGULAR.get(word.lower()):
        return word[0] + found[1:]
    for pattern, old, new in _ENDINGS:
        if pattern.search(word):
            return word[: len(word) - len(old)] + new
    if not word[-1:].isalpha() or _PLURAL_ALREADY.search(word):
        return word
    return f"{word}s"
