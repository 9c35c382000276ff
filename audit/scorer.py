"""What a fluency scorer is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from audit.document import Paragraph, Suspicion


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceFluency:
    """The fluency of one sentence on 0–100 with its 90 % interval; `start` and `end` lie in the paragraph's text."""

    start: int
    end: int
    score: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fluency:
    """The fluency of one paragraph on 0–100 with its 90 % interval, or None with the reason it was not scored.

    `sentences` are those that were scored, in order; `words` every word read, with its probability of being part of
    an error. A scorer that does not look at sentences or words leaves them empty.
    """

    score: float | None = None
    low: float | None = None
    high: float | None = None
    reason: str | None = None
    sentences: tuple[SentenceFluency, ...] = ()
    words: tuple[Suspicion, ...] = ()


@runtime_checkable
class Scorer(Protocol):
    """A plugin that scores the fluency of paragraphs of the target language.

    `calibrated` tells whether the probabilities of its words mean what they say; only then do they become findings, and
    a second opinion on those of the rules.
    """

    name: str
    revision: str
    calibrated: bool

    def score(self, paragraphs: Sequence[Paragraph], target_lang: str) -> list[Fluency]:
        """Score each paragraph, in order; never a guess: what cannot be scored has a reason instead.

        `paragraph.sentences` are its sentences where it was segmented; without any, the paragraph is one sentence.
        """
