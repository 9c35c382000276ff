"""Suggestions for findings that have none: how the translator would put the phrase, where that is better English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log

from audit import tables, thresholds, vocabulary
from audit.back_translation.rewording import Asked, Proposal, Rewording, best, proposed, words
from audit.back_translation.surprisal import Rendered
from audit.document import Document, one_sentence
from audit.engine import ForcedDecoder
from audit.finding import Finding
from audit.scorer import Scorer

KINDS = ("accuracy", "linguistic conventions/grammar", "linguistic conventions/word order", "style", "other")
"""MQM categories of wording, whose findings a translator can reword; marks, spaces and capitals it cannot."""
NEWS_WORDS = 20_000_000
"""Words of news that `vocabulary.english` counts in."""


def suggested(
    findings: Sequence[Finding],
    document: Document,
    sentences: Sequence[Rendered],
    decoder: ForcedDecoder,
    scorer: Scorer,
) -> list[Finding]:
    """The findings, in order, those of wording without a suggestion given the decoder's, where it has a good one.

    `sentences` are the document's with what they render. A suggestion is of common English words, makes its sentence
    less surprising by more than its words are commoner, and makes it no less fluent for the scorer. Raises EngineError
    when the decoder fails.
    """
    source, target = document.source_lang, document.target_lang
    open_ = [i for i, one in enumerate(findings) if one.suggestion is None and one.category.startswith(KINDS)]
    if not open_ or source is None or decoder.unavailable(source, target):
        return list(findings)
    places = [(i, one) for i in open_ if (one := _sentence(findings[i], sentences)) is not None]
    asked = [_asked(findings[i], one) for i, one in places]
    proposals = [
        [proposal for proposal in held if _good(proposal)] for held in proposed(asked, decoder, source, target)
    ]
    chosen = [
        (i, one, found)
        for (i, one), found in zip(places, best(asked, proposals, decoder, source, target), strict=True)
        if found is not None and _worth(one.text[found.start : found.end], found)
    ]
    held = list(findings)
    for (i, _, found), better in zip(chosen, _fluent(chosen, scorer, target), strict=True):
        if better:
            told = {**findings[i].evidence, "likelier_by": round(found.gain, 1)}
            held[i] = replace(findings[i], suggestion=found.text, fix="unsafe", evidence=told)
    return held


def _worth(old: str, found: Rewording) -> bool:
    gained = found.gain - max(0.0, _commonness(found.text) - _commonness(old))
    return gained >= thresholds.WORTH_SUGGESTING and (_content(found.text) or not _content(old))


def _fluent(chosen: Sequence[tuple[int, Rendered, Rewording]], scorer: Scorer, lang: str) -> list[bool]:
    """Whether each rewording makes its sentence at least as fluent; a scorer that does not score has no objection."""
    pairs = [(one.text, one.text[: new.start] + new.text + one.text[new.end :]) for _, one, new in chosen]
    texts = [one_sentence(text) for pair in pairs for text in pair]
    scores = [fluency.score for fluency in scorer.score(texts, lang)] if texts else []
    both = zip(scores[::2], scores[1::2], strict=True)
    return [before is None or after is None or after >= before for before, after in both]


def _sentence(finding: Finding, sentences: Sequence[Rendered]) -> Rendered | None:
    """The sentence that holds all of a finding."""
    for one in sentences:
        at = one.paragraph.start
        if at + one.start <= finding.start and finding.end <= at + one.end:
            return one
    return None


def _asked(finding: Finding, one: Rendered) -> Asked:
    before = one.paragraph.start + one.start
    return Asked(source=one.source, sentence=one.text, start=finding.start - before, end=finding.end - before)


def _good(proposal: Proposal) -> bool:
    """Whether a proposal is of words alone that English news knows well."""
    text = proposal[2]
    spans = words(text)
    return (
        bool(spans)
        and " ".join(text[start:end] for start, end in spans) == text
        and all(_count(text[start:end]) >= thresholds.COMMON_WORD for start, end in spans)
    )


def _content(text: str) -> bool:
    """Whether there is more than small words."""
    return any(text[start:end].lower() not in tables.column("function_words") for start, end in words(text))


def _commonness(text: str) -> float:
    """Log-probability of the words by their counts alone, in nats."""
    return sum(log((_count(text[start:end]) + 1) / NEWS_WORDS) for start, end in words(text))


def _count(word: str) -> int:
    return vocabulary.english().get(word.lower().replace("’", "'"), 0)
