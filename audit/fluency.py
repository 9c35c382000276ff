"""Fluency of sentences, paragraphs and the whole article, through the scorer plugin interface."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.document import PROSE, Document, Paragraph, Role
from audit.errors import AuditError, PluginError
from audit.report import SentenceScore
from audit.scorer import Fluency, Scorer

READ = PROSE | {Role.HEADLINE, Role.HEADING}
"""Roles whose words the scorer reads; headings are no running text and get no fluency, but their words may be wrong."""
UNSCORED = Fluency(reason="only running text is scored")
MOST_LISTED = 8
"""Paragraphs a note lists by number; more are counted."""


def paragraph_fluency(document: Document, scorer: Scorer) -> tuple[Fluency, ...]:
    """One Fluency per paragraph: running text with scores, headings with their words alone, the rest without either.

    Raises PluginError when the scorer fails or what it says does not fit the paragraphs.
    """
    read = [paragraph for paragraph in document.paragraphs if paragraph.role in READ]
    try:
        told = scorer.score(read, document.target_lang)
    except AuditError:
        raise
    except Exception as cause:
        raise PluginError(f"scorer {scorer.name} failed: {cause!r}") from cause
    if len(told) != len(read):
        raise PluginError(f"scorer {scorer.name} gave {len(told)} scores for {len(read)} paragraphs")
    held = {}
    for paragraph, fluency in zip(read, told, strict=True):
        _check(paragraph, fluency, scorer)
        prose = paragraph.role in PROSE
        held[paragraph.index] = fluency if prose else Fluency(reason=UNSCORED.reason, words=fluency.words)
    return tuple(held.get(paragraph.index, UNSCORED) for paragraph in document.paragraphs)


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


def sentence_scores(document: Document, scores: Sequence[Fluency]) -> tuple[SentenceScore, ...]:
    """Every sentence that was scored, in order, with offsets into the document's text."""
    return tuple(
        SentenceScore(
            paragraph=paragraph.index,
            start=paragraph.start + sentence.start,
            end=paragraph.start + sentence.end,
            fluency=sentence.score,
            fluency_low=sentence.low,
            fluency_high=sentence.high,
        )
        for paragraph, fluency in zip(document.paragraphs, scores, strict=True)
        for sentence in fluency.sentences
    )


def fluency_notes(document: Document, scores: Sequence[Fluency], whole: Fluency) -> Iterator[str]:
    """What was not scored and why: the article, or the paragraphs of running text in it."""
    if whole.score is None:
        yield f"fluency not scored: {whole.reason}"
        return
    reasons: dict[str, list[str]] = {}
    for paragraph, fluency in zip(document.paragraphs, scores, strict=True):
        if fluency.score is None and paragraph.role in PROSE:
            reasons.setdefault(fluency.reason or "no reason given", []).append(str(paragraph.index))
    for reason, held in reasons.items():
        more = f" and {len(held) - MOST_LISTED} more" if len(held) > MOST_LISTED else ""
        noun = "paragraph" if len(held) == 1 else "paragraphs"
        yield f"fluency not scored in {noun} {', '.join(held[:MOST_LISTED])}{more}: {reason}"


def _check(paragraph: Paragraph, fluency: Fluency, scorer: Scorer) -> None:
    """Raise PluginError unless words and sentences lie in the paragraph, in order, with probabilities in 0–1."""
    where = f"scorer {scorer.name}, paragraph {paragraph.index}"
    for kind, spans in (("word", fluency.words), ("sentence", fluency.sentences)):
        position = 0
        for span in spans:
            if not position <= span.start < span.end <= len(paragraph.text):
                low, high = position, len(paragraph.text)
                raise PluginError(f"{where}: a {kind} at {span.start}–{span.end}, outside {low}–{high}")
            position = span.end
    for word in fluency.words:
        if not 0 <= word.probability <= 1:
            raise PluginError(f"{where}: {word.probability} is no probability")


def _mean(weighted: Sequence[tuple[int, float | None]]) -> float | None:
    known = [(words, value) for words, value in weighted if value is not None]
    total = sum(words for words, _ in known)
    return round(sum(words * value for words, value in known) / total, 2) if total else None
