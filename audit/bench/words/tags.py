"""The probability of each word against the words people marked or changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audit.bench import mqm
from audit.bench.figures import auc, average_precision, mean
from audit.bench.markdown import Cells, Section, number
from audit.bench.reader import Reader
from audit.bench.rows import Row, Span, grouped
from audit.bench.spans import labels
from audit.document import Suspicion

MLQE = "mlqe_pe_toen.jsonl.gz"

HEADER: Cells = ("set", "words", "marked", "ROC area", "average precision", "ROC area of word length")
MLQE_TEXT = (
    "Bad words are those a person changed when correcting the translation beside its source. The average precision of "
    "guessing is the share marked."
)
MQM_TEXT = (
    "Bad words are those any rater marked in a machine translation, whatever the category or severity. The average "
    "precision of guessing is the share marked."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """How well the probability of words finds the marked ones; `longer` is the ROC area of the words' length."""

    label: str
    words: int
    marked: float
    area: float
    precision: float
    longer: float


def tagged(label: str, texts: Iterable[tuple[Sequence[Suspicion], Sequence[Span]]]) -> Tagged:
    """The figures over the words of all texts together."""
    held = [
        (word.probability, bad, word.end - word.start)
        for words, spans in texts
        for word, bad in zip(words, labels(words, spans), strict=True)
    ]
    values, bad, lengths = ([float(one[i]) for one in held] for i in range(3))
    return Tagged(
        label=label,
        words=len(held),
        marked=mean(bad),
        area=auc(values, bad),
        precision=average_precision(values, bad),
        longer=auc(lengths, bad),
    )


def by_language(rows: Sequence[Row], reader: Reader) -> tuple[Tagged, ...]:
    """Post-edited Wikipedia, each source language and all."""
    read = zip(rows, reader.sentences(row.target for row in rows), strict=True)
    held = [(row, fluency.words) for row, fluency in read]
    sets = {**grouped(held, lambda item: item[0].pair), "all": held}
    return tuple(tagged(name, [(words, row.spans) for row, words in group]) for name, group in sets.items())


def by_raters(rows: Sequence[Row], reader: Reader) -> Tagged:
    """Abstracts of medicine from Spanish, the spans of all raters together."""
    items = [item for item in mqm.rated(rows) if item.pair == mqm.PAIR and not item.human]
    read = zip(reader.sentences(item.target for item in items), items, strict=True)
    return tagged(mqm.PAIR, [(fluency.words, item.spans) for fluency, item in read])


def mlqe_section(rows: Sequence[Row], reader: Reader) -> Section:
    """The table of post-edited Wikipedia."""
    table = (HEADER, *map(cells, by_language(rows, reader)))
    return Section(title="Words changed by post-editors (MLQE-PE, dev)", text=MLQE_TEXT, rows=table)


def mqm_section(rows: Sequence[Row], reader: Reader) -> Section:
    """The table of the abstracts of medicine."""
    table = (HEADER, cells(by_raters(rows, reader)))
    return Section(title="Words marked by raters (biomedical MQM)", text=MQM_TEXT, rows=table)


def cells(held: Tagged) -> Cells:
    """One row of a table."""
    figures = (held.marked, held.area, held.precision, held.longer)
    return (held.label, f"{held.words:,}", *map(number, figures))
