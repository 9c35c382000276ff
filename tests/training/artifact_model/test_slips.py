"""The slips planted in clean English."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.training.artifact_model.draft import draft, render
from audit.training.artifact_model.knowledge import Knowledge
from audit.training.artifact_model.slips import grammar, order, surface, wording
from audit.training.artifact_model.slips.kind import Slip
from audit.training.artifact_model.slips.mixture import WEIGHTS, corrupted

KNOWN = Knowledge(
    adjectives=frozenset({"new", "white", "public", "heavy"}),
    nouns=frozenset({"house", "plan", "minister", "tax", "reform", "rain"}),
    adverbs=frozenset({"often", "quickly"}),
    senses={"plan": ("plane", "flat"), "minister": ("priest",)},
    spanish={"house": ("casa",), "rain": ("lluvia",)},
    followers={"the": ("house", "same"), "of": ("rain",)},
    common=("of", "house", "table", "green", "time"),
    names=("Okafor", "Nguyen", "Ivanova"),
)
SENTENCE = (
    "The minister’s plan for the white house was often criticised by the smaller parties, who said that he wants"
    " tax reform on public rain."
)


def planted(slip: Slip, text: str = SENTENCE, seed: int = 1) -> tuple[str, list[str]]:
    """The text with one slip, and the words it made bad."""
    words = draft(text)
    assert slip(words, random.Random(seed), KNOWN)
    made, spans = render(words)
    return made, [made[start:end] for start, end in spans]


@pytest.mark.parametrize("slip", [slip for slip, _ in WEIGHTS], ids=lambda slip: slip.__name__)
def test_every_slip_changes_the_text_or_says_it_cannot(slip: Slip) -> None:
    """Over twenty seeds a slip that tells of success has changed the text and marked at least one word."""
    done = 0
    for seed in range(20):
        words = draft(SENTENCE + " Juan Okafor agrees.")
        before, _ = render(words)
        if slip(words, random.Random(seed), KNOWN):
            after, spans = render(words)
            done += 1
            assert spans
            assert after != before or slip is order.neighbours
    assert done


def test_a_draft_renders_as_it_was_read() -> None:
    """Spacing and marks survive the round trip."""
    text = 'He said: "It’s 3.5%," then (slowly) left – at 10:30.'
    assert render(draft(text)) == (text, [])


def test_a_lost_article_is_felt_at_the_next_word() -> None:
    """The span of an omission is the word after the gap."""
    made, bad = planted(grammar.article_drop, "He gave the house to us.")
    assert made == "He gave house to us."
    assert bad == ["house"]


def test_a_comparative_is_made_with_more() -> None:
    """“bigger” becomes “more big”, both words bad."""
    made, bad = planted(grammar.more_big, "It is a smaller house.")
    assert made == "It is a more small house."
    assert bad == ["more small"]


def test_an_adjective_goes_behind_its_noun() -> None:
    """“the white house” becomes “the house white”."""
    made, bad = planted(order.adjective_after, "He saw the white house today.")
    assert made == "He saw the house white today."
    assert bad == ["house white"]


def test_a_genitive_becomes_an_of_phrase() -> None:
    """“The minister’s plan” becomes “the plan of …”."""
    made, bad = planted(order.genitive_of, "We saw the minister’s plan today.")
    assert made == "We saw the plan of the minister today."
    assert bad == ["plan of the minister"]


def test_a_word_is_left_in_spanish_with_its_capital() -> None:
    """The Spanish word takes the capital of the English one."""
    made, bad = planted(wording.untranslated, "Rain fell.")
    assert (made, bad) == ("Lluvia fell.", ["Lluvia"])


def test_a_word_is_doubled() -> None:
    """The second of the two is bad."""
    made, bad = planted(wording.doubled, "We go", seed=3)
    assert len(made.split()) > 2
    assert bad


def test_capitals_are_lost_everywhere() -> None:
    """Only the words that had a capital are bad."""
    assert planted(surface.all_lower, "The house of Juan.") == ("the house of juan.", ["the", "juan"])


@given(st.text(max_size=200), st.integers(0, 50))
def test_no_text_breaks_the_planting(text: str, seed: int) -> None:
    """Whatever the text, spans lie in the rendered text and hold something."""
    words = corrupted(text, random.Random(seed), KNOWN)
    if words is not None:
        made, spans = render(words)
        assert all(0 <= start < end <= len(made) for start, end in spans)


def test_planting_is_reproducible() -> None:
    """The same seed plants the same slips."""
    one, other = (corrupted(SENTENCE, random.Random(7), KNOWN) for _ in range(2))
    assert one is not None
    assert other is not None
    assert render(one) == render(other)
