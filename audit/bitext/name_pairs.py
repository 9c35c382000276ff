"""Pairs the names of a passage with those of its source, and tells which were put in another's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from audit import tables, vocabulary
from audit.bitext.glossary import folded, known, plain
from audit.bitext.names import SHORT, STEM, acronym, common, exonym, initial, misspelt, names, stands_for
from audit.bitext.nations import Nation, nations
from audit.bitext.neighbours import beside
from audit.bitext.persons import persons, surnames_of
from audit.bitext.words import Word, function_words, lows, words
from audit.quantities.dates import named

MOST_LONE = 3
"""Names without counterpart in a sentence of the source up to which one may be told to stand for another."""


class Why(StrEnum):
    """How a name was found to be another than the source's."""

    NATION = "nation"
    MISSPELT = "misspelt"
    PERSON = "person"
    LONE = "lone"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Swap:
    """A name of the target, as a range of its text, that stands where the source has another."""

    start: int
    end: int
    source: str
    why: Why


@dataclass(frozen=True, slots=True)
class Names:
    """The names of both texts that have no counterpart in the other."""

    source_text: str
    target_text: str
    source: tuple[Word, ...]
    target: tuple[Word, ...]

    def within(self, source: tuple[int, int], target: tuple[int, int]) -> Names:
        """The names of two parts of the texts, with their places in them."""
        return Names(
            self.source_text[slice(*source)],
            self.target_text[slice(*target)],
            tuple(_moved(word, source) for word in self.source if source[0] <= word.start < source[1]),
            tuple(_moved(word, target) for word in self.target if target[0] <= word.start < target[1]),
        )


def _moved(word: Word, part: tuple[int, int]) -> Word:
    return Word(word.start - part[0], word.end - part[0], word.text)


def unpaired(source: str, target: str, whole: str, lang: str, target_lang: str) -> Names:
    """The names of either text that the other has no word for; `whole` is the source article, which may have them."""
    idle = _spans(source, lang), _spans(target, target_lang)
    ones = [word for word in names(source, lang) if word.start not in idle[0]]
    others = [word for word in names(target, target_lang) if word.start not in idle[1]]
    there, here = _each(source), _each(target)
    elsewhere = lows(whole)
    proper = {word.low for word in names(source, lang)}
    return Names(
        source,
        target,
        tuple(one for one in ones if not any(stands_for(one, word, lang) for word in here)),
        tuple(
            other
            for other in others
            if other.low not in elsewhere and not any(_accounts(word, other, proper, lang) for word in there)
        ),
    )


def _each(text: str) -> tuple[Word, ...]:
    """The words of a text, each once, as it is written."""
    return tuple({word.text: word for word in words(text)}.values())


def _accounts(word: Word, other: Word, proper: set[str], lang: str) -> bool:
    """Whether a word of the source is what a name of the target renders; one that is no name may be its adjective."""
    if word.low in proper:
        return stands_for(word, other, lang)
    adjective = word.text.islower() and len(word.text) > STEM and _derived(word.low, other.low)
    return adjective or stands_for(word, other, lang)


def _derived(word: str, name: str) -> bool:
    return word[:STEM] == name[:STEM]


def _spans(text: str, lang: str) -> set[int]:
    """Where the words of nations and dates begin, which are compared by what they mean."""
    spans = [(one.start, one.end) for one in nations(text, lang)] + [(one.start, one.end) for one in named(text, lang)]
    return {place for start, end in spans for place in range(start, end)}


def nation_swaps(source: str, target: str, whole: str, lang: str, target_lang: str) -> Iterator[Swap]:
    """Yield the nations of a text that its source does not name, where the source names one that the text does not."""
    there, here = list(nations(source, lang)), list(nations(target, target_lang))
    codes, others = {one.code for one in here}, {one.code for one in there}
    missing = [one for one in there if one.code not in codes]
    if not missing:
        return
    elsewhere = {one.code for one in nations(whole, lang)}
    for one in here:
        if one.code not in others and one.code not in elsewhere and missing:
            other = missing.pop(0)
            yield Swap(one.start, one.end, source[other.start : other.end], Why.NATION)
    lone = [word for word in names(target, target_lang) if not _known_there(word, whole, source, lang, here)]
    for word in lone:
        if missing and not common(word.low) and not acronym(word.text) and word.low not in tables.column("name_titles"):
            other = missing.pop(0)
            yield Swap(word.start, word.end, source[other.start : other.end], Why.LONE)


def _known_there(word: Word, whole: str, source: str, lang: str, here: Sequence[Nation]) -> bool:
    """Whether a name of the target is a nation's, or is in the source in some form."""
    if any(one.start <= word.start < one.end for one in here) or word.low in lows(whole):
        return True
    return any(stands_for(one, word, lang) or _derived(folded(one.low), folded(word.low)) for one in _each(source))


