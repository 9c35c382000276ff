"""Which findings a baseline knows, and which of its own are fixed."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from audit.baseline.entries import Baseline
from audit.baseline.entries import known as entry_of
from audit.baseline.marking import marked
from audit.document import Role
from audit.report import Report
from tests.baseline.known import known
from tests.renderers.reports import document, finding, report


def article(name: str, *texts: str) -> Report:
    """An article of the texts, each a finding that is a paragraph of its own."""
    held = document(tuple((Role.BODY, text) for text in texts), id=name)
    found = [
        replace(finding(held, text), start=p.start, end=p.end, paragraph=p.index)
        for p, text in zip(held.paragraphs, texts, strict=True)
    ]
    return report(held, *found)


def baseline(*reports: Report) -> Baseline:
    """The baseline of articles."""
    return Baseline().renewed(reports)


def told(reports: list[Report]) -> list[list[str | None]]:
    """What is told of each finding of each article."""
    return [[issue.baseline for issue in one.issues] for one in reports]


def test_what_was_there_is_unchanged_and_the_rest_is_new() -> None:
    """By content: the order of paragraphs and of articles does not matter."""
    held = baseline(article("a", "one", "two"), article("b", "three"))
    reports = marked([article("b", "four", "three"), article("a", "two", "one")], held)
    assert told(reports) == [["new", "unchanged"], ["unchanged", "unchanged"]]
    assert [one.fixed for one in reports] == [(), ()]


def test_an_entry_excuses_one_finding() -> None:
    """The same residue once more is new."""
    reports = marked([article("a", "Leave a Reply", "Leave a Reply")], baseline(article("a", "Leave a Reply")))
    assert told(reports) == [["unchanged", "new"]]


def test_an_article_answers_for_its_own_findings() -> None:
    """What another article of the run has is no excuse for a new one."""
    old = [article(name, "Leave a Reply") for name in "ab"]
    reports = marked([article("new", "Leave a Reply"), *old], baseline(*old))
    assert told(reports) == [["new"], ["unchanged"], ["unchanged"]]


def test_an_article_that_moved_keeps_its_findings() -> None:
    """Its entries excuse the same findings in another article, once, where its own name is not in the run."""
    held = baseline(article("old", "one"))
    assert told(marked([article("moved", "one", "two")], held)) == [["unchanged", "new"]]
    assert told(marked([article("copy", "one"), article("moved", "one")], held)) == [["unchanged"], ["new"]]
    assert told(marked([article("moved", "one"), article("copy", "one")], held)) == [["new"], ["unchanged"]]


def test_fixed_findings_are_told_with_their_article() -> None:
    """Those of articles that were not audited are not."""
    one, other = article("a", "one", "two"), article("b", "three")
    reports = marked([article("a", "two")], baseline(one, other))
    assert [one.fixed for one in reports] == [(entry_of(one.issues[0], "a"),)]


def test_a_rejected_finding_is_known_with_its_reason() -> None:
    """As the reviewer gave it; one without a reason is only known."""
    reports = [article("a", "one", "two")]
    first, second = reports[0].issues
    held = Baseline(
        entries=(
            known(fingerprint=first.fingerprint, article="a", reason="house style"),
            known(fingerprint=second.fingerprint, article="a"),
        )
    )
    assert [issue.accepted for issue in marked(reports, held)[0].issues] == ["house style", None]


TEXTS = st.lists(st.sampled_from(["one", "two", "three"]), max_size=4)
ARTICLES = st.dictionaries(st.sampled_from("abcd"), TEXTS, max_size=4)


@given(ARTICLES, ARTICLES, st.randoms())
def test_the_order_of_articles_changes_nothing(
    before: dict[str, list[str]], now: dict[str, list[str]], dice: Random
) -> None:
    """Neither in the baseline nor in the run."""
    held = baseline(*(article(name, *texts) for name, texts in before.items()))
    reports = [article(name, *texts) for name, texts in now.items()]
    shuffled = list(reports)
    dice.shuffle(shuffled)
    first = {one.document.id: one for one in marked(reports, held)}
    second = {one.document.id: one for one in marked(shuffled, held)}
    assert first == second


@given(ARTICLES)
def test_an_unchanged_run_has_nothing_new_and_nothing_fixed(now: dict[str, list[str]]) -> None:
    """Right after the baseline is written."""
    reports = [article(name, *texts) for name, texts in now.items()]
    after = marked(reports, baseline(*reports))
    assert not any(one.fixed for one in after)
    assert all(issue.baseline == "unchanged" for one in after for issue in one.issues)
