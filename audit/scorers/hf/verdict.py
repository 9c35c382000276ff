"""Fluency of paragraphs from what a model says of their words or sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence

from audit.document import Paragraph, Suspicion
from audit.scorer import Fluency, SentenceFluency
from audit.scorers.hf.scale import fluency, suspicion
from audit.scorers.hf.surprisal import TokenSurprisal

LEAST_WORDS = 4
"""In fewer, one rare name decides the figure."""

SHORT = f"fewer than {LEAST_WORDS} words in a sentence"
_UNREAD = "the model gives its sentences no figure"
_DECIMALS = 4
"""What batches of other composition leave unchanged."""


def sentences(paragraph: Paragraph) -> list[tuple[int, int]]:
    """The paragraph's sentences of at least LEAST_WORDS words; the whole paragraph is one where it was not cut."""
    spans = paragraph.sentences or ((0, len(paragraph.text)),)
    return [(start, end) for start, end in spans if _words(paragraph, start, end) >= LEAST_WORDS]


def from_words(paragraph: Paragraph, words: Sequence[TokenSurprisal]) -> Fluency:
    """Fluency from the mean bits per word of each sentence, and every word's suspicion."""
    held = []
    for start, end in sentences(paragraph):
        bits = [word.surprisal_bits for word in words if start <= word.start < end]
        held.append(fluency(sum(bits) / len(bits)) if bits else math.nan)
    suspicions = tuple(
        Suspicion(start=w.start, end=w.end, probability=round(suspicion(w.surprisal_bits), _DECIMALS)) for w in words
    )
    return from_sentences(paragraph, held, suspicions)


def from_sentences(paragraph: Paragraph, scores: Sequence[float], suspicions: tuple[Suspicion, ...] = ()) -> Fluency:
    """The word-weighted mean of `scores`, which belong to `sentences(paragraph)` in order, with NaN for none."""
    held = [
        SentenceFluency(start=start, end=end, score=round(score, _DECIMALS))
        for (start, end), score in zip(sentences(paragraph), scores, strict=True)
        if not math.isnan(score)
    ]
    if not held:
        return Fluency(reason=_UNREAD if scores else SHORT, words=suspicions)
    weights = [_words(paragraph, sentence.start, sentence.end) for sentence in held]
    mean = sum(w * sentence.score for w, sentence in zip(weights, held, strict=True)) / sum(weights)
    return Fluency(score=round(mean, _DECIMALS), sentences=tuple(held), words=suspicions)


def _words(paragraph: Paragraph, start: int, end: int) -> int:
    return len(paragraph.text[start:end].split())
