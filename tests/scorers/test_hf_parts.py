"""The parts of the scorer `hf` that need no model."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.scorers.hf.architecture import Kind, kind_of
from audit.scorers.hf.labels import best_label
from audit.scorers.hf.scale import BLIND_BITS, HUMAN_BITS, fluency, suspicion
from audit.scorers.hf.surprisal import by_word
from audit.scorers.hf.windows import windows


def test_the_scales_meet_their_anchors() -> None:
    """Human text 90 and a blind guess 10; a word as surprising as a blind guess is as likely wrong as right."""
    assert [fluency(HUMAN_BITS), fluency(BLIND_BITS)] == pytest.approx([90, 10])
    assert [suspicion(HUMAN_BITS), suspicion(BLIND_BITS)] == pytest.approx([1 / 82, 0.5])


@given(st.floats(min_value=0, max_value=1e6), st.floats(min_value=0, max_value=1e6))
def test_the_scales_are_monotone_and_bounded(one: float, other: float) -> None:
    """More surprise is never more fluent nor less suspect, however large."""
    low, high = sorted((one, other))
    assert 100 >= fluency(low) >= fluency(high) >= 0
    assert 0 <= suspicion(low) <= suspicion(high) <= 1


@given(st.integers(0, 200), st.integers(1, 40), st.booleans())
def test_windows_score_every_token_once(length: int, size: int, ahead: bool) -> None:  # noqa: FBT001 - a case
    """In order, inside what is read, and with context before all but the beginning."""
    held = windows(length, size, ahead=ahead)
    assert [at for w in held for at in range(w.first, w.last)] == list(range(length))
    for window in held:
        assert window.start <= window.first < window.last <= window.stop <= window.start + size
        assert window.start == 0 or window.first - window.start >= size // 4
    if ahead:
        assert all(w.stop - w.last == size // 4 for w in held[:-1])


def test_pieces_are_summed_by_word() -> None:
    """A piece in white space counts for the next word, one past the last for none; NaN and no piece leave it out."""
    pieces = [(0, 2), (2, 3), (3, 5), (6, 7), (8, 9), (9, 10)]
    words = by_word("abc d e f ", pieces, [1.0, 2.0, 4.0, math.nan, 8.0, 16.0])
    assert [(w.start, w.end, w.surprisal_bits) for w in words] == [(0, 3, 3.0), (4, 5, 4.0), (8, 9, 8.0)]


@pytest.mark.parametrize(
    ("architectures", "kind"),
    [
        (["GPT2LMHeadModel"], Kind.CAUSAL),
        (["Other", "LlamaForCausalLM"], Kind.CAUSAL),
        (["BertForMaskedLM"], Kind.MASKED),
        (["RobertaForSequenceClassification"], Kind.CLASSIFIER),
        (["XLMWithLMHeadModel"], None),
        (["T5ForConditionalGeneration"], None),
        ([], None),
        (None, None),
    ],
)
def test_kinds_are_told_from_the_architecture(architectures: list[str] | None, kind: Kind | None) -> None:
    """The first that names one of the three."""
    assert kind_of(architectures) is kind


@pytest.mark.parametrize(
    ("labels", "best"),
    [
        (["unacceptable", "Acceptable"], 1),
        (["good", "excellent", "poor"], 1),
        (["LABEL_0", "LABEL_1"], 1),
        (["LABEL_0", "LABEL_1", "LABEL_2"], None),
        (["negative", "positive"], None),
    ],
)
def test_the_best_label_is_told_from_names(labels: list[str], best: int | None) -> None:
    """Whole names only; three labels nobody named say nothing of their order."""
    assert best_label(dict(enumerate(labels))) == best
