"""The comment on a pull request."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.finding import Severity
from audit.renderers.markdown.renderer import FOLDED, LARGEST, MARKER, OPEN, MarkdownRenderer
from audit.report import Report
from tests.renderers.any_reports import any_reports
from tests.renderers.markdown.reading import kinds, tokens
from tests.renderers.reports import clean, document, finding, flawed, hostile, report

ARTICLE = document()
OURS = {
    *(f"{kind}_{side}" for kind in ("bullet_list", "list_item", "paragraph", "strong") for side in ("open", "close")),
    *(f"{kind}_{side}" for kind in ("table", "thead", "tbody", "tr", "th", "td") for side in ("open", "close")),
    *("inline", "text", "text_special", "code_inline", "html_block"),
}
"""All the markup that a comment has."""


def written(*reports: Report) -> str:
    """The comment on the reports."""
    stream = io.StringIO(newline="")
    MarkdownRenderer({}).render(reports, stream, colour=False, width=None)
    return stream.getvalue()


def test_it_begins_with_a_marker_a_verdict_and_the_table() -> None:
    """By the marker a job finds its comment again."""
    lines = written(flawed(), clean()).split("\n")
    assert lines[0] == MARKER == "<!-- audit -->"
    assert lines[1].startswith("**4 new artifacts (")
    assert lines[3].startswith("| article |")


def test_the_gravest_new_findings_come_first_with_place_remedy_and_reason() -> None:
    """Known ones are in the table only."""
    seen = finding(ARTICLE, "45.000", baseline="unchanged")
    minor = finding(ARTICLE, "Envoys", suggestion="", message="*no* name")
    major = finding(ARTICLE, "”We", suggestion="“We", severity=Severity.MAJOR, message="why")
    told = [line for line in written(report(ARTICLE, minor, seen, major)).split("\n") if line.startswith("- ")]
    assert told == [
        "- **major** `news/envoys.txt:13:1` `”We` → `“We` – why (LIN115 punctuation-spacing)",
        "- **minor** `news/envoys.txt:1:1` `Envoys` → delete – &#42;no&#42; name (LIN115 punctuation-spacing)",
    ]


def test_a_clean_run_is_a_verdict_and_a_table() -> None:
    """No list, and nothing to unfold."""
    text = written(clean())
    assert "No artifacts in 1 article." in text
    assert "\n- " not in text
    assert "<details>" not in text


def test_more_than_a_screen_is_folded_and_more_than_a_comment_holds_is_counted() -> None:
    """The first ones stand open."""
    text = written(report(ARTICLE, *[finding(ARTICLE, "45.000")] * (OPEN + FOLDED + 7)))
    before, _, after = text.partition("<details><summary>")
    assert before.count("\n- ") == OPEN
    assert after.startswith(f"{FOLDED} more</summary>\n\n- ")
    assert after.endswith("\n\n</details>\n\n7 more are not shown here.\n")
    assert written(report(ARTICLE, *[finding(ARTICLE, "45.000")] * (OPEN + FOLDED + 1))).endswith(
        "\n\n1 more is not shown here.\n"
    )


def test_it_is_never_longer_than_a_comment_may_be() -> None:
    """Though everything is long and every character needs an escape."""
    article = document(id="|" * 500, path="`" * 500)
    issues = [finding(article, "45.000", message="|" * 500, name="*" * 500, suggestion="`" * 500)] * 100
    reports = [report(article, *issues)] * 200
    text = written(*reports)
    assert len(text) <= LARGEST
    assert text.endswith(" more are not shown here.\n")


def test_the_order_of_files_does_not_matter() -> None:
    """The same bytes for the same articles."""
    assert written(flawed(), clean(), hostile()) == written(hostile(), clean(), flawed())


@settings(deadline=None)
@given(st.lists(any_reports(), max_size=3))
def test_no_report_brings_markup_of_its_own(held: list[Report]) -> None:
    """A row an article, an item a new finding, and of HTML only what is ours."""
    text = written(*held)
    assert kinds(text) <= OURS
    found = tokens(text)
    assert sum(token.type == "tr_open" for token in found) == (len(held) + 1 if held else 0)
    new = sum(issue.accepted is None and issue.baseline != "unchanged" for one in held for issue in one.issues)
    assert sum(token.type == "list_item_open" for token in found) == new
    assert [token.content for token in found if token.type == "html_block"] == [f"{MARKER}\n"]
