"""A scorer that knows a few bad words, so that tests need no model and know what is suspected."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from audit.document import Paragraph, Suspicion
from audit.scorer import Fluency, SentenceFluency

_WORD = re.compile(r"\S+")
_EDGE = ".,;:!?“”\"'()«»"


@dataclass(kw_only=True)
class WordList:
    """Gives the words of a list their probability, in lower case and without marks around them; any other gets `rest`.

    A sentence's fluency is 100 × (1 − its worst word); a paragraph's is that of its worst sentence. A paragraph that
    holds the word `unread` is not scored.
    """

    words: Mapping[str, float] = field(default_factory=dict)
    rest: float = 0.02
    name: str = "word-list"
    revision: str = "1"
    calibrated: bool = True

    def score(self, paragraphs: Sequence[Paragraph], target_lang: str) -> list[Fluency]:
        """Each paragraph in order, whatever the language."""
        assert target_lang
        return [self._fluency(paragraph) for paragraph in paragraphs]

    def _fluency(self, paragraph: Paragraph) -> Fluency:
        words = tuple(
            Suspicion(start=found.start(), end=found.end(), probability=self._probability(found[0]))
            for found in _WORD.finditer(paragraph.text)
        )
        if "unread" in paragraph.text or not words:
            return Fluency(reason="it cannot be read")
        sentences = tuple(
            SentenceFluency(
                start=start, end=end, score=round(100 * (1 - _worst(words, start, end)), 1), low=0, high=100
            )
            for start, end in paragraph.sentences
        )
        score = min((sentence.score for sentence in sentences), default=100.0)
        return Fluency(score=score, low=0, high=100, sentences=sentences, words=words)

    def _probability(self, token: str) -> float:
        return self.words.get(token.strip(_EDGE).lower(), self.rest)


def _worst(words: Sequence[Suspicion], start: int, end: int) -> float:
    return max((word.probability for word in words if start <= word.start < end), default=0.0)
