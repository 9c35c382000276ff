"""Acceptability and fluency that people gave single English sentences, by collection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audit.bench.bootstrap import Estimate, estimated
from audit.bench.figures import auc
from audit.bench.fluency.correlation import HEADER, Correlation, cells, correlate
from audit.bench.markdown import Section, estimate, number
from audit.bench.reader import Reader
from audit.bench.rows import Row, grouped, sampled

FILE = "fluency_ratings.jsonl.gz"

SAMPLE = 1_200
"""Sentences read of each collection: the interval of a correlation is then about ±0.05."""

TEXT = (
    "Human ratings on a common 0–100: learners' sentences (gug, tmu-gfm: corrected by machines), edits of Wikipedia "
    "(gmeg-wiki), linguists' examples (cola: acceptable or not, so the area under the ROC curve too)."
)
DOMAINS = {"gug": "learners", "tmu": "learners, corrected", "gmeg": "edits of an encyclopaedia", "cola": "linguists"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """The correlation in one collection, and the area under the ROC curve where it says acceptable or not."""

    correlation: Correlation
    acceptable: Estimate | None
    of: int


def measure(rows: Sequence[Row], reader: Reader) -> tuple[Rated, ...]:
    """Each collection by itself."""
    sets = grouped(rows, lambda row: str(row.meta.get("dataset", "")))
    drawn = {name: sampled(held, SAMPLE, lambda row: (row.segment, row.target)) for name, held in sets.items()}
    reader.sentences(row.target for held in drawn.values() for row in held)
    return tuple(_rated(name, held, reader, len(sets[name])) for name, held in drawn.items())


def _rated(name: str, rows: Sequence[Row], reader: Reader, of: int) -> Rated:
    texts = [row.target for row in rows]
    read = reader.sentences(texts)
    pairs = [(f.score, row.scores.get("acceptable")) for f, row in zip(read, rows, strict=True)]
    told = [(score, label) for score, label in pairs if score is not None and label is not None]
    return Rated(
        correlation=correlate(name, texts, read, [row.scores["score_0_100"] for row in rows]),
        acceptable=estimated(auc, [score for score, _ in told], [label for _, label in told]) if told else None,
        of=of,
    )


def sections(rows: Sequence[Row], reader: Reader) -> list[Section]:
    """One table over the collections; each is a row of the summary."""
    held = measure(rows, reader)
    table = [(*HEADER, "ROC area", "of")]
    table += [
        (*cells(one.correlation), estimate(one.acceptable) if one.acceptable else "–", f"{one.of:,}") for one in held
    ]
    whole = Section(title="English sentences rated by people", text=TEXT, rows=tuple(table))
    return [whole, *(Section(title="", text="", summary=_summary(one.correlation)) for one in held)]


def _summary(held: Correlation) -> tuple[str, ...]:
    domain = next((domain for name, domain in DOMAINS.items() if held.label.startswith(name)), "–")
    headline = f"Spearman {estimate(held.spearman)}"
    return (held.label, domain, f"{held.count:,}", number(held.mean_fluency, 1), headline)
