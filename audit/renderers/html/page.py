"""All reports as one page: what stands above the articles, and the articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from audit.amount import amount
from audit.finding import Severity
from audit.renderers.html.articles import ArticleView, article
from audit.renderers.html.charts import Bin, histogram
from audit.renderers.html.rule_notes import RuleNote, rule_notes
from audit.renderers.html.sheet import Sheet, sheet
from audit.renderers.verdict import counted, severities, tally
from audit.report import Report
from audit.rule_text import RuleText


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An article in the overview; `fluency` is None where it is not scored."""

    index: int
    title: str
    words: int
    findings: int
    serious: int
    mqm: float
    fluency: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything the template shows; `severities` are the counts of findings, the worst first."""

    title: str
    summary: str
    articles: tuple[ArticleView, ...]
    overview: tuple[Row, ...]
    histogram: tuple[Bin, ...]
    rules: tuple[RuleNote, ...]
    severities: tuple[tuple[Severity, int], ...]
    findings: int
    sheet: Sheet


def page(reports: Sequence[Report], rules: Mapping[str, RuleText]) -> Page:
    """The page of the reports, in their order; `rules` are the texts of the rules by id."""
    issues = [issue for report in reports for issue in report.issues]
    notes = rule_notes(issues, rules)
    places = {(note.id, note.name): note.index for note in notes}
    offsets = accumulate((len(report.issues) for report in reports), initial=0)
    articles = tuple(
        article(index, report, offset, places)
        for index, (report, offset) in enumerate(zip(reports, offsets, strict=False))
    )
    counts = Counter(issue.severity for issue in issues)
    several = len(articles) > 1
    return Page(
        title=articles[0].title if len(articles) == 1 else amount(len(articles), "article"),
        summary=_summary(reports, counts),
        articles=articles,
        overview=tuple(map(_row, articles)) if several else (),
        histogram=histogram(one for report in reports for one in report.paragraph_scores) if several else (),
        rules=notes,
        severities=tuple((level, counts[level]) for level in reversed(Severity) if counts[level]),
        findings=len(issues),
        sheet=sheet(reports),
    )


def _summary(reports: Sequence[Report], counts: Counter[Severity]) -> str:
    if not reports:
        return "No articles to audit."
    words = amount(sum(report.scores.words for report in reports), "word")
    told = f" ({severities(counts)})" if counts else ""
    return f"{tally(counts)} in {words}{told}"


def _row(view: ArticleView) -> Row:
    counts, scores = counted(view.report), view.report.scores
    return Row(
        index=view.index,
        title=view.title,
        words=scores.words,
        findings=counts.total(),
        serious=counts[Severity.MAJOR] + counts[Severity.CRITICAL],
        mqm=scores.mqm,
        fluency=scores.fluency,
    )
