"""The second opinion on findings of rules."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import thresholds
from audit.document import Document, Paragraph, Suspicion
from audit.finding import Finding
from audit.scorer import Fluency
from audit.suspicion import weighed, with_suspicions
from tests.test_selection import finding

TEXT = "ab He said."
CALQUE = {"category": "accuracy/mistranslation", "confidence": 0.6}


def document(*probabilities: float) -> Document:
    """One paragraph whose words, from the first, have these probabilities."""
    spans = [(0, 2), (3, 5), (6, 10)]
    words = tuple(
        Suspicion(start=start, end=end, probability=p)
        for (start, end), p in zip(spans[: len(probabilities)], probabilities, strict=True)
    )
    paragraph = Paragraph(index=0, start=0, end=len(TEXT), text=TEXT, suspicions=words)
    return Document(id="a", text=TEXT, paragraphs=(paragraph,))


def after(probability: float, **changed: object) -> Finding:
    """The finding over the second word, weighed with its probability."""
    (one,) = weighed([finding(**{**CALQUE, **changed})], document(0.99, probability, 0.99))
    return one


def test_the_model_moves_a_rule_that_may_be_wrong() -> None:
    """Up where it agrees, down where it does not, nowhere at the base; only its own words count."""
    assert after(0.9).confidence > 0.6 > after(0.02).confidence
    assert math.isclose(after(thresholds.GATE_BASE).confidence, 0.6)
    assert after(0.9).evidence["suspicion"] == 0.9


def test_log_odds_add_up() -> None:
    """Even odds, and a word nine times as likely wrong as right against a base of one in ten: 4.39 × the weight."""
    gained = math.log(0.9 / 0.1) - math.log(thresholds.GATE_BASE / (1 - thresholds.GATE_BASE))
    expected = 1 / (1 + math.exp(-thresholds.GATE_WEIGHT * gained))
    assert math.isclose(after(0.9, confidence=0.5).confidence, expected)


def test_an_ambiguous_entry_opens_only_when_the_model_agrees() -> None:
    """Under the default bar alone and against the model, over it with the model."""
    alone = thresholds.AMBIGUOUS_CONFIDENCE
    assert after(0.9, confidence=alone).confidence > 0.5 > after(0.05, confidence=alone).confidence


@pytest.mark.parametrize(
    "changed",
    [
        {"confidence": 0.9},
        {"category": "linguistic conventions/punctuation"},
        {"category": "linguistic conventions/spelling"},
        {"category": "locale conventions/number format"},
        {"category": "design and markup/page residue"},
        {"category": "terminology/inconsistent use"},
        {"category": "accuracy/omission"},
        {"category": "other"},
        {"evidence": {"suspicion": 0.7}},
        {"paragraph": 7},
        {"start": 10, "end": 11},
    ],
)
def test_what_the_model_cannot_judge_stays(changed: dict[str, object]) -> None:
    """Sure rules, surface form, evidence from elsewhere, the model's own, and text that nobody read."""
    before = finding(**{**CALQUE, **changed})
    assert weighed([before], document(0.99, 0.99, 0.99)) == [before]


def test_without_a_scorer_nothing_moves() -> None:
    """No words, no opinion."""
    before = finding(**CALQUE)
    assert weighed([before], document()) == [before]


@given(st.floats(allow_nan=True, allow_infinity=True), st.floats(0, 1))
def test_any_number_gives_a_confidence(probability: float, confidence: float) -> None:
    """Always a share, and monotone: agreement never lowers it below disagreement."""
    assert 0 <= after(probability, confidence=confidence).confidence <= 1
    assert after(0.9, confidence=confidence).confidence >= after(0.1, confidence=confidence).confidence


def test_words_go_to_the_paragraph_they_belong_to() -> None:
    """A paragraph without words has no suspicions."""
    text = "One.\n\nTwo."
    spans = ((0, 4), (6, 10))
    paragraphs = tuple(
        Paragraph(index=i, start=start, end=end, text=text[start:end]) for i, (start, end) in enumerate(spans)
    )
    word = Suspicion(start=0, end=3, probability=0.5)
    bare = Document(id="a", text=text, paragraphs=paragraphs)
    held = with_suspicions(bare, [Fluency(reason="none"), Fluency(words=(word,))])
    assert [paragraph.suspicions for paragraph in held.paragraphs] == [(), (word,)]
