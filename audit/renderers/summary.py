"""The end of the terminal report: which rules fired, and how the articles compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from audit.finding import Severity
from audit.renderers.verdict import amount, counted, severities, tally
from audit.renderers.wrapping import lines
from audit.report import Report, Scores
from audit.visible import visible

MOST_RULES = 15
"""Rules listed in the summary: with their frame and the verdict they stay within a screen of 24 lines."""


class Summary:
    """What is kept of the reports that went by: counts and scores, never the texts."""

    def __init__(self) -> None:
        self._rules: Counter[tuple[str, str]] = Counter()
        self._articles: list[tuple[str, Scores, Counter[Severity]]] = []

    def add(self, report: Report) -> None:
        """Count one report."""
        self._rules.update((issue.rule, issue.name) for issue in report.issues)
        self._articles.append((report.document.id, report.scores, counted(report)))

    @property
    def several(self) -> bool:
        """Whether there was more than one report."""
        return len(self._articles) > 1

    def parts(self, width: int) -> Iterator[RenderableType]:
        """The table of rules, and with several articles their table and one line over all."""
        if self._rules:
            yield self._rule_table()
            yield Text()
        if self.several:
            yield self._article_table()
            yield Text()
            yield from (Text(line, "bold") for line in lines(self._total(), width))

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


def _table(*columns: tuple[str, str]) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim")
    for header, side in columns:
        table.add_column(header, justify="right" if side == "right" else "left", overflow="fold")
    return table
