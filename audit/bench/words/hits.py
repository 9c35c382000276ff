"""Whether the words most suspect in a damaged text are the damaged ones, at a fixed rate of false alarms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.bench.bootstrap import Estimate
from audit.bench.figures import mean
from audit.bench.fluency import demetr
from audit.bench.judgements import MinimalPair
from audit.bench.markdown import Cells, Section, estimate, number
from audit.bench.pairs import clustered
from audit.bench.reader import Reader
from audit.bench.rows import Row, Span, grouped
from audit.bench.spans import touches
from audit.document import Suspicion

FALSE_ALARMS = 0.01
"""Share of the words of the clean texts that may be flagged: about one in four sentences has a false alarm."""

HEADER: Cells = ("damage", "texts", "span hit [95 %]", "most suspect word in the span")
TEXT = (
    "A span is hit when a word that touches it is flagged; the bar is the lowest at which no more than 1 % of the "
    "words of the clean texts are. For a deletion, the words on either side count."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The words of one damaged text, with the spans of the damage."""

    kind: str
    group: str
    words: tuple[Suspicion, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """Share of texts whose damage is hit at the bar, and in which the most suspect word is damaged."""

    kind: str
    at_bar: Estimate
    top: float


def bar(clean: Iterable[Sequence[Suspicion]]) -> float:
    """The probability that at most 1 % of the words of clean texts exceed; NaN of no words."""
    import numpy as np

    values = [word.probability for words in clean for word in words]
    return float(np.quantile(values, 1 - FALSE_ALARMS, method="higher")) if values else float("nan")


def hit(words: Iterable[Suspicion], spans: Sequence[Span]) -> bool:
    """Whether one of the words touches one of the spans."""
    return any(touches((word.start, word.end), span) for word in words for span in spans)


def measure(marked: Sequence[Marked], limit: float) -> tuple[Hits, ...]:
    """All texts, then each kind, best found first; texts whose words were not read are left out."""
    held = [one for one in marked if one.words and one.spans]
    kinds = [_hits(kind, group, limit) for kind, group in grouped(held, lambda one: one.kind).items()]
    return (_hits("all", held, limit), *sorted(kinds, key=lambda one: -one.at_bar.value))


def _hits(kind: str, held: Sequence[Marked], limit: float) -> Hits:
    groups = grouped(held, lambda one: one.group).values()
    flagged = [(float(sum(_flagged(one, limit) for one in group)), len(group)) for group in groups]
    top = [float(hit([max(one.words, key=lambda word: word.probability)], one.spans)) for one in held]
    return Hits(kind=kind, at_bar=clustered(flagged), top=mean(top))


def _flagged(one: Marked, limit: float) -> bool:
    return hit([word for word in one.words if word.probability > limit], one.spans)


def demetr_hits(rows: Sequence[Row], reader: Reader) -> tuple[tuple[Hits, ...], float]:
    """The hits in the pairs no model is trained on, and the bar."""
    held = [row for row in rows if row.pair in demetr.UNSEEN and row.target != row.meta.get("clean_mt")]
    clean = [str(row.meta["clean_mt"]) for row in held]
    limit = bar(fluency.words for fluency in reader.sentences(dict.fromkeys(clean)))
    read = zip(held, clean, reader.sentences(row.target for row in held), strict=True)
    marked = [
        Marked(kind=demetr.kind(row), group=text, words=fluency.words, spans=row.spans) for row, text, fluency in read
    ]
    return measure(marked, limit), limit


def minimal_pair_hits(pairs: Sequence[MinimalPair], reader: Reader) -> tuple[tuple[Hits, ...], float]:
    """The hits in the minimal pairs made for this project, and the bar."""
    limit = bar(fluency.words for fluency in reader.passages(dict.fromkeys(pair.clean for pair in pairs)))
    read = zip(pairs, reader.passages(pair.corrupted for pair in pairs), strict=True)
    marked = [Marked(kind=p.kind, group=p.clean, words=fluency.words, spans=(p.span,)) for p, fluency in read]
    return measure(marked, limit), limit


def section(title: str, held: tuple[Hits, ...], limit: float) -> Section:
    """The table by kind of damage."""
    rows = [(one.kind, f"{one.at_bar.count:,}", estimate(one.at_bar), number(one.top)) for one in held]
    return Section(title=title, text=f"{TEXT} Here the bar is {number(limit)}.", rows=(HEADER, *rows))
