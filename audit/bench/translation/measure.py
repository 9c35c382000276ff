"""BLEU, chrF and speed of an engine in one direction."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from audit.engine import Engine

if TYPE_CHECKING:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """chrF (Popović 2015) and BLEU of one test set, both 0–100, as sacreBLEU sets them by default."""

    chrf: float
    bleu: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What an engine scored in one direction by test set, and its words of source a second of wall-clock time."""

    engine: str
    revision: str
    direction: tuple[str, str]
    scores: Mapping[str, Score]
    words_per_second: float


def measure(engine: Engine, direction: tuple[str, str], sets: Mapping[str, Pairs]) -> Result:
    """Translate every set, source first in its pairs, after a first text that is not timed."""
    engine.translate([next(iter(sets.values()))[0][0]], *direction)
    scores, words, seconds = {}, 0, 0.0
    for name, pairs in sets.items():
        sources, references = [source for source, _ in pairs], [reference for _, reference in pairs]
        start = time.perf_counter()
        translations = engine.translate(sources, *direction)
        seconds += time.perf_counter() - start
        words += sum(len(source.split()) for source in sources)
        scores[name] = _score(translations, references)
    speed = words / max(seconds, 1e-9)
    return Result(
        engine=engine.name, revision=engine.revision, direction=direction, scores=scores, words_per_second=speed
    )


def signatures() -> tuple[str, str]:
    """How sacreBLEU computed chrF and BLEU of the last set."""
    chrf, bleu = _metrics()
    return str(chrf.get_signature()), str(bleu.get_signature())


def _score(translations: Sequence[str], references: Sequence[str]) -> Score:
    chrf, bleu = (metric.corpus_score(translations, [references]).score for metric in _metrics())
    return Score(chrf=chrf, bleu=bleu)


@cache
def _metrics() -> tuple[CHRF, BLEU]:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(), BLEU(force=True)  # without `force` it warns of references that end in " ."
