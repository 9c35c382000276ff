"""Small words that one writes for another: what a translator, asked whether the other is likelier, can tell best.

A word is surprising for many reasons, and most of them are its topic. Two forms of one word in one place share theirs:
what is left is grammar (Bryant & Briscoe 2018 correct with a language model in this way). Possessives are no such set:
whose something is stands elsewhere in the article, and of 20,000 words tried they were most of the false alarms.
"""

from __future__ import annotations

from functools import cache

from audit import tables


def others(word: str, lang: str) -> tuple[str, ...]:
    """What could stand in place of a word, its capital kept; nothing for most words and languages."""
    held = _sets(lang).get(word) or _sets(lang).get(word[:1].lower() + word[1:], ())
    capital = word[:1].isupper() and word not in _sets(lang)
    return tuple(other[:1].upper() + other[1:] if capital else other for other in held)


@cache
def _sets(lang: str) -> dict[str, tuple[str, ...]]:
    held: dict[str, tuple[str, ...]] = {}
    for row in tables.rows("confusions"):
        words = row[1].split()
        for word in words if row[0] == lang else ():
            held[word] = (*held.get(word, ()), *(other for other in words if other != word))
    return held
