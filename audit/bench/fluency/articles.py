"""Whole articles of news from Spanish: the fluency of each as people and as systems translated it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit import thresholds
from audit.bench.figures import mean, spearman
from audit.bench.markdown import Cells, Section, number
from audit.bench.reader import Reader
from audit.bench.rows import Row, grouped

LEAST_SEGMENTS = 5
"""Segments from which what is there of an article is called one."""
DOCUMENTS = 25
"""Articles read, those first in the file: about a minute for some 15 systems."""
PEOPLE = "people (the references)"
HEADER: Cells = ("translated by", "comparisons won", "articles", "mean fluency", "lowest", "highest", "below the bar")
TEXT = (
    "The fluency of an article is the mean of its segments by words. Systems are in order of the comparisons they won "
    f"in people's eyes. The bar is {thresholds.LITERAL_FLUENCY:.0f}, below which a report says that an article reads "
    "as machine translation throughout."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Translator:
    """Who translated, the mean share of comparisons won (None for people), and the fluency of each article."""

    name: str
    won: float | None
    articles: tuple[float, ...]

    @property
    def below(self) -> float:
        """Share of the articles below the bar, 0–1."""
        return mean([float(fluency < thresholds.LITERAL_FLUENCY) for fluency in self.articles])


def measure(rows: Sequence[Row], reader: Reader) -> list[Translator]:
    """People first, then the systems, the most preferred first."""
    chosen = set(list(dict.fromkeys(row.segment[0] for row in rows))[:DOCUMENTS])
    held = [row for row in rows if row.segment[0] in chosen]
    references = {row.segment: row.reference for row in held if row.reference}
    people = grouped(list(references), lambda segment: segment[0])
    found = [_translator(PEOPLE, None, [[references[at] for at in segments] for segments in people.values()], reader)]
    systems = [_system(name, of, reader) for name, of in grouped(held, lambda row: row.system).items()]
    found += sorted(systems, key=lambda one: (-(one.won or 0.0), one.name))
    return [one for one in found if one.articles]


def _system(name: str, rows: Sequence[Row], reader: Reader) -> Translator:
    won = [row.scores["pref_win_rate"] for row in rows if "pref_win_rate" in row.scores]
    documents: Mapping[str, list[Row]] = grouped(rows, lambda row: row.segment[0])
    texts = [[row.target for row in segments] for segments in documents.values()]
    return _translator(name, mean(won) if won else None, texts, reader)


def _translator(name: str, won: float | None, documents: Sequence[Sequence[str]], reader: Reader) -> Translator:
    whole = [texts for texts in documents if len(texts) >= LEAST_SEGMENTS]
    scored = (_fluency(texts, reader) for texts in whole)
    return Translator(name=name, won=won, articles=tuple(one for one in scored if one is not None))


def _fluency(texts: Sequence[str], reader: Reader) -> float | None:
    read = zip(texts, reader.sentences(texts), strict=True)
    held = [(len(text.split()), fluency.score) for text, fluency in read if fluency.score is not None]
    total = sum(words for words, _ in held)
    return sum(words * score for words, score in held) / total if total else None


def sections(rows: Sequence[Row], reader: Reader) -> list[Section]:
    """The table by translator; none without articles."""
    held = measure(rows, reader)
    table = [HEADER, *(_cells(one) for one in held)]
    ranked = [(one.won, mean(one.articles)) for one in held if one.won is not None]
    text = TEXT
    if len(ranked) > 1:
        agreement = spearman([won for won, _ in ranked], [fluency for _, fluency in ranked])
        text += f" Over the {len(ranked)} systems with both, Spearman’s correlation is {agreement:.2f}."
    return [Section(title="Whole articles (WMT 2013)", text=text, rows=tuple(table))] if held else []


def _cells(one: Translator) -> Cells:
    low, high = number(min(one.articles), 1), number(max(one.articles), 1)
    won = "–" if one.won is None else number(one.won)
    return (one.name, won, str(len(one.articles)), number(mean(one.articles), 1), low, high, number(one.below, 2))
