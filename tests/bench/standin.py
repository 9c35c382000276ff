"""A scorer made for the tests of the benchmark, and the distribution that lets the plugin finder find it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from audit import plugins
from audit.document import Paragraph, Suspicion
from audit.scorer import Fluency

NAME = "word-length"
ENGINE = "echo"
ROOT = Path(__file__).parent.parent.parent


class WordLengthScorer:
    """Holds long texts and long words for bad ones: a text of n characters has 100 − n, at least 0, ±10.

    A word of n characters is wrong with probability n/20. A text without a word has no score.
    """

    name = NAME
    revision = "test"
    calibrated = True

    def score(self, paragraphs: Sequence[Paragraph], target_lang: str) -> list[Fluency]:
        """One Fluency per paragraph."""
        assert target_lang == "en"
        return [_read(paragraph.text) for paragraph in paragraphs]


class EchoEngine:
    """Gives every text back as its translation between Spanish and English."""

    name = ENGINE
    revision = "test"

    def __init__(self, timeout: float) -> None:
        """Take the option that all engines take."""
        assert timeout > 0

    def unavailable(self, source_lang: str, target_lang: str) -> str | None:
        """Other languages are not served."""
        return None if {source_lang, target_lang} == {"es", "en"} else "no such pair"

    def translate(self, texts: Sequence[str], _source_lang: str, _target_lang: str) -> list[str]:
        """The texts."""
        return list(texts)

    def close(self) -> None:
        """Do nothing."""


def _read(text: str) -> Fluency:
    words = tuple(
        Suspicion(start=held.start(), end=held.end(), probability=min(1.0, len(held[0]) / 20))
        for held in re.finditer(r"\S+", text)
    )
    if not words:
        return Fluency(reason="no word")
    score = max(0.0, 100.0 - len(text))
    return Fluency(score=score, low=max(0.0, score - 10), high=min(100.0, score + 10), words=words)


def install(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Write the metadata of a distribution whose entry points are the scorer and the engine, and let Python see it.

    Whoever calls it clears `plugins.found` afterwards.
    """
    info = folder / "word_length-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: word-length\nVersion: 1.0\n", "utf-8")
    points = {"audit.scorers": (NAME, WordLengthScorer), "audit.engines": (ENGINE, EchoEngine)}
    told = (f"[{group}]\n{name} = {__name__}:{held.__name__}\n" for group, (name, held) in points.items())
    (info / "entry_points.txt").write_text("".join(told), "utf-8")
    patch.syspath_prepend(str(ROOT))
    patch.syspath_prepend(str(folder))
    plugins.found.cache_clear()
