"""A term of the source language, found in the source of a paragraph, singular or plural."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from audit.bitext.glossary import folded
from audit.bitext.words import Word, words

PLURALS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "es": (("", "s"), ("", "es"), ("z", "ces")),
    "pt": (("", "s"), ("", "es"), ("ao", "oes"), ("ao", "aes"), ("m", "ns"), ("l", "is")),
    "fr": (("", "s"), ("", "x"), ("al", "aux"), ("ail", "aux")),
    "it": (("o", "i"), ("a", "e"), ("e", "i"), ("io", "i"), ("co", "chi"), ("go", "ghi"), ("ca", "che"), ("ga", "ghe")),
    "de": (("", "e"), ("", "n"), ("", "en"), ("", "er"), ("", "s"), ("", "es"), ("", "nen")),
}
"""Endings of the singular and what the plural has for them (and the German cases), without accents: the rules of any
grammar of the language. Any ending may be given; the exceptions are for the glossary to list."""
ELSE = (("", "s"), ("", "es"))
"""The same for every other language."""
_EVERY = tuple(dict.fromkeys(ending for endings in PLURALS.values() for ending in endings))


def source_words(phrase: str) -> tuple[str, ...]:
    """The words of a term, without elided articles."""
    return tuple(word.text for word in words(phrase) if word.text)


@cache
def forms(word: str, lang: str | None) -> frozenset[str]:
    """A word, singular and plural, small and without accents; of any language's rules where it is not known."""
    plain = folded(word)
    endings = PLURALS.get(lang, ELSE) if lang else _EVERY
    return frozenset({plain, *(plain[: len(plain) - len(old)] + new for old, new in endings if plain.endswith(old))})


@lru_cache(maxsize=1024)
def folded_words(text: str) -> tuple[tuple[Word, str], ...]:
    """The words of a text, each with the form in which terms are looked up."""
    return tuple((word, folded(word.text)) for word in words(text))


def stands_at(
    phrase: Sequence[str], text: Sequence[tuple[Word, str]], at: int, lang: str | None, *, sensitive: bool = False
) -> bool:
    """Whether the words of a term stand in a text from a word on, with its capitals where they count."""
    if at + len(phrase) > len(text):
        return False
    pairs = [(one, *text[at + i]) for i, one in enumerate(phrase)]
    if not all(plain in forms(one, lang) for one, _, plain in pairs):
        return False
    return not sensitive or all(word.capital for one, word, _ in pairs if one[:1].isupper())
