"""Makes source text as rough as what a translator is really given: headlines, slips of the keyboard, foreign quotes.

Rates are shares of all texts. They were not tuned: each fault is seen thousands of times in a pass over a hundred
thousand pairs, while nine texts in ten stay as they are.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

from audit.training.translator.reading import Pair

HEADLINE = 0.03
"""No final stop on either side, the source in title case or capitals."""
CAPITALS = 0.03
"""The source's capitals lost, or a wrong one."""
GLUED = 0.03
"""A space of the source missing."""
QUOTES = 0.5
"""Of the texts with quotation marks, those whose source is given marks of another style."""
JOINED = 0.1
"""Pairs joined with the next: most corpora have one sentence a line, articles have paragraphs."""
SHORT = 3
"""Letters of the words that title case leaves small, as English style guides have it."""
UNSPACED = frozenset("bo dz ja km lo my th yue zh".split())
"""Languages written without spaces between sentences (Unicode's line-breaking classes SA and ID)."""

STYLES = (("«", "»"), ("“", "”"), ('"', '"'), ("„", "“"))
_MARKS = re.compile('[«»“”„"]')  # fmt: skip
_STOPS = ".。।"  # noqa: RUF100
_ENDS = tuple('.!?…"”»。！？।')


def joined(pairs: Sequence[Pair], rng: random.Random, languages: tuple[str, str]) -> Iterator[Pair]:
    """The pairs in order, some joined with the one that follows; `languages` are those of the two sides."""
    one, other = ("" if re.split("[-_]", code)[0] in UNSPACED else " " for code in languages)
    waiting: Pair | None = None
    for pair in pairs:
        if waiting is not None:
            yield f"{waiting[0]}{one}{pair[0]}", f"{waiting[1]}{other}{pair[1]}"
            waiting = None
        elif rng.random() < JOINED and all(side.endswith(_ENDS) for side in pair):
            waiting = pair
        else:
            yield pair
    if waiting is not None:
        yield waiting


def roughened(source: str, target: str, rng: random.Random) -> Pair:
    """The source with at most one fault, and the target that is still its translation."""
    if _MARKS.search(source) and rng.random() < QUOTES:
        source = restyled(source, rng)
    drawn = rng.random()
    if drawn < HEADLINE:
        return rng.choice((titled, str.upper))(source.rstrip(_STOPS)), target.rstrip(_STOPS)
    if drawn < HEADLINE + CAPITALS:
        return rng.choice((str.lower, _small_first, _wrong_capital(rng)))(source), target
    if drawn < HEADLINE + CAPITALS + GLUED:
        return glued(source, rng), target
    return source, target


def restyled(text: str, rng: random.Random) -> str:
    """The text with all its quotation marks in one style; unpaired ones stay."""
    if len(_MARKS.findall(text)) % 2:
        return text
    style, at = rng.choice(STYLES), iter(range(len(text)))
    return _MARKS.sub(lambda _: style[next(at) % 2], text)


def titled(text: str) -> str:
    """The text with a capital at the start of all but short words."""
    return " ".join(
        word[:1].upper() + word[1:] if len(word) > SHORT or not at else word for at, word in enumerate(text.split(" "))
    )


def glued(text: str, rng: random.Random) -> str:
    """The text without one of its spaces: most often one after a mark, where pages lose them."""
    spaces = [at for at, mark in enumerate(text) if mark == " "]
    after = [at for at in spaces if text[at - 1] in ".,;:?!"]
    if not spaces:
        return text
    at = rng.choice(after or spaces)
    return text[:at] + text[at + 1 :]


def _small_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _wrong_capital(rng: random.Random) -> Callable[[str], str]:
    def spoilt(text: str) -> str:
        words = text.split(" ")
        at = rng.randrange(len(words))
        words[at] = words[at][:1].upper() + words[at][1:]
        return " ".join(words)

    return spoilt
