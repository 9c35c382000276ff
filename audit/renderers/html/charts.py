"""The two drawings of the page as numbers: bars of fluency with their intervals, and a histogram."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.renderers.verdict import fluency
from audit.report import Scores
from audit.thresholds import LITERAL_FLUENCY

HEIGHT = 100
"""Height of both drawings, in the units of fluency: one unit a point."""
WIDEST_BAR, NARROWEST_BAR, ROOM = 30, 8, 720
"""Pixels: bars share the room, but ten of them need not fill it, and below eight the interval hides the bar."""
BINS = 10
"""Bars of the histogram: ten points of fluency each, less than the width of a usual interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A paragraph in the chart; `value`, `low` and `high` are 0–100, `value` None where it is not scored."""

    index: int
    x: float
    value: float | None
    low: float | None
    high: float | None
    told: str
    poor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The fluency of an article's paragraphs; `width` and `bar` are pixels, `told` says it in a sentence."""

    bars: tuple[Bar, ...]
    width: float
    bar: float
    told: str


def chart(paragraphs: Sequence[Scores]) -> Chart | None:
    """The chart of an article; None where no paragraph is scored."""
    scored = [held.fluency for held in paragraphs if held.fluency is not None]
    if not scored:
        return None
    pitch = max(NARROWEST_BAR, min(WIDEST_BAR, ROOM / len(paragraphs)))
    bars = tuple(_bar(i, round(i * pitch, 1), held) for i, held in enumerate(paragraphs))
    missing = len(paragraphs) - len(scored)
    told = f"Fluency of {len(scored)} paragraphs, from {min(scored):.0f} to {max(scored):.0f} of 100"
    if missing:
        told += f"; {missing} not scored"
    return Chart(bars=bars, width=round(len(bars) * pitch, 1), bar=round(pitch * 0.68, 1), told=told)


def _bar(index: int, x: float, scores: Scores) -> Bar:
    value, low, high = (
        None if held is None else round(max(0.0, min(held, HEIGHT)), 1)
        for held in (scores.fluency, scores.fluency_low, scores.fluency_high)
    )
    told = f"Paragraph {index + 1}: {fluency(scores) or 'not scored'}"
    poor = value is not None and value < LITERAL_FLUENCY
    return Bar(index=index, x=x, value=value, low=low, high=high, told=told, poor=poor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A bar of the histogram: how many paragraphs have a fluency from `low` up; `height` is 0–100."""

    low: int
    count: int
    height: float
    poor: bool


def histogram(paragraphs: Iterable[Scores]) -> tuple[Bin, ...]:
    """How the fluency of paragraphs is spread; empty where none is scored."""
    counts = [0] * BINS
    width = HEIGHT // BINS
    for scores in paragraphs:
        if scores.fluency is not None:
            counts[max(0, min(int(scores.fluency // width), BINS - 1))] += 1
    most = max(counts)
    if not most:
        return ()
    return tuple(
        Bin(low=i * width, count=count, height=round(HEIGHT * count / most, 1), poor=i * width < LITERAL_FLUENCY)
        for i, count in enumerate(counts)
    )
