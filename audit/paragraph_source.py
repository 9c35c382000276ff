"""A paragraph beside its source: their sentences, paired."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

from audit.bitext import sentences
from audit.bitext.coverage import FEWEST, Run
from audit.document import Document, Paragraph
from audit.segmentation.sentences import sentences as spans

Span = tuple[int, int]
USUAL, LEAST, MOST = 0.97, 0.8, 1.15
"""Characters of English to one of a Romance language or German, and what is believed of an article at most."""
ENOUGH, LONG = 5, 80
"""Paragraphs from which an article tells its own ratio, and characters of one that counts."""
DIFFERENCE, CLEAR_DIFFERENCE, NOISE = 0.5, 0.8, 0.2
"""Share of the length of a missing or added part by which the two sentences must differ in length: of three words and
more, and of two; and the share of a sentence's length by which translations differ anyway."""
LEAST_LIKE = 0.15
"""Likeness below which two sentences are not compared any further."""


def passages(paragraph: Paragraph, document: Document) -> Iterator[tuple[Span | None, Span | None]]:
    """Yield the sentences of the source with those that render them, as ranges of both texts; None for none."""
    if paragraph.source is None:
        return
    lang = document.source_lang or ""
    held = sentences.passages(
        paragraph.source, spans(paragraph.source, lang), paragraph.text, paragraph.sentences, lang, document.target_lang
    )
    for one in held:
        if one.likeness >= LEAST_LIKE or not (one.source and one.target):
            yield one.source, one.target


@lru_cache(maxsize=64)
def _ratio(sizes: tuple[tuple[int, int], ...]) -> float:
    ratios = sorted(target / source for source, target in sizes)
    return ratios[len(ratios) // 2] if len(ratios) >= ENOUGH else USUAL


def length_ratio(document: Document) -> float:
    """How many characters of the translation one of the source makes: the median of the article's paragraphs."""
    pairs = ((one.source, one.text) for one in document.paragraphs if one.source)
    sizes = tuple((len(source), len(text)) for source, text in pairs if len(source) >= LONG)
    return min(max(_ratio(sizes), LEAST), MOST)


def least_difference(run: Run, source: str) -> float:
    """By how many characters a sentence must be shorter or longer than expected, for a run to be missing or added.

    Two words alone are told only at the end of their sentence, where clauses get lost and are added.
    """
    length = run.end - run.start
    noise = NOISE * len(source)
    if run.words > FEWEST:
        return max(DIFFERENCE * length, noise)
    return max(CLEAR_DIFFERENCE * length, noise) if run.last else math.inf
