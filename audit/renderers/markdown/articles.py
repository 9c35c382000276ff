"""What the articles of a run amount to: a line over all of them, and a table with a row each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from audit.amount import amount
from audit.finding import Severity
from audit.renderers.markdown.escaping import plain
from audit.renderers.quoting import shortened
from audit.renderers.standing import known, new
from audit.renderers.verdict import fluency, severities
from audit.report import Report

MOST_ARTICLES = 50
"""Rows of the table: more than a reader compares, and with the longest names half of what a comment holds."""
LONGEST_NAME = 80
"""Code points of an article's name in the table."""
_LEVELS = tuple(reversed(Severity))
_COLUMNS = ("words", "fluency", "MQM", *(level.value for level in _LEVELS), "known", "fixed")


def overall(reports: Sequence[Report]) -> str:
    """How many new artifacts there are in all, how grave they are, and how many are known or fixed."""
    counts = sum(map(_counts, reports), Counter[Severity]())
    old = sum(len(known(report)) for report in reports)
    gone = sum(len(report.fixed) for report in reports)
    compared = any(report.fixed or any(issue.baseline for issue in report.issues) for report in reports)
    kind = "new artifact" if compared else "artifact"
    told = f"{amount(counts.total(), kind)} ({severities(counts)})" if counts else f"No {kind}s"
    seen = "".join(f"; {number:,} {word}" for number, word in ((old, "known"), (gone, "fixed")) if number)
    return f"{told} in {amount(len(reports), 'article')}{seen}."


def table(reports: Sequence[Report]) -> list[str]:
    """The lines of the table: figures of each article, its new findings by severity; then what has no row.

    Where there are too many articles, those without new findings go first.
    """
    if not reports:
        return []
    ranked = sorted(range(len(reports)), key=lambda i: not new(reports[i]))
    shown = [reports[i] for i in sorted(ranked[:MOST_ARTICLES])]
    rest = [reports[i] for i in ranked[MOST_ARTICLES:]]
    head = f"| article | {' | '.join(_COLUMNS)} |"
    return [head, f"| --- |{' ---: |' * len(_COLUMNS)}", *map(_row, shown), *_others(rest)]


def _row(report: Report) -> str:
    counts, scores = _counts(report), report.scores
    cells = (
        plain(shortened(report.document.id, LONGEST_NAME)),
        f"{scores.words:,}",
        fluency(scores) or "–",
        f"{scores.mqm:.1f}",
        *(str(counts[level]) for level in _LEVELS),
        str(len(known(report))),
        str(len(report.fixed)),
    )
    return f"| {' | '.join(cells)} |"


def _others(rest: Sequence[Report]) -> Iterator[str]:
    if rest:
        found = sum(len(new(report)) for report in rest)
        yield ""
        yield f"And {amount(len(rest), 'more article')} with {amount(found, 'new finding')}."


def _counts(report: Report) -> Counter[Severity]:
    return Counter(issue.severity for issue in new(report))
