"""Abstracts of medicine with the spans that expert raters marked (biomedical MQM), one item a translation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.bench.figures import mean
from audit.bench.rows import Row, Span, grouped

FILE = "bio_mqm.jsonl.gz"
PAIR = "es-en"
"""The language pair the tool is for; its figures are told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One translation: its mean MQM penalty over raters, and each rater's spans.

    A translation that several systems share is one item; it is human if one of them is.
    """

    target: str
    pair: str
    human: bool
    penalty: float
    raters: Mapping[str, tuple[Span, ...]]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of all raters together."""
        return tuple(span for spans in self.raters.values() for span in spans)


def rated(rows: Sequence[Row]) -> list[Rated]:
    """The translations, rows of the same source and target being one."""
    groups = grouped(rows, lambda row: (row.pair, row.source, row.target)).values()
    return [_rated(group) for group in groups]


def _rated(rows: Sequence[Row]) -> Rated:
    by_rater = grouped(rows, lambda row: row.rater)
    return Rated(
        target=rows[0].target,
        pair=rows[0].pair,
        human=any(row.by_human for row in rows),
        penalty=mean([mean([row.scores["mqm"] for row in held]) for held in by_rater.values()]),
        raters={
            rater: tuple(sorted({span for row in held for span in row.spans if span[0] < span[1]}))
            for rater, held in by_rater.items()
        },
    )
