"""The end of the terminal report: which rules fired, and how the articles compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from audit.amount import amount
from audit.finding import Severity
from audit.renderers.verdict import counted, fluency, severities, tally
from audit.renderers.wrapping import lines
from audit.report import Report, Scores
from audit.visible import visible

MOST_RULES = 15
"""Rules listed in the summary: with their frame and the verdict they stay within a screen of 24 lines."""


LEAST_SCORED = 4
"""Scored paragraphs from which an article's worst are listed: fewer are all on the screen with their scores."""
WORST = 3
"""Paragraphs listed as the worst: where an editor would begin."""
OPENING = 40
"""Code points of a paragraph that tell it from others: about seven words, and they fit beside figures in 80 columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Worst:
    """A paragraph with a low score, by its first words."""

    article: str
    paragraph: int
    scores: Scores
    opening: str


class Summary:
    """What is kept of the reports that went by: counts, scores and a few first words, never the texts."""

    def __init__(self) -> None:
        self._known = 0
        self._worst: list[_Worst] = []
        self._rules: Counter[tuple[str, str]] = Counter()
        self._articles: list[tuple[str, Scores, Counter[Severity]]] = []

    def add(self, report: Report) -> None:
        """Count one report."""
        new = report.untold
        self._known += len(report.issues) - len(new)
        self._rules.update((issue.rule, issue.name) for issue in new)
        self._articles.append((report.document.id, report.scores, counted(report)))
        self._worst = nsmallest(WORST, [*self._worst, *_scored(report)], key=lambda one: one.scores.fluency or 0.0)

    @property
    def several(self) -> bool:
        """Whether there was more than one report."""
        return len(self._articles) > 1

    def parts(self, width: int) -> Iterator[RenderableType]:
        """The table of rules, that of the worst paragraphs, and with several articles theirs and a line over all."""
        if self._rules:
            yield self._rule_table()
            yield Text()
        if self._worst:
            yield self._worst_table()
            yield Text()
        if self.several:
            yield self._article_table()
            yield Text()
            yield from (Text(line, "bold") for line in lines(self._total(), width))
            if self._known:
                yield Text(f"{self._known} of them known to the baseline and not shown.", "dim")

    def _total(self) -> str:
        words = sum(scores.words for _, scores, _ in self._articles)
        clean = sum(not counts for _, _, counts in self._articles)
        counts = sum((held for _, _, held in self._articles), Counter[Severity]())
        told = f" ({severities(counts)})" if counts else ""
        return (
            f"{tally(counts)} in {amount(words, 'word')} of {len(self._articles)} articles{told}; {clean} without any."
        )

    def _rule_table(self) -> Table:
        table = _table(("rule", "left"), ("name", "left"), ("findings", "right"))
        ranked = sorted(self._rules.items(), key=lambda item: (-item[1], item[0]))
        for (rule, name), count in ranked[:MOST_RULES]:
            table.add_row(Text(rule), Text(visible(name)), str(count))
        if rest := ranked[MOST_RULES:]:
            table.add_row("", f"{len(rest)} more", str(sum(count for _, count in rest)))
        return table

    def _worst_table(self) -> Table:
        named = [("article", "left")] if self.several else []
        table = _table(*named, ("paragraph", "right"), ("the least fluent begin", "left"), ("fluency", "right"))
        for one in self._worst:
            article = [Text(visible(one.article))] if self.several else []
            table.add_row(*article, str(one.paragraph), Text(one.opening), fluency(one.scores))
        return table

    def _article_table(self) -> Table:
        figures = ("words", "artifacts", "major+", "MQM", "fluency")
        table = _table(("article", "left"), *((figure, "right") for figure in figures))
        for name, scores, counts in self._articles:
            table.add_row(
                Text(visible(name)),
                f"{scores.words:,}",
                str(counts.total()),
                str(counts[Severity.MAJOR] + counts[Severity.CRITICAL]),
                f"{scores.mqm:.1f}",
                "–" if scores.fluency is None else f"{scores.fluency:.0f}",
            )
        return table


def _scored(report: Report) -> list[_Worst]:
    """The scored paragraphs of an article, where there are enough of them for some to be the worst."""
    pairs = zip(report.document.paragraphs, report.paragraph_scores, strict=True)
    held = [
        _Worst(article=report.document.id, paragraph=one.index, scores=scores, opening=_opening(one.text))
        for one, scores in pairs
        if scores.fluency is not None
    ]
    return held if len(held) >= LEAST_SCORED else []


def _opening(text: str) -> str:
    """The first words of a text, cut at a space where there is one."""
    start = " ".join(text[: 2 * OPENING].split())
    if len(start) <= OPENING:
        return visible(start)
    return visible(start[: OPENING + 1].rpartition(" ")[0] or start[:OPENING]) + " …"


def _table(*columns: tuple[str, str]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim")
    for header, side in columns:
        table.add_column(header, justify="right" if side == "right" else "left", overflow="fold")
    return table
