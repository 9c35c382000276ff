"""Texts cut into units, translated, and put together."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from audit.engines.sentencewise import sentencewise


def upper(texts: Sequence[str], most: int = 1000) -> tuple[list[str], list[str]]:
    """The texts translated into capitals, and the units that were asked for; a unit's length is in characters."""
    asked: list[str] = []

    def translate(units: Sequence[str]) -> list[str]:
        asked.extend(units)
        return [unit.upper() for unit in units]

    return sentencewise(texts, "en", translate, length=len, most=most), asked


def test_sentences_are_asked_for_once_and_together() -> None:
    """All texts in one call, a repeated sentence once, white space as it was."""
    held, asked = upper(["The dog eats.  It rains.\n\nThe dog eats. ", "It rains."])
    assert held == ["THE DOG EATS.  IT RAINS.\n\nTHE DOG EATS. ", "IT RAINS."]
    assert asked == ["The dog eats.", "It rains."]


def test_what_has_no_letter_is_left_alone() -> None:
    """Blank text, figures and signs are no business of a model's; nothing is asked for nothing."""
    assert upper(["", " \n\t", "***", "12.5 %", "🙂"]) == (["", " \n\t", "***", "12.5 %", "🙂"], [])


def test_a_wrapped_sentence_is_translated_whole() -> None:
    """And wrapped again."""
    held, asked = upper(["He met his\npair of Russia."])
    assert held == ["HE MET HIS\nPAIR OF RUSSIA."]
    assert asked == ["He met his pair of Russia."]


def test_a_long_sentence_is_cut_at_clauses_near_its_middle() -> None:
    """Where there is no clause at a space, and in the middle of a word without one."""
    _, asked = upper(["When it rained, the dog ate; the cat, which was red, slept."], most=30)
    assert asked == ["When it rained, the dog ate;", "the cat, which was red, slept."]
    assert upper(["the red dog ate the cat"], most=12)[1] == ["the red dog", "ate the cat"]
    assert upper(["abcdefgh"], most=4) == (["ABCDEFGH"], ["abcd", "efgh"])
    assert upper(["狗，吃"], most=1)[0] == ["狗，吃"]


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    """What UTF-8 cannot write no tokenizer reads."""
    assert upper(["a\ud800b"])[1] == ["a\ufffdb"]


@given(st.lists(st.text(alphabet="aB,;. \n\r\t\x85\u2028é—。'\"1", max_size=60), max_size=3), st.integers(1, 20))
def test_a_translation_that_changes_nothing_gives_the_texts_back(texts: list[str], most: int) -> None:
    """But for runs of white space inside a unit; every unit is of at most the length allowed."""
    units: list[str] = []

    def same(asked: Sequence[str]) -> Sequence[str]:
        units.extend(asked)
        return asked

    held = sentencewise(texts, "en", same, length=len, most=most)
    assert [text.split() for text in held] == [text.split() for text in texts]
    assert max(map(len, units), default=0) <= most
