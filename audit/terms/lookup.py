"""Finds the terms of glossaries in an article: word look-ups first, so that thousands of terms cost next to nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from audit.document import Document, Paragraph, TableFile
from audit.terms.glossary import Term, read
from audit.terms.rendering import Place, Rendering, places, read_words
from audit.terms.source import folded_words, forms, source_words, stands_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """Where a rendering of a term stands in a paragraph's text."""

    term: Term
    place: Place

    @property
    def span(self) -> tuple[int, int]:
        """Its range of the paragraph's text."""
        return self.place.start, self.place.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """Where a term stands in the source of a paragraph."""

    term: Term
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """Its range of the source's text."""
        return self.start, self.end


class Lookup:
    """The terms of the glossaries of an article, filed under the first words of their forms on first use."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = terms

    @cached_property
    def _forbidden(self) -> _Renderings:
        return _Renderings((term, rendering) for term in self._terms for rendering in term.forbidden)

    @cached_property
    def _required(self) -> _Renderings:
        return _Renderings((term, rendering) for term in self._terms for rendering in term.required)

    @cached_property
    def _sources(self) -> dict[str, list[tuple[Term, tuple[str, ...]]]]:
        held: dict[str, list[tuple[Term, tuple[str, ...]]]] = defaultdict(list)
        for term in self._terms:
            for phrase in map(source_words, term.sources if term.required else ()):
                for form in forms(phrase[0], term.source_lang):
                    held[form].append((term, phrase))
        return held

    def forbidden(self, paragraph: Paragraph, source_lang: str | None) -> list[Rendered]:
        """The forbidden renderings in a paragraph, in order, none overlapping: the longest, of the first glossary.

        One that is part of a rendering the glossaries want is none: "council" in "city council".
        """
        found = self._forbidden.found(paragraph, source_lang)
        if not found:
            return []
        wanted = [one.span for one in self._required.found(paragraph, source_lang, compounds=True)]
        return _longest(one for one in found if not any(a <= one.span[0] and one.span[1] <= b for a, b in wanted))

    def sourced(self, paragraph: Paragraph, source_lang: str | None) -> list[Sourced]:
        """The terms with a required rendering in a paragraph's source, in order; the longest where some overlap."""
        text = folded_words(paragraph.source) if paragraph.source else ()
        held = []
        for at, (first, plain) in enumerate(text):
            for term, phrase in self._sources.get(plain, ()):
                if term.applies(source_lang) and stands_at(
                    phrase, text, at, term.source_lang, sensitive=term.sensitive
                ):
                    held.append(Sourced(term=term, start=first.start, end=text[at + len(phrase) - 1][0].end))
        return [one for one in held if not any(_inside(one.span, other.span) for other in held)]


class _Renderings:
    """Renderings with their terms, in the order of the glossaries, by the first word of every form."""

    __slots__ = ("_held", "_index")

    def __init__(self, held: Iterable[tuple[Term, Rendering]]) -> None:
        self._held = tuple(held)
        self._index: dict[str, list[int]] = defaultdict(list)
        for number, (_, rendering) in enumerate(self._held):
            for key in rendering.keys:
                self._index[key].append(number)

    def found(self, paragraph: Paragraph, source_lang: str | None, *, compounds: bool = False) -> list[Rendered]:
        """Their places in a paragraph."""
        words = read_words(paragraph.text)
        numbers = {number for word in words & self._index.keys() for number in self._index[word]}
        candidates = (self._held[number] for number in sorted(numbers))
        return [
            Rendered(term=term, place=place)
            for term, rendering in candidates
            if term.applies(source_lang)
            for place in places(rendering, paragraph, compounds=compounds)
        ]


def lookup(document: Document) -> Lookup | None:
    """The terms of the glossaries that hold for an article; None where there are none."""
    return _lookup(document.glossaries, document.target_lang) if document.glossaries else None


@lru_cache(maxsize=16)
def _lookup(files: tuple[TableFile, ...], lang: str) -> Lookup | None:
    held = [term for target, terms in (read(file, lang) for file in files) if target in {None, lang} for term in terms]
    return Lookup(held) if held else None


def _longest(found: Iterable[Rendered]) -> list[Rendered]:
    kept: list[Rendered] = []
    for one in sorted(found, key=lambda one: one.place.start - one.place.end):
        start, end = one.span
        if all(end <= other.place.start or start >= other.place.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.place.start)


def _inside(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a range is a smaller part of another."""
    return other[0] <= span[0] and span[1] <= other[1] and span != other
