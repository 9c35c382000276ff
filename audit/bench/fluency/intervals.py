"""Whether the 90 % interval holds what people judged, and whether the scale means what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from audit.bench.figures import mean
from audit.bench.markdown import Section, number
from audit.bench.reader import Reader
from audit.bench.rows import Row, grouped
from audit.scorer import Fluency

BINS = 10
PLOT = "fluency_calibration.png"
TEXT = (
    "Share of mean direct assessments (0–100) that lie in the interval [low, high] of the same sentence, and how wide "
    "it is. The interval is meant to hold 90 %."
)
DECILES = f"Sentences in ten equal groups by fluency, drawn in `{PLOT}`."


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One text's fluency beside a judgement on the same 0–100."""

    set: str
    fluency: Fluency
    human: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The share of judgements inside their interval, 0–1, and its mean width in points."""

    label: str
    count: int
    inside: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Texts of like fluency: how many, their mean fluency and mean judgement."""

    count: int
    fluency: float
    human: float


def judged(name: str, rows: Sequence[Row], reader: Reader) -> list[Judged]:
    """The rows that have a direct assessment."""
    held = [row for row in rows if "da_mean" in row.scores]
    read = zip(held, reader.sentences(row.target for row in held), strict=True)
    return [Judged(set=f"{name} {row.pair}", fluency=f, human=row.scores["da_mean"]) for row, f in read]


def coverage(label: str, items: Sequence[Judged]) -> Coverage:
    """How often the interval holds; texts without one are left out."""
    held = [
        (item.fluency.low, item.human, item.fluency.high)
        for item in items
        if item.fluency.low is not None and item.fluency.high is not None
    ]
    return Coverage(
        label=label,
        count=len(held),
        inside=mean([float(low <= human <= high) for low, human, high in held]),
        width=mean([high - low for low, _, high in held]),
    )


def bins(items: Sequence[Judged], count: int = BINS) -> tuple[Bin, ...]:
    """The scored texts in order of fluency, cut into equal groups; fewer groups when there are fewer texts."""
    scored = [(item.fluency.score, item.human) for item in items if item.fluency.score is not None]
    held = sorted(scored, key=lambda one: one[0])
    edges = [len(held) * i // count for i in range(count + 1)]
    groups = [held[start:end] for start, end in pairwise(edges) if start < end]
    return tuple(
        Bin(count=len(group), fluency=mean([score for score, _ in group]), human=mean([human for _, human in group]))
        for group in groups
    )


def sections(items: Sequence[Judged]) -> list[Section]:
    """The table of coverage and the table of calibration."""
    sets = grouped(items, lambda item: item.set)
    covered = [coverage(label, held) for label, held in sets.items()] + [coverage("all", items)]
    table = [("set", "texts", "inside", "mean width")]
    table += [(one.label, f"{one.count:,}", number(one.inside), number(one.width, 1)) for one in covered]
    calibration = [("texts", "mean fluency", "mean judgement")]
    calibration += [(f"{one.count:,}", number(one.fluency, 1), number(one.human, 1)) for one in bins(items)]
    return [
        Section(title="Intervals", text=TEXT, rows=tuple(table)),
        Section(title="Calibration", text=DECILES, rows=tuple(calibration)),
    ]
