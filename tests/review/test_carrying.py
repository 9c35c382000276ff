"""A span goes with its paragraph when that is edited a little, and no further."""

from __future__ import annotations

import pytest

from audit.review.carrying import carried
from tests.review.sheets import article

BEFORE = "The ambassador met for several hours with his pair of Russia, and told the press that the border would open."
OTHER = "In the afternoon the delegation visited the new station and the works of the bridge over the river."


def moved(text: str, wanted: str = "his pair of Russia") -> str | None:
    """What the span of `wanted` in BEFORE holds in an article of BEFORE's successor, or None."""
    start = BEFORE.index(wanted)
    found = carried((start, start + len(wanted)), BEFORE, article(text).paragraphs)
    return None if found is None else text[slice(*found)]


@pytest.mark.parametrize(
    "after",
    [
        BEFORE,
        f"{OTHER}\n\n{BEFORE}",
        BEFORE.replace("The ambassador", "On Monday the ambassador of the kingdom"),
        BEFORE.replace("would open", "will be opened in May"),
        BEFORE.replace("several hours", "two hours").replace("the press", "reporters"),
        BEFORE.replace("hours with", "hours\nwith"),
    ],
)
def test_the_span_is_carried_over(after: str) -> None:
    """Words may come and go around it, and paragraphs before it."""
    assert moved(after) == "his pair of Russia"


@pytest.mark.parametrize(
    "after",
    [
        OTHER,
        "",
        BEFORE.replace("pair", "counterpart"),
        BEFORE.replace("his pair of Russia", ""),
        BEFORE.replace("pair of", "pair  from"),
        BEFORE[:40],
        " ".join(reversed(BEFORE.split())),
    ],
)
def test_it_is_not_guessed(after: str) -> None:
    """Where the text itself or most of its paragraph changed."""
    assert moved(after) is None


def test_one_mark_among_changed_words_is_not_taken_for_the_same() -> None:
    """A comma is everywhere."""
    assert moved(BEFORE.replace("Russia, and", "China, but"), ",") is None


def test_a_span_inside_a_word_is_carried_over() -> None:
    """Some findings are."""
    assert moved(BEFORE.replace("The ambassador", "The old ambassador"), "bassador") == "bassador"


def test_a_paragraph_that_is_all_span_is_carried_over() -> None:
    """Page residue has no word beside it."""
    found = carried((0, len(BEFORE)), BEFORE, article(f"{OTHER}\n\n{BEFORE}").paragraphs)
    assert found == (len(OTHER) + 2, len(OTHER) + 2 + len(BEFORE))
