"""Suggestions for findings that came without."""

from __future__ import annotations

import pytest

from audit.back_translation.cache import Cache
from audit.back_translation.suggestions import suggested
from audit.back_translation.surprisal import rendered
from audit.back_translation.translation import translate_paragraphs
from audit.finding import Finding, Severity
from audit.scorer import Scorer
from audit.scorers.none import NoScorer
from tests.back_translation.glossary import article
from tests.back_translation.reader import Reader
from tests.scorers.word_list import WordList

TEXT = "It rained. He met with his pair of Russia on Monday."
GOOD = "He met with his opposite of Russia on Monday"


def finding(phrase: str = "pair", category: str = "other", suggestion: str | None = None) -> Finding:
    """A finding over a phrase of the text."""
    start = TEXT.index(phrase)
    return Finding(
        rule="T1", name="test", paragraph=0, start=start, end=start + len(phrase), text=phrase, category=category,
        its_type="uncategorized", severity=Severity.MINOR, confidence=0.5, message="told", suggestion=suggestion,
    )  # fmt: skip


def told(one: Finding, *ways: str, known: str = GOOD, scorer: Scorer | None = None) -> Finding:
    """The finding after a reader that knows good English was asked."""
    reader, cache = Reader(known, {"He met with his": ways}), Cache()
    document = translate_paragraphs(article(TEXT), reader, cache)
    return suggested([one], document, rendered(document, reader, cache), reader, scorer or NoScorer())[0]


def test_a_likelier_wording_is_suggested() -> None:
    """With what it gains, and never as a safe fix."""
    held = told(finding(), "opposite of Russia on Monday.")
    assert (held.suggestion, held.fix) == ("opposite", "unsafe")
    assert held.evidence["likelier_by"] == pytest.approx(11.0)


@pytest.mark.parametrize(
    ("way", "known"),
    [
        ("homólogo of Russia on Monday.", GOOD.replace("opposite", "homólogo")),
        ("“opposite” of Russia on Monday.", GOOD),
        ("opposite of Russia on Monday.", TEXT),
        ("opposite of Russia on Monday.", ""),
        ("pair of Russia on Monday.", GOOD),
    ],
)
def test_nothing_else_is(way: str, known: str) -> None:
    """No unknown words, no marks, nothing that makes the sentence no likelier, and not the same again."""
    assert told(finding(), way, known=known).suggestion is None


@pytest.mark.parametrize("category", ["linguistic conventions/punctuation", "design and markup/markup"])
def test_only_wording_is_reworded(category: str) -> None:
    """A mark is no phrase."""
    assert told(finding(category=category), "opposite of Russia on Monday.").suggestion is None


def test_a_suggestion_of_the_rule_stays() -> None:
    """Rules know better."""
    assert told(finding(suggestion="counterpart"), "opposite of Russia on Monday.").suggestion == "counterpart"


def test_the_scorer_has_a_say() -> None:
    """What it finds less fluent is no suggestion, what it finds as fluent is."""
    ways = "opposite of Russia on Monday."
    assert told(finding(), ways, scorer=WordList(words={"opposite": 0.9})).suggestion is None
    assert told(finding(), ways, scorer=WordList(words={"pair": 0.9})).suggestion == "opposite"
