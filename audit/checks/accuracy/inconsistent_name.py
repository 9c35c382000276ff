"""One person's name spelled two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz import fuzz

from audit import tables, vocabulary
from audit.check import document_check
from audit.document import PROSE, Document, Paragraph, Role
from audit.finding import Mark, Severity
from audit.name_spelling import plain, spelled, strangeness, twins, two_names

_NAME = re.compile(
    r"[A-ZÀ-Þ][\w’-]*[a-zà-ÿ](?: (?:de|del|la|van|von|al|bin|dos|da|di) | )(?:[A-ZÀ-Þ][\w’-]*[a-zà-ÿ] ?){1,3}"
)
_WORD = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][^\W\d_]{3,}(?![\w-])")
_ROLES = PROSE | {Role.HEADLINE, Role.HEADING, Role.CAPTION}
SAME_FIRST, SAME_LAST, WHOLE = 75, 60, 80
"""Similarity (rapidfuzz ratio, 0–100) of the other part of a name whose surname or first name is the same, and of two
whole names: relatives (Jeb and George Bush) stay below 50 on the annotated articles, respellings above 60."""
_NICKNAMES = frozenset(
    "bernie-bernard andy-andrew randy-randolph denny-dennis danny-daniel kathy-katherine jenny-jennifer tommy-thomas".split()
)
_PARTIES = frozenset("democrat democrats republican republicans".split())
MOST_NAMES = 500
"""Names compared with each other, the most frequent first: news pages hold under 100, and every pair is looked at."""
COMMON = 300
"""Occurrences in 20 million words from which a word is no part of a person's name (North, United, General)."""


@document_check(
    id="ACC131",
    category="terminology/inconsistent use",
    its_type="inconsistency",
    severity=Severity.MAJOR,
    confidence=0.8,
)
def inconsistent_name(document: Document) -> Iterator[Mark]:
    """One name spelled two ways in one article.

    Sentences are translated one by one, and each time the machine decides anew whether a name is translated, transliterated
    or left alone. Of two spellings used equally often, the original one is the main form.

    Bad (es-en):
        The minister Sergio Massa spoke. Later Sergio Massa left, and <v>Serge Massa</v> did not return.
        The agent <v>George Messi</v> called. Jorge Messi denied it. Sergei Lavrov spoke after <v>Serguéi Lavrov</v>.
    Good (es-en):
        George Bush and Jeb Bush spoke. North Korea and South Korea did not. Maria Lopez met Ana Lopez.
    """
    yield from _accents(document)
    places = [(name, start) for p in document.paragraphs if p.role in _ROLES for name, start in _names(p)]
    counts = Counter(name for name, _ in places)
    order = sorted(counts, key=lambda name: (-counts[name], strangeness(name)))[:MOST_NAMES]
    for i, main in enumerate(order):
        for other in order[i + 1 :]:
            if counts[other] <= max(1, counts[main] - 1) and _respelled(main, other):
                for name, start in places:
                    if name == other:
                        yield Mark(
                            start=start,
                            end=start + len(name),
                            message=f"“{name}” is called “{main}” elsewhere in the article",
                            suggestion=main,
                        )


def _accents(document: Document) -> Iterator[Mark]:
    """Single names that stand with their accents in one place and without them in another."""
    words = [m for p in document.paragraphs if p.role in _ROLES for m in _WORD.finditer(document.text, p.start, p.end)]
    accented = {plain(m[0]): m[0] for m in words if plain(m[0]) != m[0].casefold()}
    for match in words:
        right = accented.get(plain(match[0]))
        if right and match[0].casefold() == plain(match[0]) and not _english(match[0].lower()):
            yield Mark(
                start=match.start(),
                end=match.end(),
                message=f"“{match[0]}” is called “{right}” elsewhere in the article",
                suggestion=right,
                severity=Severity.MINOR,
            )


def _english(lower: str) -> bool:
    """Whether English writes the word so: then the one with accents is the source's form, which other rules know."""
    return lower in vocabulary.english() or lower in vocabulary.names() or lower in tables.column("demonyms")


def _names(paragraph: Paragraph) -> Iterator[tuple[str, int]]:
    for match in _NAME.finditer(paragraph.text):
        name = match[0].rstrip()
        start = paragraph.start + match.start()
        while (head := name.partition(" ")[0]) and _common(head) and " " in name:
            start += len(head) + 1
            name = name[len(head) + 1 :]
        name = re.sub(r"[’']s\Z", "", name)
        if " " in name and not any(_common(word) for word in re.split("[ -]", name)):
            yield name, start


def _common(word: str) -> bool:
    lower = word.lower()
    return (
        vocabulary.english().get(lower, 0) >= COMMON
        or lower in tables.column("offices")
        or lower in tables.column("demonyms")
        or lower in _PARTIES
    )


def _respelled(one: str, other: str) -> bool:
    a, b = plain(one), plain(other)
    if a == b or spelled(one) == spelled(other):
        return one.casefold() != other.casefold()
    if set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()):
        return False
    first_a, *_, last_a = a.split()
    first_b, *_, last_b = b.split()
    if last_a == last_b and first_a != first_b:
        if two_names(one, other):
            return False
        return twins(first_a, first_b) or (first_a[0] == first_b[0] and _near(first_a, first_b, SAME_LAST))
    if first_a == first_b and last_a != last_b:
        return _near(last_a, last_b, SAME_FIRST) and last_a[0] == last_b[0]
    joined = a.replace(" ", ""), b.replace(" ", "")
    return joined[0][0] == joined[1][0] and min(map(len, joined)) > 8 and _near(*joined, WHOLE)


def _near(one: str, other: str, bar: float) -> bool:
    return (
        min(len(one), len(other)) > 3
        and not f"{one}-{other}".endswith("ans")
        and not _NICKNAMES & {f"{one}-{other}", f"{other}-{one}"}
        and fuzz.ratio(one, other) >= bar
        and not one.startswith(other)
        and not other.startswith(one)
    )
