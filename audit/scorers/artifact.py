"""The default scorer: the artifact model's word probabilities and calibrated fluency for English."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from audit import vocabulary
from audit.artifact_model.calibration import Calibration
from audit.artifact_model.model import load, shipped
from audit.artifact_model.passages import LEAST_WORDS
from audit.artifact_model.reading import SentenceReading
from audit.document import Paragraph, Suspicion
from audit.scorer import Fluency, SentenceFluency

LANGUAGE = "en"
ENGLISH_SHARE = 0.5
"""Share of English words from which no detector is asked: news has over 0.9, lists of names about 0.6."""
_SHORT = f"it has fewer than {LEAST_WORDS} words"
_MARKS = " \t\r\n\"'“”‘’«»().,;:!?…–—-"


class ArtifactScorer:
    """Scores English paragraphs with the artifact model of a folder, or with the one that comes with the package.

    Raises PluginError when the folder holds no model.
    """

    name = "artifact"
    calibrated = True

    def __init__(self, model: str | None = None) -> None:
        self._model = load(Path(model).expanduser().absolute() if model else shipped())
        self.revision = self._model.calibration.revision

    def score(self, paragraphs: Sequence[Paragraph], target_lang: str) -> list[Fluency]:
        """The fluency of each paragraph with its sentences' and the probability of every word, or the reason for none.

        Raises PluginError when a file of the model is broken.
        """
        reasons = [_unfit(paragraph.text, target_lang) for paragraph in paragraphs]
        fit = [paragraph for paragraph, reason in zip(paragraphs, reasons, strict=True) if reason is None]
        read = iter(self._model.read(fit))
        calibration = self._model.calibration
        return [Fluency(reason=reason) if reason else fluency(next(read), calibration) for reason in reasons]


def fluency(readings: Sequence[SentenceReading], calibration: Calibration) -> Fluency:
    """The fluency of a paragraph: the word-weighted mean of its scored sentences and of their intervals."""
    scored = [(reading, calibration.fluency(reading.features)) for reading in readings if reading.features is not None]
    words = tuple(word for reading in readings for word in _suspicions(reading, calibration))
    total = sum(len(reading.words) for reading, _ in scored)
    if not total:
        return Fluency(reason=_SHORT, words=words)
    score, low, high = (
        round(sum(len(reading.words) * values[at] for reading, values in scored) / total, 2) for at in range(3)
    )
    sentences = tuple(_sentence(reading, *values) for reading, values in scored)
    return Fluency(score=score, low=low, high=high, sentences=sentences, words=words)


def _sentence(reading: SentenceReading, score: float, low: float, high: float) -> SentenceFluency:
    return SentenceFluency(
        start=reading.start, end=reading.end, score=round(score, 2), low=round(low, 2), high=round(high, 2)
    )


def _suspicions(reading: SentenceReading, calibration: Calibration) -> list[Suspicion]:
    return [
        Suspicion(start=start, end=end, probability=round(probability, 4))
        for (start, end), probability in zip(
            reading.words, calibration.probabilities(reading.token_logits), strict=True
        )
    ]


def _unfit(text: str, target_lang: str) -> str | None:
    """Why a text is not scored, or None."""
    if target_lang.partition("-")[0].lower() != LANGUAGE:
        return f"the model reads English, not {target_lang}"
    if not any(map(str.isalpha, text)):
        return "it has no letters"
    if len(text.split()) < LEAST_WORDS:
        return _SHORT
    lang = _foreign(text)
    return f"it is not in English ({lang})" if lang else None


def _foreign(text: str) -> str | None:
    """The language of a text that is surely another than English; the detector is asked only when words look so."""
    words = [word for word in (token.strip(_MARKS) for token in text.split()) if word.isalpha()]
    small = [word for word in words if word.islower()]
    if vocabulary.english_share(small if len(small) >= LEAST_WORDS else words) >= ENGLISH_SHARE:
        return None
    lang = vocabulary.language_of(text)
    return lang if lang != LANGUAGE else None