def swaps(held: Names, lang: str) -> Iterator[Swap]:
    """Yield the names that stand where the source has another: misspelt, or alone in their sentence."""
    ones, others = list(held.source), list(held.target)
    for other in tuple(others):
        one = next((one for one in ones if _garbled(one, other, held.target_text)), None)
        if one and not common(other.low):
            ones.remove(one)
            others.remove(other)
            yield Swap(other.start, other.end, one.text, Why.MISSPELT)
    yield from _lone(ones, others, held, lang)


def people(source: str, target: str, whole: str, lang: str) -> Iterator[Swap]:
    """Yield the words of the target that stand beside one part of a person's name in the place of the other.

    A person's name is a given name with a capitalised word after it. It must be kept as it is, so that neither a
    translation (*Leão*, Lion) nor another spelling will do.
    """
    kept, known = plain(target), plain(whole)
    named = {(given.text, surname.text): (given, surname) for given, surname in persons(source, lang)}
    for given, surname in named.values():
        for lost, partner, step in ((surname, given, 1), (given, surname, -1)):
            if folded(lost.low) in kept:
                continue
            for word, found in beside(target, folded(partner.low), step):
                if (step > 0 or not common(found.low)) and _replaces(found, target, word, known):
                    yield Swap(found.start, found.end, lost.text, Why.PERSON)
                    break
    yield from _altered(source, target, known)
    yield from _translated_surnames(source, target, whole, lang, kept)


def _altered(source: str, target: str, known: frozenset[str]) -> Iterator[Swap]:
    """Yield names that are misspelt beside one that is not, or that a hyphen joins to one (*Podemos-RJ*)."""
    pairs = ((one, other, source[one.end : other.start]) for one, other in pairwise(words(source)))
    names = {
        (one.text, other.text, between): (one, other)
        for one, other, between in pairs
        if one.capital and other.capital and between in {" ", "\u00a0", "-"}
    }
    for (*_, between), (one, other) in names.items():
        for lost, partner, step in ((one, other, -1), (other, one, 1)):
            for word, found in beside(target, folded(partner.low), step):
                first, last = sorted((found, word))
                joined = found.capital and target[first.end : last.start] == between and folded(found.low) not in known
                if joined and (between == "-" or (misspelt(lost.low, found.low) and not common(found.low))):
                    yield Swap(found.start, found.end, lost.text, Why.PERSON)


def _replaces(found: Word, target: str, beside: Word, known: frozenset[str]) -> bool:
    """Whether a word beside a name belongs to it and is no word of the source."""
    first, last = sorted((found, beside))
    joined = target[first.end : last.start] in {" ", "\u00a0"}
    return joined and found.capital and folded(found.low) not in known and found.low not in tables.column("name_titles")


def _translated_surnames(source: str, target: str, whole: str, lang: str, kept: frozenset[str]) -> Iterator[Swap]:
    """Yield capitalised words that translate a surname which stands alone (*Palacio*, Palace)."""
    surnames = {surname.low for _, surname in persons(whole, lang)}
    alone = [word for word in words(source) if word.low in surnames and folded(word.low) not in kept and word.capital]
    for one in alone:
        for word in words(target):
            if word.capital and not initial(target, word.start) and one.text in surnames_of(word.low):
                yield Swap(word.start, word.end, one.text, Why.PERSON)
                break


def _garbled(one: Word, other: Word, text: str) -> bool:
    """Whether a name is another's but for some letters, or an acronym has its letters in another order."""
    if acronym(one.text) != acronym(other.text):
        return False
    mixed = acronym(one.text) and sorted(one.text) == sorted(other.text) and len(one.text) >= SHORT
    return misspelt(one.text, other.text) or (mixed and not expanded(other.text, text))


def _lone(ones: Sequence[Word], others: Sequence[Word], held: Names, lang: str) -> Iterator[Swap]:
    """Names alone on both sides."""
    waiting = [one for one in ones if acronym(one.text) or _proper(one, lang)]
    for other in others:
        if not waiting or len(waiting) > MOST_LONE or common(other.low) or other.low in tables.column("name_titles"):
            continue
        if acronym(other.text) and expanded(other.text, held.target_text):
            continue
        alike = [one for one in waiting if acronym(one.text) == acronym(other.text)]
        if alike:
            waiting.remove(alike[0])
            why = Why.ACRONYM if acronym(other.text) else Why.LONE
            yield Swap(other.start, other.end, alike[0].text, why)


def _proper(word: Word, lang: str) -> bool:
    """Whether a word of the source that is written as a name can be nothing else; German writes every noun so."""
    if exonym(word.text, lang) or word.low in vocabulary.names():
        return True
    return lang != "de" and not known(word.low, lang)


def expanded(acronym: str, text: str) -> bool:
    """Whether the words before an acronym, somewhere in a text, have its letters as their initials."""
    held = [word for word in words(text) if word.low not in function_words("en")]
    letters = [letter.lower() for letter in acronym if letter.isupper()]
    return any(
        [one.low[0] for one in held[max(0, at - len(letters)) : at]] == letters
        for at, word in enumerate(held)
        if word.text == acronym
    )
