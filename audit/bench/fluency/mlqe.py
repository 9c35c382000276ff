"""Direct assessments of sentences from Wikipedia (MLQE-PE), by source language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from audit.bench.fluency.correlation import HEADER, Correlation, cells, correlate
from audit.bench.markdown import NOTHING, Section, estimate, number
from audit.bench.reader import Reader
from audit.bench.rows import Row, grouped

FILE = "mlqe_pe_toen.jsonl.gz"

PUBLISHED: Mapping[str, Mapping[str, float]] = {
    "log-probability of the translating model": {"ro": 0.647, "et": 0.486, "ne": 0.483, "si": 0.401},
    "OpenKiwi": {"ro": 0.685, "et": 0.477, "ne": 0.386, "si": 0.374},
    "MonoTransQuest": {"ro": 0.898, "et": 0.775, "ne": 0.791, "si": 0.653},
}
"""Pearson's correlation with direct assessments on the *test* sets, as the WMT 2020 task on quality estimation and
TransQuest (Ranasinghe et al. 2020) report it; every one of these systems reads the source sentence."""

TEXT = (
    "Pearson and Spearman with the mean direct assessment (0–100) of each sentence, the target alone being read. The "
    "last columns are the Pearson correlations published for systems that read the source too, on the test sets of the "
    "same languages – not on these sentences."
)


def measure(rows: Sequence[Row], reader: Reader) -> tuple[Correlation, ...]:
    """The correlation for each source language, and for all of them together."""
    judged = [row for row in rows if "da_mean" in row.scores]
    reader.sentences(row.target for row in judged)
    languages = grouped(judged, lambda row: row.pair.partition("-")[0])
    sets = {**languages, "all": judged}
    return tuple(_correlation(label, held, reader) for label, held in sets.items())


def _correlation(label: str, rows: Sequence[Row], reader: Reader) -> Correlation:
    texts = [row.target for row in rows]
    return correlate(label, texts, reader.sentences(texts), [row.scores["da_mean"] for row in rows])


def sections(rows: Sequence[Row], reader: Reader) -> list[Section]:
    """The table by language."""
    held = measure(rows, reader)
    table = [(*HEADER, *PUBLISHED)]
    for one in held:
        published = (values.get(one.label) for values in PUBLISHED.values())
        table.append((*cells(one), *(NOTHING if value is None else number(value) for value in published)))
    whole = held[-1]
    headline = f"Pearson {estimate(whole.pearson)}"
    summary = ("MLQE-PE", "encyclopaedia", f"{whole.count:,}", number(whole.mean_fluency, 1), headline)
    return [Section(title="Sentences from Wikipedia (MLQE-PE, dev)", text=TEXT, rows=tuple(table), summary=summary)]
