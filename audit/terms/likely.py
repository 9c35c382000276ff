"""Where a paragraph most likely renders a term in other words than the glossary's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from audit import paragraph_source
from audit.bitext.renderings import English
from audit.bitext.words import Word, function_words, words
from audit.document import Document, Paragraph
from audit.terms.lookup import Rendered, Sourced
from audit.terms.rendering import Place, Rendering, places
from audit.terms.source import source_words

Span = tuple[int, int]
LEAST_SHARE = 0.5
"""Share of a term's words that a place must render to be taken for its rendering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """A range of a paragraph's text; `place` is there where it is a rendering that could be replaced as a whole.

    `told` says whether it is a rendering at all, and not the sentence that should hold one.
    """

    start: int
    end: int
    told: bool
    place: Place | None = None


def likely(one: Sourced, paragraph: Paragraph, document: Document, forbidden: Sequence[Rendered]) -> Likely | None:
    """The forbidden rendering of the term, the term as the source has it, what its words render, or the sentence.

    None where no sentence renders that of the source: what is left out has a rule of its own.
    """
    place = next((held.place for held in forbidden if held.term == one.term), None) or _left_over(one, paragraph)
    if place is not None:
        return Likely(start=place.start, end=place.end, told=True, place=place)
    sentence = _sentence(one, paragraph, document)
    if sentence is None:
        return None
    found = _aligned(one, paragraph, sentence, document)
    start, end = found or sentence
    return Likely(start=start, end=end, told=found is not None)


def _left_over(one: Sourced, paragraph: Paragraph) -> Place | None:
    text = (paragraph.source or "")[one.start : one.end]
    return next(iter(places(Rendering(text=text, lang=""), paragraph)), None)


def _sentence(one: Sourced, paragraph: Paragraph, document: Document) -> Span | None:
    """The range of the paragraph that renders the sentence with the term; all of it where none is told."""
    for there, here in paragraph_source.passages(paragraph, document):
        if there is not None and there[0] <= one.start < there[1]:
            return here
    text = paragraph.text
    return (len(text) - len(text.lstrip()), len(text.rstrip())) if text.strip() else None


def _aligned(one: Sourced, paragraph: Paragraph, sentence: Span, document: Document) -> Span | None:
    """The run of words that may stand for the term's own words; None where too few of them have a counterpart."""
    lang = document.source_lang or ""
    grammar = function_words(document.target_lang)
    here = [word for word in words(paragraph.text) if sentence[0] <= word.start < sentence[1]]
    english = English({word.low for word in here if word.low not in grammar}, lang)
    term = [word.lower() for word in source_words((paragraph.source or "")[one.start : one.end])]
    wanted = {word: english.rendering(word) for word in term if word not in function_words(lang)}
    runs = [(_share(run, wanted), run) for run in _runs(here, frozenset().union(*wanted.values()), grammar)]
    share, best = max(runs, key=itemgetter(0), default=(0.0, []))
    return (best[0].start, best[-1].end) if best and share >= LEAST_SHARE else None


def _share(run: Sequence[Word], wanted: Mapping[str, frozenset[str]]) -> float:
    """The share of the term's words that some word of a run renders, 0–1."""
    held = {word.low for word in run}
    return sum(not held.isdisjoint(renderings) for renderings in wanted.values()) / len(wanted)


def _runs(here: Sequence[Word], met: frozenset[str], grammar: frozenset[str]) -> Iterator[list[Word]]:
    """Words that are among those `met`, side by side but for one word of grammar between two."""
    run: list[Word] = []
    between: list[Word] = []
    for word in here:
        if word.low in met:
            run = [*run, *between, word] if run else [word]
            between = []
        elif run and word.low in grammar and not between:
            between = [word]
        elif run:
            yield run
            run, between = [], []
    if run:
        yield run
