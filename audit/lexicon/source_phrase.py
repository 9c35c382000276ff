"""Finds an entry's source phrases in the source article or a back-translation, verbs in any form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import import_module

from audit import tables

TABLE = "source_forms"
_TOKEN = re.compile(r"\w+")
_GAP = re.compile(r"\*([1-9]?)")
_WORDS_IN_GAP = r"(?:\w+ ){0,%s}"


def found(phrases: Iterable[str], text: str | None, lang: str) -> str | None:
    """The first of the phrases that stands in a text, as it stands there but lower-case and without punctuation.

    A `~verb` of a phrase stands for its every form, `*2` for up to two words.
    """
    if text is None:
        return None
    held = _padded_words(text)
    places = (_expression(phrase, lang).search(held) for phrase in phrases)
    return next((place[0].strip() for place in places if place), None)


def lemmas(phrases: Iterable[str]) -> set[str]:
    """The words written with a `~`."""
    return {word[1:].lower() for phrase in phrases for word in phrase.split() if word.startswith("~")}


def table_text(wanted: Iterable[tuple[str, Iterable[str]]]) -> str:
    """The forms of these lemmas of each language, from simplemma (MIT); raises ModuleNotFoundError without it."""
    lines = ["lang\tlemma\tforms"]
    for lang, words in sorted(wanted):
        known = _derived(lang, frozenset(words))
        lines += [f"{lang}\t{lemma}\t{','.join(sorted(forms))}" for lemma, forms in sorted(known.items())]
    return "\n".join(lines) + "\n"


@lru_cache(maxsize=4096)
def _expression(phrase: str, lang: str) -> re.Pattern[str]:
    items = []
    for item in phrase.split():
        if gap := _GAP.fullmatch(item):
            items.append(_WORDS_IN_GAP % (gap[1] or "1"))
        elif item.startswith("~"):
            items.append(f"(?:{'|'.join(map(re.escape, _forms(lang, item[1:].lower())))}) ")
        else:
            items += [f"{word} " for word in _TOKEN.findall(item.lower())]
    return re.compile(" " + "".join(items))


def _forms(lang: str, lemma: str) -> tuple[str, ...]:
    return _table().get((lang, lemma), (lemma,))


@cache
def _table() -> dict[tuple[str, str], tuple[str, ...]]:
    return {(lang, lemma): tuple(forms.split(",")) for lang, lemma, forms in tables.rows(TABLE)}


def _derived(lang: str, words: frozenset[str]) -> dict[str, set[str]]:
    dictionaries = import_module("simplemma.strategies.dictionaries").DefaultDictionaryFactory()
    held = {word: {word} for word in words}
    for form, lemma in dictionaries.get_dictionary(lang).items():
        if lemma in held and form.isalpha():
            held[lemma].add(form)
    return held


@lru_cache(maxsize=1024)
def _padded_words(text: str) -> str:
    """The text's words, small, one space around each: phrases are found whole, whatever stands between their words."""
    return f" {' '.join(_TOKEN.findall(text.lower()))} "
