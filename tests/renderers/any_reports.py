"""Reports that hold anything at all, for formats that must hold whatever an article does."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from audit.document import Document, Role
from audit.finding import Finding, Severity
from audit.report import Report
from tests.renderers.reports import document, finding, report

ANY = st.text(st.characters(exclude_categories=()), max_size=40)
HARD = st.sampled_from(
    [
        *"| `| `` ]]> <!-- --> & @editor #12 ![x](http://x.example) ::error:: %0A * <b> www.example.org".split(),
        *("\x00", "\ud83d", "\ufffe", "\r\n", "[[ATTACHMENT|x]]"),
    ]
)
TEXT = st.one_of(ANY, st.lists(st.one_of(HARD, ANY), max_size=4).map(" ".join))
"""Any text, surrogates and controls included, often with what means something to a format."""


@st.composite
def findings(draw: st.DrawFn, article: Document) -> Finding:
    """A finding of the article with anything in it."""
    start = draw(st.integers(0, len(article.text) - 1))
    end = draw(st.integers(start + 1, len(article.text)))
    held = finding(
        article,
        article.text[start:end],
        name=draw(TEXT),
        message=draw(TEXT),
        suggestion=draw(st.none() | TEXT),
        category=draw(st.sampled_from(["accuracy/addition", "style", ""]) | TEXT),
        severity=draw(st.sampled_from(Severity)),
        baseline=draw(st.sampled_from(["new", "unchanged", None])),
        accepted=draw(st.none() | TEXT),
    )
    return replace(held, start=start, end=end)


@st.composite
def any_reports(draw: st.DrawFn) -> Report:
    """A report with any text in every place that may hold one."""
    article = document(((Role.BODY, draw(TEXT)),), id=draw(TEXT), path=draw(st.none() | TEXT))
    return report(article, *draw(st.lists(findings(article), max_size=3)))
