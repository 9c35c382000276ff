"""A rendering that a glossary names, found in a text in its every form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from audit.document import Paragraph, Role
from audit.terms.number import begins_with_noun, plurals

ENGLISH = "en"
TITLED = frozenset({Role.HEADLINE, Role.HEADING})
"""Roles in which a newspaper may write every word with a capital."""
_TOKEN = re.compile(r"\w+")
_WHOLE = r"(?<!\w)(?<!\w[-'’]){}(?!\w)(?!-\w)(?!['’](?!s\b)\w)"
"""A whole word, and no part of a compound: `pair` is not in "au-pair"; but a possessive is the word itself."""
_ANYWHERE = r"(?<!\w){}(?!\w)"
"""The same with compounds: who writes "council-run" has rendered a council."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A rendering as a glossary has it; `sensitive` to case or not, in the plural too where the language is English."""

    text: str
    lang: str
    sensitive: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The words, as `read_words` gives them, of which one stands in any text that holds the rendering."""
        held = _forms(self.text, self.lang) if begins_with_noun(self.text) else (self.text,)
        firsts = (_TOKEN.search(form) for form in held)
        return frozenset(first[0].casefold() for first in firsts if first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a rendering stands in a paragraph's text, possessive ending left out, and whether in the plural."""

    start: int
    end: int
    rendering: Rendering
    plural: bool = False


@lru_cache(maxsize=1024)
def read_words(text: str) -> frozenset[str]:
    """The words of a text, case folded: look-ups of thousands of terms read it once."""
    return frozenset(_TOKEN.findall(text.casefold()))


def places(rendering: Rendering, paragraph: Paragraph, *, compounds: bool = False) -> list[Place]:
    """Every place of a rendering in a paragraph, within compounds too where they count.

    Whatever white space stands between its words, straight and curly apostrophes are one. A case-sensitive rendering
    may have the capital of a sentence's beginning, and any case in a heading or in capitals only.
    """
    held = []
    for match in _compiled(rendering, compounds).finditer(paragraph.text):
        if not rendering.sensitive or _right_case(match, rendering, paragraph):
            start, end = match.span()
            held.append(Place(start=start, end=end, rendering=rendering, plural=match.lastgroup == "many"))
    return held


def _right_case(match: re.Match[str], rendering: Rendering, paragraph: Paragraph) -> bool:
    found = " ".join(match[0].split()).replace("’", "'")
    forms = [form.replace("’", "'") for form in _forms(rendering.text, rendering.lang)]
    if found in forms:
        return True
    if paragraph.role in TITLED and rendering.text[:1].islower():
        return True
    begins = paragraph.sentence_start(match.start()) and f"{found[:1].lower()}{found[1:]}" in forms
    return begins or (len(rendering.text.split()) > 1 and found.isupper())


@cache
def _forms(text: str, lang: str) -> tuple[str, ...]:
    return (text, *(plurals(text) if lang == ENGLISH else ()))


@cache
def _compiled(rendering: Rendering, compounds: bool) -> re.Pattern[str]:  # noqa: FBT001 - a key of the cache
    one, *many = (_expression(form) for form in _forms(rendering.text, rendering.lang))
    either = f"(?:(?P<many>{'|'.join(many)})|(?P<one>{one}))" if many else f"(?P<one>{one})"
    return re.compile((_ANYWHERE if compounds else _WHOLE).format(either), re.IGNORECASE)


def _expression(phrase: str) -> str:
    words = (re.sub("['’]", "['’]", re.escape(word)) for word in phrase.split())
    return r"\s+".join(words)
