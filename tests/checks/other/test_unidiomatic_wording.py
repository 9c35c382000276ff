"""Spans from the probabilities of words."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import thresholds
from audit.checks.other.unidiomatic_wording import unidiomatic_wording
from audit.document import Document, Paragraph, Role, Suspicion
from audit.finding import Finding, Severity
from audit.testing import findings
from tests.checks.test_laws import TEXTS
from tests.scorers.word_list import WordList

SURE, HALF, LOW = 0.8, 0.45, 0.1


def marked(text: str, *bad: str, bridge: str = "", target_lang: str = "en") -> list[str]:
    """The spans found in a text by a scorer that suspects some words, and half suspects one."""
    words = dict.fromkeys(bad, SURE) | ({bridge: HALF} if bridge else {})
    found = findings(unidiomatic_wording, text, scorer=WordList(words=words), target_lang=target_lang)
    return [finding.text for finding in found]


def everything(text: str) -> list[str]:
    """The spans found where every word is suspected."""
    return [finding.text for finding in findings(unidiomatic_wording, text, scorer=WordList(rest=SURE))]


@pytest.mark.parametrize(
    ("text", "bad", "bridge", "spans"),
    [
        ("The cat ran at the moon.", "ran at", "", ["ran at"]),
        ("The cat ran at the moon.", "ran moon", "", ["ran", "moon"]),
        ("A cat ran at the moon.", "ran the", "at", ["ran at the"]),
        ("A cat ran at the moon.", "ran the", "", ["ran", "the"]),
        ("The cat ran at.", "cat ran", "at", ["cat ran"]),
        ("The cat, (they ran) at night.", "cat they ran at", "", ["cat", "they ran", "at"]),
        ("They were glad, very glad.", "glad very", "", ["glad, very glad"]),
        ("It was said. The moon rose.", "said the", "", ["said", "The"]),
        ("So they said: “the moon!”", "said the moon", "", ["said", "the moon"]),
    ],
)
def test_suspects_that_stand_together_are_one_span(text: str, bad: str, bridge: str, spans: list[str]) -> None:
    """Joined when adjacent or half a suspect apart; parted by sentences and marks; trimmed of punctuation."""
    assert marked(text, *bad.split(), bridge=bridge) == spans


def test_two_half_suspects_bridge_nothing() -> None:
    """Only one word may part two suspects, however suspicious two are."""
    scorer = WordList(words={"ran": SURE, "at": HALF, "the": HALF, "moon": SURE})
    assert [f.text for f in findings(unidiomatic_wording, "Cats ran at the moon.", scorer=scorer)] == ["ran", "moon"]


def test_a_long_run_is_cut_where_it_is_least_suspected() -> None:
    """No piece is longer than what can be read, none is a single word left over, none ends on a bridge."""
    words = "cat dog hen cow pig fox owl rat ant bee elk".split()
    text = "The " + " ".join(words) + " ran."
    scorer = WordList(words=dict.fromkeys(words, SURE) | {"fox": 0.75})
    assert [f.text for f in findings(unidiomatic_wording, text, scorer=scorer)] == [
        "cat dog hen cow pig",
        "fox owl rat ant bee elk",
    ]
    bridged = WordList(words=dict.fromkeys(words, SURE) | {"pig": HALF})
    assert [f.text for f in findings(unidiomatic_wording, text, scorer=bridged)] == [
        "cat dog hen cow",
        "fox owl rat ant bee elk",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Zubizarreta",
        "Manchester United",
        "NATO",
        "1,250",
        "18:40",
        "https://example.org/never-there",
        "reader@example.org",
        "snake_case",
        "render()",
        "ayuntamiento",
        "日本",
    ],
)
def test_what_is_no_english_wording_is_silent(text: str) -> None:
    """Names, figures, addresses, code and words of other languages."""
    assert everything(f"Yesterday they saw {text} there.") == ["Yesterday they saw", "there"]


def test_a_common_word_before_a_name_is_no_name() -> None:
    """The article at the start of a sentence has its capital for another reason."""
    assert everything("The White House spoke.") == ["The", "spoke"]


def test_capitals_of_a_headline_in_title_case_say_nothing() -> None:
    """Only words unknown to English are names there."""
    assert marked("President Gives Account Of Storm Near Zubizarreta", "account", "of", "zubizarreta") == ["Account Of"]
    assert marked("STORM GIVES ACCOUNT OF ROOF", "account", "of") == ["ACCOUNT OF"]


@pytest.mark.parametrize(
    "text",
    [
        "A cat looks at the storm and the roof (Reuters).",
        "Leave a Reply",
        "By Ann Smith",
        "the moon comes down\nthe night is long\nand nothing sleeps",
        "The moon comes down,\nThe night is long,\nAnd nothing sleeps.",
    ],
)
def test_what_is_no_running_text_is_silent(text: str) -> None:
    """Captions, bylines, residue of the page and verse."""
    assert everything(f"The storm went on.\n\n{text}\n\nThe storm went on.") == ["The storm went on"] * 2


def test_quotations_in_verse_or_another_language_are_silent() -> None:
    """They are shown as they were written; a quotation in English is read."""
    assert everything("She read “the moon / the night / the sea” to them.") == ["She read", "to them"]
    assert everything("They cried “que viva la república, viva siempre” and left.") == ["They cried", "and left"]
    assert everything("They cried “long live the night” and left.") == ["They cried", "long live the night", "and left"]


def test_two_short_paragraphs_are_no_verse() -> None:
    """Neither is a run of short lines with blanks between."""
    assert everything("He left.\n\nShe stayed.\n\nNobody came.") == ["He left", "She stayed", "Nobody came"]


def found(probability: float) -> Finding:
    """The finding over a word of this probability."""
    (finding,) = findings(unidiomatic_wording, "The cat ran.", scorer=WordList(words={"ran": probability}))
    return finding


def test_the_worst_word_gives_severity_and_confidence() -> None:
    """Minor from the first bar, major from the second."""
    minor, major = found(thresholds.SUSPECT), found(thresholds.GRAVE)
    assert minor.severity is Severity.MINOR
    assert major.severity is Severity.MAJOR
    assert (minor.confidence, major.confidence) == tuple(
        map(thresholds.confidence, (thresholds.SUSPECT, thresholds.GRAVE))
    )
    assert major.evidence["suspicion"] == thresholds.GRAVE
    assert major.suggestion is None


def test_what_is_merely_doubted_is_a_span_of_its_own_away_from_surer_ones() -> None:
    """With less confidence; the word beside a suspect is part of what is told already."""
    scorer = WordList(words={"ran": SURE, "at": HALF, "night": HALF})
    sure, doubted = findings(unidiomatic_wording, "Cats ran at the dog by night.", scorer=scorer)
    assert (sure.text, doubted.text) == ("ran", "night")
    assert doubted.confidence < sure.confidence
    assert doubted.severity is Severity.MINOR


def test_only_english_is_judged() -> None:
    """The vocabulary that tells names from words is English."""
    assert marked("The cat ran.", "ran", target_lang="fr") == []


PROBABILITIES = st.floats(allow_nan=True, allow_infinity=True) | st.floats(0, 1)
WORDS = st.lists(st.tuples(st.integers(-3, 220), st.integers(-3, 220), PROBABILITIES), max_size=30)


@settings(max_examples=100, deadline=None)
@given(TEXTS, WORDS, st.sampled_from(Role))
def test_no_text_and_no_probabilities_make_it_fail(text: str, words: list[tuple[int, int, float]], role: Role) -> None:
    """Words out of bounds, overlapping, disordered, with any number: spans lie in the text and begin and end a word."""
    told = tuple(Suspicion(start=start, end=end, probability=probability) for start, end, probability in words)
    paragraph = Paragraph(index=0, start=0, end=len(text), text=text, role=role, suspicions=told)
    for finding in unidiomatic_wording.run(Document(id="a", text=text, paragraphs=(paragraph,))):
        assert finding.text == text[finding.start : finding.end]
        assert finding.text[0].isalnum()
        assert finding.text[-1].isalnum()
        assert 0 < finding.confidence < 1


@settings(max_examples=50, deadline=None)
@given(TEXTS, st.floats(0, 1))
def test_every_word_suspected_in_any_text_gives_spans_apart(text: str, probability: float) -> None:
    """Spans of one paragraph do not overlap, and none is longer than allowed."""
    held = findings(unidiomatic_wording, text, scorer=WordList(rest=probability))
    assert all(one.end <= other.start for one, other in pairwise(held))
    assert all(len(finding.text.split()) <= thresholds.MOST_WORDS for finding in held)
    assert not held or probability >= thresholds.DOUBTED


def test_a_very_long_paragraph_costs_no_more_a_word() -> None:
    """Ten thousand suspects, capitalised ones among them, in one sentence are done at once."""
    text = "Then the cat Zub Zub ran " * 2_000
    held = findings(unidiomatic_wording, text, scorer=WordList(rest=SURE))
    assert len(held) > 1_500
    assert not math.isnan(held[0].confidence)
