"""Laws of fixing: only spans change, a second run changes nothing, and nothing that was fixed is found again."""

from __future__ import annotations

import re
from html import escape as html_escape
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from audit.bench.annotated import articles
from audit.config import Config
from audit.document import Document
from audit.editing import raw_changes
from audit.finding import Finding
from audit.fixing.choice import edits, fixable
from audit.fixing.rounds import MOST_ROUNDS, Fixed, fix
from audit.ingest.rewriting import Reading, open_articles
from audit.pipeline import Auditor

CORPORA = Path(__file__).parents[2] / "corpora"
GOLD = {article.name: article.text for article in articles(CORPORA / "gold")}
SAMPLES = {
    "article.txt": "text",
    "article.html": "html",
    "feed.xml": "feed",
    "bilingual.xlf": "xliff",
    "bilingual-2.1.xlf": "xliff",
    "bilingual.tmx": "tmx",
    "bilingual.po": "po",
    "bilingual.csv": "csv",
}


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    """Every rule, nothing translated or scored."""
    return Auditor(Config(engine="none", scorer="none"))


def fixed(data: bytes, auditor: Auditor, *, unsafe: bool, input_format: str | None = "text") -> Fixed:
    """An article's bytes after their fixes."""
    file = open_articles("-", stdin=BytesIO(data), reading=Reading(input_format=input_format))
    return fix(file, auditor, unsafe=unsafe)


def without_spans(text: str, spans: list[tuple[int, int]]) -> str:
    """A text with spans, in order, cut out."""
    pieces, position = [], 0
    for start, end in spans:
        pieces.append(text[position:start])
        position = end
    return "".join([*pieces, text[position:]])


def check_laws(done: Fixed, auditor: Auditor, *, unsafe: bool) -> None:
    """The laws that hold for every file."""
    assert len(done.rounds) < MOST_ROUNDS
    assert not [finding for finding in done.left if fixable(finding, unsafe=unsafe)]
    again = fixed(done.file.data, auditor, unsafe=unsafe, input_format=done.file.reading.input_format)
    assert not again.changed
    files = [*(one.file for one in done.rounds), done.file]
    for one, after in zip(done.rounds, files[1:], strict=True):
        changes = sorted(change for pair in zip(one.file.documents, one.fixed, strict=True) for change in spans(*pair))
        moved, shift = [], 0
        for start, end, new in changes:
            moved.append((start + shift, start + shift + len(new)))
            shift += len(new) - (end - start)
        before = without_spans(one.file.text, [(start, end) for start, end, _ in changes])
        assert before == without_spans(after.text, moved)


def spans(document: Document, found: tuple[Finding, ...]) -> list[tuple[int, int, str]]:
    """What the fixes of an article may change in its file: where, and what is written there."""
    if document.raw is not None:
        return list(raw_changes(document, edits(found)))
    return [(finding.start, finding.end, finding.suggestion or "") for finding in found]


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("name", GOLD)
def test_the_laws_hold_for_annotated_articles(name: str, unsafe: bool, auditor: Auditor) -> None:  # noqa: FBT001
    """With and without unsafe fixes; clean articles stay as they are."""
    done = fixed(GOLD[name].encode(), auditor, unsafe=unsafe)
    check_laws(done, auditor, unsafe=unsafe)
    assert done.changed is not name.startswith("clean")


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_laws_hold_for_the_samples(name: str, unsafe: bool, auditor: Auditor) -> None:  # noqa: FBT001
    """Text, page, feed and bilingual files."""
    done = fixed((CORPORA / "samples" / name).read_bytes(), auditor, unsafe=unsafe, input_format=SAMPLES[name])
    assert done.changed
    check_laws(done, auditor, unsafe=unsafe)


