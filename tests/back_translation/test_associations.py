"""What meets oftener than chance has it."""

from __future__ import annotations

import pytest

from audit.back_translation import associations
from audit.back_translation.associations import TABLES, english, has, of_language
from audit.training.artifact_model.counting import count

COUNTS = count(["the cat sat on the mat", "the dog sat on the rug"] * 200, TABLES)


def test_words_that_meet_are_associated() -> None:
    """Pairs that were seen lie above chance, pairs of common words never seen below; no pair, no figure."""
    met, never = associations.associations(COUNTS, [("sat", "on"), ("the", "the")])
    assert met > 0 > never
    assert associations.associations(COUNTS, []) == []


def test_case_is_no_matter() -> None:
    """As where they were counted."""
    one, other = associations.associations(COUNTS, [("sat", "on"), ("Sat", "ON")])
    assert one == other


def test_rare_words_tell_nothing() -> None:
    """Neither unknown ones nor those below the least."""
    assert associations.associations(COUNTS, [("zebra", "the")]) == [0.0]
    assert associations.associations(COUNTS, [("the", "the")], least=10_000) == [0.0]


@pytest.mark.parametrize("lang", ["es"])
def test_the_shipped_table_knows_common_company(lang: str) -> None:
    """`su par` belongs together in Spanish, `his pair` does not in English."""
    assert has(lang)
    assert associations.associations(of_language(lang), [("su", "par")])[0] > 1
    assert associations.associations(english(), [("his", "pair")])[0] < -1


def test_other_languages_have_none() -> None:
    """Nothing is said of them."""
    assert not has("xx")
