"""Articles apart from the page around them."""

from __future__ import annotations

from audit.detached import detached, put_back, spanned
from audit.document import Document, RawMap
from audit.finding import Finding, Severity
from audit.ingest.feed import read_feed
from audit.report import Report, Scores

FINDING = Finding(
    rule="X", name="x", paragraph=0, start=1, end=3, text="bc", category="c", its_type="t",
    severity=Severity.MINOR, confidence=1.0, message="m",
)  # fmt: skip


def report(document: Document) -> Report:
    """A report with a finding that is told and one that is accepted."""
    return Report(
        document=document,
        issues=(FINDING,),
        accepted=(FINDING,),
        scores=Scores(),
        paragraph_scores=(),
        signature="s",
    )


def entries(before: str = "") -> list[Document]:
    """The articles of a feed of two, with something else before them."""
    items = "".join(f"<item><title>T{n} &amp; more</title><description>Body {n}.</description></item>" for n in (1, 2))
    feed = f'<rss version="2.0"><channel><title>F</title><description>{before}</description>{items}</channel></rss>'
    return list(read_feed(feed, Document(id="feed", text="")))


def test_the_rest_of_the_feed_does_not_matter() -> None:
    """What stands before an entry or after it changes nothing of the entry apart."""
    first, second = (
        [(own.text, own.raw.raw, list(own.raw.ranges)) for own in map(detached, entries(before)) if own.raw]
        for before in ("", "Stories of the week")
    )
    assert first == second
    assert first[0][1].startswith("T1 &amp; more")
    assert first[0][1].endswith("Body 1.")


def test_places_are_those_of_the_page_again() -> None:
    """Findings get the range that their span has in the raw page, wherever the entry lies."""
    for document in entries("Stories"):
        back = put_back(report(detached(document)), document)
        assert document.raw is not None
        assert back.document == document
        for finding in (*back.issues, *back.accepted):
            assert (finding.raw_start, finding.raw_end) == document.raw.locate(1, 3)


def test_an_article_without_a_page_stays_as_it_is() -> None:
    """Plain text has no raw page, and its findings no place there."""
    document = Document(id="a", text="abcd")
    assert detached(document) is document
    assert put_back(report(document), document).issues == (FINDING,)


def test_an_article_that_is_nowhere_on_its_page_spans_nothing() -> None:
    """As where all of it was made up."""
    raw = RawMap(raw="page", ranges=[None, None])
    assert spanned(raw) == (0, 0)
    own = detached(Document(id="a", text="ab", raw=raw)).raw
    assert own is not None
    assert (own.raw, list(own.ranges)) == ("", [None, None])
