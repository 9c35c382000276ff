"""News from Spanish (WMT 2012 and 2013): which of two systems people preferred, and direct assessments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.bench.bootstrap import Estimate, estimated
from audit.bench.figures import mean, pearson
from audit.bench.markdown import Section, estimate, number
from audit.bench.pairs import pair_accuracy
from audit.bench.reader import Reader
from audit.bench.rows import Row, grouped, sampled

FILES = {"wmt13_es_en.jsonl.gz": "WMT 2013", "wmt12_es_en.jsonl.gz": "WMT 2012"}

SAMPLE = 3_000
"""Rows of preference read of each set, segments whole: the interval is then ±0.01, and it takes about 20 seconds."""

THIS = "this scorer"
HEADER = ("what ranks", "pairs", "pair accuracy [95 %]", "assessed", "Pearson with direct assessment [95 %]")
TEXT = (
    "Pair accuracy: of two systems' translations of one segment that people did not judge equal (by the share of "
    "comparisons won), how often the better is put first; equal values count half. chrF is against the human "
    "reference, which no scorer of fluency sees."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """How well one way to rank translations goes with what people preferred and assessed."""

    label: str
    pairs: Estimate
    assessed: Estimate


def measure(rows: Sequence[Row], reader: Reader) -> tuple[Ranking, ...]:
    """The scorer, then length both ways and chrF, on the same rows."""
    held = sample(rows)
    return tuple(_ranking(label, held, values) for label, values in _values(held, reader).items())


def sample(rows: Sequence[Row]) -> list[Row]:
    """All rows with an assessment, and a sample of those with a preference."""
    preferred = [row for row in rows if "pref_win_rate" in row.scores]
    drawn = {id(row) for row in sampled(preferred, SAMPLE, lambda row: row.segment)}
    return [row for row in rows if id(row) in drawn or "da_mean" in row.scores]


def _values(rows: Sequence[Row], reader: Reader) -> Mapping[str, Sequence[float | None]]:
    from sacrebleu.metrics.chrf import CHRF

    metric = CHRF()
    lengths = [len(row.target) for row in rows]
    return {
        THIS: [read.score for read in reader.sentences(row.target for row in rows)],
        "longer is better": lengths,
        "shorter is better": [-length for length in lengths],
        "chrF against the reference": [metric.sentence_score(row.target, [row.reference]).score for row in rows],
    }


def _ranking(label: str, rows: Sequence[Row], values: Sequence[float | None]) -> Ranking:
    held = [(row, value) for row, value in zip(rows, values, strict=True) if value is not None]
    preferred = [(row, value) for row, value in held if "pref_win_rate" in row.scores]
    segments = grouped(preferred, lambda item: item[0].segment).values()
    assessed = [(value, row.scores["da_mean"]) for row, value in held if "da_mean" in row.scores]
    return Ranking(
        label=label,
        pairs=pair_accuracy([[(value, row.scores["pref_win_rate"]) for row, value in group] for group in segments]),
        assessed=estimated(pearson, [value for value, _ in assessed], [judged for _, judged in assessed]),
    )


def sections(rows: Sequence[Row], reader: Reader, name: str) -> list[Section]:
    """The table of one year."""
    rankings = measure(rows, reader)
    held = sample(rows)
    table = [HEADER]
    for one in rankings:
        counts = f"{one.pairs.count:,}", str(one.assessed.count)
        table.append((one.label, counts[0], estimate(one.pairs), counts[1], estimate(one.assessed)))
    scores = [read.score for read in reader.sentences(row.target for row in held) if read.score is not None]
    headline = f"pair accuracy {estimate(rankings[0].pairs)}"
    summary = (name, "news", f"{len(held):,}", number(mean(scores), 1), headline)
    text = f"{TEXT} {len(held):,} of {len(rows):,} rows, segments drawn whole."
    return [Section(title=f"News from Spanish ({name})", text=text, rows=tuple(table), summary=summary)]
