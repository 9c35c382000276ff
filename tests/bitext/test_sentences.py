"""Sentences of a paragraph beside those of its source."""

from __future__ import annotations

from audit.bitext.sentences import passages

SOURCE, SPANS = "El puente se cerró. La obra costará 20 euros.", ((0, 19), (20, 45))


def test_sentences_are_paired_by_their_ranges() -> None:
    """Each pair is a range of both texts."""
    target, spans = "The bridge was closed. The work will cost 20 euros.", ((0, 22), (23, 51))
    assert [(one.source, one.target) for one in passages(SOURCE, SPANS, target, spans, "es", "en")] == [
        ((0, 19), (0, 22)),
        ((20, 45), (23, 51)),
    ]


def test_two_sentences_in_one() -> None:
    """A merged sentence is paired with the range of both."""
    target = "The bridge was closed and the work will cost 20 euros."
    (one,) = passages(SOURCE, SPANS, target, ((0, len(target)),), "es", "en")
    assert (one.source, one.target) == ((0, 45), (0, len(target)))
    assert one.likeness > 0.5


def test_a_sentence_alone() -> None:
    """What is missing has no range on the other side."""
    held = passages(SOURCE, SPANS, "The bridge was closed.", ((0, 22),), "es", "en")
    assert [(one.source, one.target) for one in held] == [((0, 19), (0, 22)), ((20, 45), None)]
