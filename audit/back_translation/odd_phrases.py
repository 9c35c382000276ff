"""Finds phrases that are odd in English and natural in the source language, whether a lexicon has them or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from audit import thresholds
from audit.artifact_model.ngrams import tokens
from audit.back_translation import associations
from audit.back_translation.cache import Cache
from audit.back_translation.translation import phrases
from audit.back_translation.word_for_word import rendered
from audit.collocation import kind
from audit.document import PROSE, Contrast, Document, Paragraph, Suspicion
from audit.engine import Engine
from audit.wording import judged

KNOWN = 64
"""Occurrences in 27 million words from which a word's company can be told: fewer, and most pairs of it are new."""
LONGEST = 3
"""Words of a reading at most: a longer one explains the pair instead of rendering it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    paragraph: int
    start: int
    end: int
    text: str
    here: float = 0.0


def with_contrasts(document: Document, engine: Engine, cache: Cache) -> Document:
    """The document with the contrasts of its paragraphs, whose words a scorer must have read.

    Two words in a row that hardly meet in human English are translated on their own; where the words of the answer meet
    oftener in the source language than chance has it, that is a contrast. An answer that copies a word is set right by
    a dictionary. Only English from a language with a table of associations is tested. Raises EngineError when the
    engine fails, PluginError when a table is broken.
    """
    source = document.source_lang
    if source is None or document.target_lang != "en" or not associations.has(source):
        return document
    held: dict[int, list[Contrast]] = {}
    for pair, contrast in _contrasts(_odd(document), source, engine, cache):
        held.setdefault(pair.paragraph, []).append(contrast)
    return replace(
        document, paragraphs=tuple(replace(p, contrasts=tuple(held.get(p.index, ()))) for p in document.paragraphs)
    )


def _odd(document: Document) -> list[_Pair]:
    """The pairs that English hardly knows, in order."""
    pairs = [pair for p in document.paragraphs if p.role in PROSE for pair in _pairs(p, judged(p, document))]
    if not pairs:
        return []
    told = associations.associations(associations.english(), [_two(pair.text) for pair in pairs], KNOWN)
    placed = [replace(pair, here=here) for pair, here in zip(pairs, told, strict=True) if here < thresholds.ODD_HERE]
    paragraphs = {paragraph.index: paragraph for paragraph in document.paragraphs}
    return [pair for pair in placed if kind(paragraphs[pair.paragraph], pair.start, pair.end)]


def _pairs(paragraph: Paragraph, words: Sequence[Suspicion]) -> Iterator[_Pair]:
    """Neighbours that were judged, of which one at least is suspect, with nothing but blanks between."""
    for first, second in pairwise(words):
        low, high = sorted((first.probability, second.probability))
        gap = paragraph.text[first.end : second.start]
        if low > 0 and high >= thresholds.WORTH_READING and gap and not gap.strip(" "):
            text = f"{_word(paragraph, first)} {_word(paragraph, second)}"
            if text.islower() and len(tokens(text)) == len(text.split()):
                yield _Pair(paragraph=paragraph.index, start=first.start, end=second.end, text=text)


def _word(paragraph: Paragraph, word: Suspicion) -> str:
    """The word, the first of a sentence without its capital."""
    text = paragraph.text[word.start : word.end]
    return text.lower() if paragraph.sentence_start(word.start) else text


def _contrasts(pairs: Sequence[_Pair], source: str, engine: Engine, cache: Cache) -> Iterator[tuple[_Pair, Contrast]]:
    told_by_engine = phrases([pair.text for pair in pairs], engine, cache, "en", source)
    readings = [rendered(pair.text, reading, source) for pair, reading in zip(pairs, told_by_engine, strict=True)]
    read = [(pair, reading, _neighbours(reading)) for pair, reading in zip(pairs, readings, strict=True)]
    told = iter(
        associations.associations(associations.of_language(source), [pair for _, _, held in read for pair in held])
    )
    for pair, reading, held in read:
        there = min((next(told) for _ in held), default=0.0)
        if there >= thresholds.NATURAL_THERE:
            yield (
                pair,
                Contrast(
                    start=pair.start, end=pair.end, reading=reading, here=round(pair.here, 2), there=round(there, 2)
                ),
            )


def _neighbours(reading: str) -> list[tuple[str, str]]:
    """The words of a reading two by two; none for one of names, marks or too many words."""
    words = tokens(reading)
    plain = len(words) <= LONGEST and all(word[0].isalpha() and word.islower() for word in words)
    return list(pairwise(words)) if plain else []


def _two(text: str) -> tuple[str, str]:
    first, second = text.split()
    return first, second
