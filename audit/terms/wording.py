"""The wording that takes a rendering's place, in the number and with the capital of what stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from audit.document import Paragraph
from audit.terms.number import plural
from audit.terms.rendering import ENGLISH, Place

_ARTICLE = re.compile(r"(?<!\w)(an?)(\s+)\Z", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiou]|hour|honest|honou?r|heir", re.IGNORECASE)
_LIKE_YOU = re.compile(r"eu|ewe|one|once|uni(?!m|n)|us[aeu]|ut[ei]|ubi|ura", re.IGNORECASE)
"""Beginnings that are written with a vowel and spoken as in *you* or *won*: a union, a one-off."""
_SPELT_OUT = re.compile(r"[A-Z](?![a-z])")
_SMALL = frozenset("a an and at by for from in of on or the to with".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What to put in place of the text from `start` to a rendering's end; not `sure` where an article may not fit."""

    start: int
    text: str
    sure: bool = True


def change(wording: str, place: Place, paragraph: Paragraph) -> Change:
    """The change that puts a wording in the place of a rendering, with the article that goes with it in English."""
    text = adapted(wording, place, paragraph)
    before = _ARTICLE.search(paragraph.text, 0, place.start)
    if before is None or place.rendering.lang != ENGLISH:
        return Change(start=place.start, text=text)
    if _SPELT_OUT.match(text):
        return Change(start=place.start, text=text, sure=False)
    article = before[1][0] + ("n" if _takes_an(text) else "")
    if article.lower() == before[1].lower():
        return Change(start=place.start, text=text)
    return Change(start=before.start(), text=f"{article}{before[2]}{text}")


def adapted(wording: str, place: Place, paragraph: Paragraph) -> str:
    """The wording in the plural and with the capitals that the text at the place has beyond those of the glossary."""
    text = plural(wording) if place.plural and place.rendering.lang == ENGLISH else wording
    matched, written = paragraph.text[place.start : place.end], place.rendering.text
    if matched.isupper() and not written.isupper() and len(matched) > 1:
        return text.upper()
    if not matched[:1].isupper():
        return text
    begins = paragraph.sentence_start(place.start)
    words = matched.split()
    if not written[:1].isupper() and (not begins or (len(words) > 1 and all(word[0].isupper() for word in words))):
        return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in text.split(" "))
    return text[:1].upper() + text[1:] if begins else text


def _takes_an(text: str) -> bool:
    return bool(_VOWEL.match(text)) and not _LIKE_YOU.match(text)
