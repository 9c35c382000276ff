"""Sentences as items of the pattern grammar: what varies is a slot already, so a frequent sequence is a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.lexicon import slots

BREAK = ""
"""Stands where no sequence may run on: at punctuation and between sentences."""
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]")
_MONTHS, _WEEKDAYS = slots.words("month"), slots.words("weekday")
_PRONOUN = "I"


def english(sentence: str) -> Iterator[str]:
    """The items of an English sentence: words in lower case, `{number}`, `{name}`, `{month}`, `{weekday}` and breaks.

    A capital inside the sentence makes a name, several in a row one; the first word is taken for a common one.
    """
    first, name = True, False
    for token in _TOKEN.findall(sentence):
        item = _item(token, first=first)
        if not (name and item == "{name}"):
            yield item
        name = item == "{name}"
        first = first and item == BREAK
    yield BREAK


def foreign(sentence: str) -> Iterator[str]:
    """The items of a sentence of the source language: words in lower case and breaks."""
    for token in _TOKEN.findall(sentence):
        yield token.lower() if token[0].isalpha() else BREAK
    yield BREAK


def _item(token: str, *, first: bool) -> str:
    if token[0].isdigit():
        return "{number}"
    if not token[0].isalpha():
        return BREAK
    lower = token.lower().replace("’", "'")
    if token[0].isupper():
        if lower in _MONTHS:
            return "{month}"
        if lower in _WEEKDAYS:
            return "{weekday}"
        if not first and token != _PRONOUN and not token.startswith(("I'", "I’")):
            return "{name}"
    return lower
