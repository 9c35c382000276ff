"""Paragraphs of novels translated by machines: errors marked, and which of two people preferred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audit.bench.bootstrap import Estimate
from audit.bench.fluency.correlation import Correlation, correlate, rows
from audit.bench.markdown import Section, estimate, number
from audit.bench.pairs import pair_accuracy
from audit.bench.reader import Reader
from audit.bench.rows import Row, grouped

FILE = "literary_toen.jsonl.gz"
TEXT = (
    "Correlation with minus the number of marked errors, and with it per 100 words; each text is segmented into its "
    "paragraphs and sentences."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Literary:
    """Correlations with the errors marked, and how often the preferred of two translations has the higher fluency."""

    errors: Correlation
    per_100_words: Correlation
    preferred: Estimate


def measure(judged: Sequence[Row], reader: Reader) -> Literary:
    """All languages together."""
    texts = [row.target for row in judged]
    read = reader.passages(texts)
    errors = [-row.scores["n_errors"] for row in judged]
    density = [100 * count / max(1, len(text.split())) for count, text in zip(errors, texts, strict=True)]
    both = [(row, f.score) for row, f in zip(judged, read, strict=True) if f.score is not None]
    segments = grouped(both, lambda item: (item[0].pair, item[0].segment)).values()
    return Literary(
        errors=correlate("errors", texts, read, errors),
        per_100_words=correlate("errors per 100 words", texts, read, density),
        preferred=pair_accuracy([[(score, row.scores["preferred"]) for row, score in group] for group in segments]),
    )


def sections(judged: Sequence[Row], reader: Reader) -> list[Section]:
    """Both correlations, and the preference in a sentence."""
    held = measure(judged, reader)
    text = f"{TEXT} Of two translations of one paragraph, the preferred one has the higher fluency: "
    text += f"{estimate(held.preferred)} of {held.preferred.count} pairs."
    fluency, headline = number(held.errors.mean_fluency, 1), f"Spearman {estimate(held.errors.spearman)}"
    summary = ("literary", "novels", f"{held.errors.count:,}", fluency, headline)
    table = rows((held.errors, held.per_100_words))
    return [Section(title="Paragraphs of novels", text=text, rows=table, summary=summary)]
