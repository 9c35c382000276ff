"""What a fluency scorer is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True, kw_only=True)
class Fluency:
    """The fluency of one text on 0–100 with its 90 % interval, or None with the reason it was not scored."""

    score: float | None = None
    low: float | None = None
    high: float | None = None
    reason: str | None = None


@runtime_checkable
class Scorer(Protocol):
    """A plugin that scores the fluency of paragraphs of the target language."""

    name: str
    revision: str

    def score(self, texts: Sequence[str], target_lang: str) -> list[Fluency]:
        """Score each text, in order; never a guess: what cannot be scored has a reason instead."""
