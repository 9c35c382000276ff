"""Numbers in words, in the languages that text2num reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audit.quantities.vocabulary import vocabulary

LANGUAGES = frozenset("en es fr pt it de".split())
_TOKEN = re.compile(r"[^\W\d_]+|[^\w\s-]|\d+")
_WORD = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words: its place, its value, whether it is an ordinal."""

    start: int
    end: int
    value: float
    ordinal: bool


@dataclass(frozen=True, slots=True)
class _Token:
    held: str

    def text(self) -> str:
        return self.held

    def nt_separated(self, previous: object) -> bool:  # noqa: ARG002 - what text2num asks of a token
        return False

    def not_a_number_part(self) -> bool:
        return False


def spelled(text: str, lang: str) -> Iterator[Spelled]:
    """Yield the numbers of a text that are written in words, none in a language that is not known."""
    if lang not in LANGUAGES:
        return
    from text_to_num import find_numbers

    vague = vocabulary(lang).vague
    places = [match.span() for match in _TOKEN.finditer(text)]
    # Whatever is no word ends a number.
    words = [text[a:b].lower() if _WORD.match(text, a) else "," for a, b in places]
    for found in find_numbers([_Token(word) for word in words], lang, 0):
        start, end = places[found.start][0], places[found.end - 1][1]
        if text[start:end].lower() not in vague:
            yield Spelled(start, end, float(found.value), bool(found.is_ordinal))
