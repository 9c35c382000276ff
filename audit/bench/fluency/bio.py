"""Abstracts of medicine: fluency beside the penalty that experts gave."""

from __future__ import annotations

from collections.abc import Sequence

from audit.bench.figures import mean
from audit.bench.fluency.correlation import Correlation, correlate, rows
from audit.bench.markdown import Section, estimate, number
from audit.bench.mqm import PAIR, Rated, rated
from audit.bench.reader import Reader
from audit.bench.rows import Row, grouped, sampled

SAMPLE = 400
"""Translations read of each other language pair."""

TEXT = (
    "Correlation with minus the MQM penalty (mean over raters) of each machine translation, rows of the same source "
    "and target being one. Long sentences have room for more errors, so “shorter is better” is hard to beat; the rows "
    "“per 100 words” divide the penalty by the words."
)


def measure(judged: Sequence[Row], reader: Reader) -> tuple[Correlation, ...]:
    """Each language pair, the tool's own first, with the penalty and with the penalty per 100 words."""
    items = [item for item in rated(judged) if not item.human]
    groups = grouped(items, lambda item: item.pair)
    drawn = {pair: _drawn(held) for pair, held in sorted(groups.items(), key=lambda pair: pair[0] != PAIR)}
    reader.sentences(item.target for held in drawn.values() for item in held)
    return tuple(one for pair, held in drawn.items() for one in _both(pair, held, reader))


def _drawn(held: Sequence[Rated]) -> list[Rated]:
    return list(held) if held[0].pair == PAIR else sampled(held, SAMPLE, lambda item: item.target)


def _both(pair: str, held: Sequence[Rated], reader: Reader) -> tuple[Correlation, Correlation]:
    texts = [item.target for item in held]
    read = reader.sentences(texts)
    per_100 = [-100 * item.penalty / max(1, len(item.target.split())) for item in held]
    return (
        correlate(pair, texts, read, [-item.penalty for item in held]),
        correlate(f"{pair}, per 100 words", texts, read, per_100),
    )


def sections(judged: Sequence[Row], reader: Reader) -> list[Section]:
    """The table by language pair, and the means of human and machine translations."""
    held = measure(judged, reader)
    first = held[0]
    headline = f"Spearman {estimate(first.spearman)}"
    summary = (
        f"biomedical MQM, {first.label}",
        "medicine",
        f"{first.count:,}",
        number(first.mean_fluency, 1),
        headline,
    )
    return [
        Section(title="Abstracts of medicine (biomedical MQM)", text=TEXT, rows=rows(held), summary=summary),
        _human(judged, reader),
    ]


def _human(judged: Sequence[Row], reader: Reader) -> Section:
    items = [item for item in rated(judged) if item.pair == PAIR]
    table = [("translated by", "texts", "mean fluency", "mean penalty")]
    for label, human in (("people", True), ("machines", False)):
        held = [item for item in items if item.human is human]
        scores = [f.score for f in reader.sentences(item.target for item in held) if f.score is not None]
        penalty = number(mean([item.penalty for item in held]), 1)
        table.append((label, str(len(held)), number(mean(scores), 1), penalty))
    return Section(title=f"People and machines, abstracts of medicine, {PAIR}", text="", rows=tuple(table))
