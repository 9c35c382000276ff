"""Pairs that would teach wrong things are dropped, each for its reason."""

from __future__ import annotations

import pytest

from audit.training.translator.cleaning import LONGEST, cleaned
from tests.training.translator.texts import PAIRS


def test_good_pairs_stay() -> None:
    """In their order, with single spaces."""
    assert cleaned(PAIRS, set()) == (list(PAIRS), {})
    assert cleaned([(" Hola,  amigos. ", "Hello, friends.")], set())[0] == [("Hola, amigos.", "Hello, friends.")]


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        (("Hola.", " "), "empty"),
        (("Sí. " * LONGEST, "Yes. " * LONGEST), "too long"),
        (("Copyright reserved", "COPYRIGHT  reserved"), "identical"),
        (("12.000 – 15.000 (3)", "12,000 – 15,000 (3)"), "not letters"),
        (("El presidente habló ayer con los periodistas en la sede.", "Yes."), "unequal"),
        ((PAIRS[0][0].upper(), PAIRS[0][1]), "repeated"),
    ],
)
def test_a_bad_pair_is_dropped_for_its_reason(pair: tuple[str, str], reason: str) -> None:
    """The others stay."""
    assert cleaned([*PAIRS, pair], set()) == (list(PAIRS), {reason: 1})


def test_lengths_are_compared_with_the_usual_of_the_corpus() -> None:
    """A language whose texts are a third as long is no fault; scripts of marks and letters are letters."""
    pairs = [("会议将于明天上午在北京举行会议", "The meeting will be held in Beijing tomorrow morning, they say."),
             ("हिन्दी में किताबें", "Books in Hindi")]  # fmt: skip
    assert cleaned(pairs[:1] * 3, set())[1] == {"repeated": 2}
    assert cleaned(pairs[1:], set())[1] == {}


def test_a_pair_of_an_earlier_corpus_is_repeated() -> None:
    """Deduplication goes over all corpora."""
    seen: set[tuple[str, str]] = set()
    cleaned(PAIRS, seen)
    assert cleaned(PAIRS[:2], seen) == ([], {"repeated": 2})
