"""Pairs of sentences found on web pages, told machine-translated or not by people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audit.bench.bootstrap import Estimate, estimated
from audit.bench.figures import auc, mean
from audit.bench.markdown import Section, estimate, number
from audit.bench.reader import Reader
from audit.bench.rows import Row

FILE = "paracrawl_en_es.jsonl.gz"
VALID, MACHINE = "V", "MT"
TEXT = (
    "Area under the ROC curve: how often the English of a pair that people called valid has the higher fluency than "
    "that of one they called machine-translated. The label is the pair's: it does not say which side a machine wrote."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How well valid pairs are told from machine-translated ones, and by length alone."""

    area: Estimate
    longer: float
    valid: int
    mean_fluency: float


def measure(rows: Sequence[Row], reader: Reader) -> Told:
    """The area over the rows that are labelled one or the other."""
    labelled = [row for row in rows if row.meta.get("label") in {VALID, MACHINE}]
    read = zip(labelled, reader.sentences(row.target for row in labelled), strict=True)
    held = [(row, f.score) for row, f in read if f.score is not None]
    labels = [float(row.meta["label"] == VALID) for row, _ in held]
    scores = [score for _, score in held]
    return Told(
        area=estimated(auc, scores, labels),
        longer=auc([len(row.target) for row, _ in held], labels),
        valid=int(sum(labels)),
        mean_fluency=mean(scores),
    )


def sections(rows: Sequence[Row], reader: Reader) -> list[Section]:
    """The one figure."""
    held = measure(rows, reader)
    table = (
        ("valid", "machine-translated", "ROC area [95 %]", "longer is better"),
        (str(held.valid), str(held.area.count - held.valid), estimate(held.area), number(held.longer)),
    )
    headline = f"ROC area {estimate(held.area)}"
    summary = ("ParaCrawl, checked", "web", f"{held.area.count:,}", number(held.mean_fluency, 1), headline)
    return [Section(title="Sentences from web pages (ParaCrawl)", text=TEXT, rows=table, summary=summary)]