def test_a_page_keeps_every_tag(auditor: Auditor) -> None:
    """The tags and attributes of a fixed page are those of the page, in order."""
    data = (CORPORA / "samples" / "article.html").read_bytes()
    done = fixed(data, auditor, unsafe=True, input_format="html")
    before, after = (
        [(node.tag, sorted(node.attrib.items())) for node in html.fromstring(held).iter() if isinstance(node.tag, str)]
        for held in (data, done.file.data)
    )
    assert before == after


TAG = re.compile(r"<[^>]*>")
FRAGMENTS = (
    "The mayor said that The town was quiet", "”A toast to them all” he said .", "«We will win», she said",
    "He left on monday..", "it was over", "Leave a Reply", "[ad_1]", "&nbsp;", "<br>", "</p><p>", "the the end",
    "¿Why not?", "Photo: EFE", "a_1-b.jpg", "cafÃ© and more", " , ", ". .", "“ It", "fairness ”", "She was here.",
    "\n\n", "\r\n", "\u00a0", "„word“", "end.The", "READ MORE: this", "(…)", "he counts with three cars", "\ufeff",
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=st.lists(st.sampled_from(FRAGMENTS), max_size=12), unsafe=st.booleans())
def test_the_laws_hold_for_any_mixture_of_artifacts(parts: list[str], unsafe: bool) -> None:  # noqa: FBT001
    """Whatever stands beside what, fixing ends and changes no more than it says."""
    auditor = Auditor(Config(engine="none", scorer="none"))
    check_laws(fixed(" ".join(parts).encode(), auditor, unsafe=unsafe), auditor, unsafe=unsafe)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    parts=st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8),
    tags=st.lists(st.sampled_from("bia"), max_size=4),
)
def test_a_page_of_any_mixture_keeps_its_tags(parts: list[str], tags: list[str]) -> None:
    """Tags stand around and inside artifacts, and all of them stay where they were."""
    words = [html_escape(part) for part in parts]
    for i, tag in enumerate(tags):
        at = i % len(words)
        half = len(parts[at]) // 2 if parts[at].isalnum() else 0
        words[at] = f"{words[at][:half]}<{tag}>{words[at][half:]}</{tag}>"
    page = f"<html><body><article><h1>A title of the day</h1><p>{' '.join(words)}</p></article></body></html>"
    done = fixed(page.encode(), Auditor(Config(engine="none", scorer="none")), unsafe=True, input_format="html")
    assert TAG.findall(done.file.text) == TAG.findall(page)


def test_fixes_over_the_same_words_take_a_round_each(auditor: Auditor) -> None:
    """Of two that overlap one waits; both are made in the end."""
    text = "A headline of the day\n\nThe sign on the wall of the house says «tourist» and no more.\n"
    done = fixed(text.encode(), auditor, unsafe=False)
    assert len(done.rounds) == 2
    assert "“tourist”" in done.file.text


def test_all_entries_of_a_feed_are_fixed(auditor: Auditor) -> None:
    """One file, several articles; what is not in a span stays byte for byte."""
    data = (CORPORA / "samples" / "feed.xml").read_bytes()
    done = fixed(data, auditor, unsafe=False, input_format="feed")
    assert sum(bool(found) for found in done.rounds[0].fixed) > 1
    assert done.file.data.count(b"<") == data.count(b"<")


def test_a_title_and_the_line_that_repeats_it_are_both_fixed(auditor: Auditor) -> None:
    """A reader leaves out a title that its content begins with, until the two differ; neither may be lost."""
    line = "The mayor said that ”enough” is enough in the town , he said"
    feed = (
        f"<rss version='2.0'><channel><title>t</title><item><title>{line}</title>"
        f"<description><![CDATA[<h1>{line}</h1><p>The council left.</p>]]></description></item></channel></rss>"
    )
    done = fixed(feed.encode(), auditor, unsafe=False, input_format="feed")
    assert done.file.text.count("The mayor said that “enough” is enough in the town, he said<") == 2
    check_laws(done, auditor, unsafe=False)
