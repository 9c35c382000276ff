"""Fits what a suspicion is worth: the share of suspected spans that people marked, by their worst word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.document import Document
from audit.pipeline import Auditor

LEAST_SPANS = 25
"""Spans in a bin at least, so that its share is worth something."""
SUSPICION = "suspicion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text with the spans (code points) that people marked in it."""

    text: str
    spans: tuple[tuple[int, int], ...]


def suspected(auditor: Auditor, texts: Iterable[Marked]) -> list[tuple[float, bool]]:
    """Of each span that the model's own rule finds, its worst probability and whether it overlaps a marked span."""
    held = []
    for at, marked in enumerate(texts):
        report = auditor.audit(Document(id=str(at), text=marked.text))
        for issue in report.issues:
            worst = issue.evidence.get(SUSPICION)
            if issue.category == "other" and isinstance(worst, float):
                right = any(start < issue.end and issue.start < end for start, end in marked.spans)
                held.append((worst, right))
    return held


def table(found: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Rows (probability, confidence): rising bins, neighbours that fall joined (pool-adjacent-violators).

    A bin of n spans with k right is worth (k + 1) / (n + 2), so that no small bin is certain.
    """
    rows = sorted(found)
    size = max(LEAST_SPANS, len(rows) // 12)
    bins = [rows[at : at + size] for at in range(0, len(rows), size)]
    if len(bins) > 1 and len(bins[-1]) < LEAST_SPANS:
        bins[-2:] = [bins[-2] + bins[-1]]
    pools: list[list[tuple[float, bool]]] = []
    for one in bins:
        pools.append(one)
        while len(pools) > 1 and _share(pools[-2]) >= _share(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    return [(round(sum(p for p, _ in pool) / len(pool), 3), round(_share(pool), 3)) for pool in pools]


def _share(pool: Sequence[tuple[float, bool]]) -> float:
    return (sum(right for _, right in pool) + 1) / (len(pool) + 2)
