"""Whether two spellings of a person's name are one name."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from audit import person_names, source_forms, tables

RECENT_NAMES = 4096
"""Names whose spellings are kept: an article holds under 100 and compares every two of them."""


@lru_cache(maxsize=RECENT_NAMES)
def plain(name: str) -> str:
    """A name in lower case without accents and hyphens."""
    bare = unicodedata.normalize("NFD", name.casefold().replace("-", " "))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


@lru_cache(maxsize=RECENT_NAMES)
def spelled(name: str) -> str:
    """A name as English spells it, plain."""
    english = source_forms.english_of("source_transliterations")
    return plain(" ".join(english.get(word, word) for word in name.split()))


def strangeness(name: str) -> int:
    """0 for a name spelled as at home, 2 for one transliterated as the source language does it, 1 for any other."""
    english = source_forms.english_of("source_transliterations")
    if any(word in english for word in name.split()):
        return 2
    return 0 if person_names.foreign_given(name.partition(" ")[0]) else 1


def twins(one: str, other: str) -> bool:
    """Whether two plain given names are one in different languages (luke and luca)."""
    return any(one in row and other in row for row in tables.rows("given_names")) or other in _made_of(one)


def two_names(one: str, other: str) -> bool:
    """Whether two names begin with different given names, each as its own language writes it."""
    firsts = one.partition(" ")[0], other.partition(" ")[0]
    if not all(person_names.given_languages(first) for first in firsts):
        return False
    return not twins(plain(firsts[0]), plain(firsts[1])) and plain(firsts[0]) != plain(firsts[1])


@lru_cache(maxsize=RECENT_NAMES)
def _made_of(one: str) -> frozenset[str]:
    """What machines make of a plain given name, and the names of which they make it."""
    rows = ((plain(row[0]), [plain(word) for word in row[2].split("|")]) for row in tables.rows("foreign_given_names"))
    return frozenset(
        twin for name, words in rows for twin in (words if name == one else [name] if one in words else [])
    )
