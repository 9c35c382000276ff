"""Laws of fixing: only spans change, a second run changes nothing, and nothing that was fixed is found again."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from audit.bench.annotated import articles
from audit.config import Config
from audit.fixing.choice import fixable
from audit.fixing.rounds import MOST_ROUNDS, Fixed, fix
from audit.ingest.rewriting import Reading, open_articles
from audit.pipeline import Auditor

CORPORA = Path(__file__).parents[2] / "corpora"
GOLD = {article.name: article.text for article in articles(CORPORA / "gold")}
SAMPLES = ("article.txt", "article.html", "feed.xml")


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
        if one.file.marked:
            continue
        (found,), text, shift = one.fixed, after.text, 0
        spans = [(finding.start, finding.end) for finding in found]
        moved = []
        for finding in found:
            length = len(finding.suggestion or "")
            moved.append((finding.start + shift, finding.start + shift + length))
            shift += length - (finding.end - finding.start)
        assert without_spans(one.file.text, spans) == without_spans(text, moved)


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
    """Text, page and feed."""
    done = fixed((CORPORA / "samples" / name).read_bytes(), auditor, unsafe=unsafe, input_format=None)
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
