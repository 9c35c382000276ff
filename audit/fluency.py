"""Fluency of paragraphs and of the whole article, through the scorer plugin interface."""

from __future__ import annotations

from collections.abc import Sequence

from audit.document import PROSE, Document
from audit.scorer import Fluency, Scorer


def paragraph_fluency(document: Document, scorer: Scorer) -> tuple[Fluency, ...]:
    """One Fluency per paragraph; residue of the page is not scored."""
    prose = [p for p in document.paragraphs if p.role in PROSE]
    scored = dict(
        zip((p.index for p in prose), scorer.score(prose, document.target_lang), strict=True)
    )
    unscored = Fluency(reason="only running text is scored")
    return tuple(scored.get(p.index, unscored) for p in document.paragraphs)


def article_fluency(document: Document, scores: Sequence[Fluency]) -> Fluency:
    """The word-weighted mean of the scored paragraphs and of their intervals, or None with the reason."""
    held = [(p.words, f) for p, f in zip(document.paragraphs, scores, strict=True) if f.score is not None]
    if not held:
        reasons = [f.reason for p, f in zip(document.paragraphs, scores, strict=True) if p.role in PROSE and f.reason]
        return Fluency(reason=reasons[0] if reasons else "the article has no running text")
    return Fluency(
        score=_mean([(w, f.score) for w, f in held]),
        low=_mean([(w, f.low) for w, f in held]),
        high=_mean([(w, f.high) for w, f in held]),
    )


def _mean(weighted: Sequence[tuple[int, float | None]]) -> float | None:
    known = [(words, value) for words, value in weighted if value is not None]
    total = sum(words for words, _ in known)
    return round(sum(words * value for words, value in known) / total, 2) if total else None
