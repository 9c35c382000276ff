"""How much of one text is rendered in another."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from audit.bitext.likeness import Likenesses, Side

SOURCE = [Side("El alcalde cerró el puente.", "es"), Side("La obra costará 20 millones.", "es")]
TARGET = [Side("The mayor closed the bridge.", "en"), Side("The work will cost 20 million.", "en")]


def test_a_rendering_is_more_alike_than_another_text() -> None:
    """Words by glossary and numbers count on both sides."""
    likenesses = Likenesses(SOURCE, TARGET)
    assert likenesses.of([0], [0]) > 0.9
    assert likenesses.of([1], [1]) > 0.7
    assert likenesses.of([0], [1]) == 0


def test_texts_together_have_what_each_has() -> None:
    """The share of a text can only grow with more texts on the other side."""
    likenesses = Likenesses(SOURCE, TARGET)
    assert likenesses.share(1, [0, 1]) == likenesses.share(1, [1])
    assert likenesses.source_share(0, [0]) == likenesses.source_share(0, [0, 1]) == 1


def test_texts_without_content() -> None:
    """Nothing is like nothing."""
    likenesses = Likenesses([Side("y de", "es")], [Side("of", "en")])
    assert likenesses.of([0], [0]) == likenesses.share(0, [0]) == likenesses.source_share(0, [0]) == 0
    assert Likenesses([], []).of([], []) == 0


@settings(deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=3), st.lists(st.text(max_size=30), min_size=1, max_size=3))
def test_shares_are_shares(ones: list[str], others: list[str]) -> None:
    """Any texts have a likeness between 0 and 1."""
    likenesses = Likenesses([Side(one, "es") for one in ones], [Side(one, "en") for one in others])
    every = range(len(ones)), range(len(others))
    assert 0 <= likenesses.of(*every) <= 1
    assert 0 <= likenesses.share(0, every[0]) <= 1
    assert 0 <= likenesses.source_share(0, every[1]) <= 1
