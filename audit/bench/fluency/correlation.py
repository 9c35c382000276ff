"""How fluency goes with a human judgement of the same texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.bench.bootstrap import Estimate, estimated
from audit.bench.figures import mean, pearson, ranks, spearman
from audit.bench.markdown import Cells, estimate, number
from audit.scorer import Fluency


@dataclass(frozen=True, slots=True, kw_only=True)
class Correlation:
    """Correlations of fluency with a judgement, higher being better, beside those of "shorter is better".

    The interval of Spearman's correlation resamples the ranks of the whole set. `unscored` texts are left out.
    """

    label: str
    pearson: Estimate
    spearman: Estimate
    shorter_pearson: float
    shorter_spearman: float
    mean_fluency: float
    mean_judgement: float
    unscored: int

    @property
    def count(self) -> int:
        """Texts scored."""
        return self.pearson.count


HEADER: Cells = (
    "set",
    "texts",
    "Pearson [95 %]",
    "Spearman [95 %]",
    "shorter is better: Pearson",
    "Spearman",
    "mean fluency",
    "mean judgement",
    "not scored",
)


def correlate(label: str, texts: Sequence[str], fluency: Sequence[Fluency], judged: Sequence[float]) -> Correlation:
    """Correlate the fluency of texts with what people judged."""
    rows = zip(texts, fluency, judged, strict=True)
    held = [(read.score, float(human), -len(text)) for text, read, human in rows if read.score is not None]
    scores, human, shorter = ([row[i] for row in held] for i in range(3))
    return Correlation(
        label=label,
        pearson=estimated(pearson, scores, human),
        spearman=estimated(pearson, ranks(scores), ranks(human)),
        shorter_pearson=pearson(shorter, human),
        shorter_spearman=spearman(shorter, human),
        mean_fluency=mean(scores),
        mean_judgement=mean(human),
        unscored=len(texts) - len(held),
    )


def cells(held: Correlation) -> Cells:
    """One row of a table of correlations."""
    return (
        held.label,
        f"{held.count:,}",
        estimate(held.pearson),
        estimate(held.spearman),
        number(held.shorter_pearson),
        number(held.shorter_spearman),
        number(held.mean_fluency, 1),
        number(held.mean_judgement, 1),
        str(held.unscored),
    )


def rows(correlations: Iterable[Correlation]) -> tuple[Cells, ...]:
    """A table of correlations, its header first."""
    return (HEADER, *(cells(held) for held in correlations))
