"""Source text is made rough in known ways, at known rates, the same for the same seed."""

from __future__ import annotations

import random

import pytest

from audit.training.translator.augmentation import (
    CAPITALS,
    GLUED,
    HEADLINE,
    JOINED,
    glued,
    joined,
    restyled,
    roughened,
    titled,
)
from tests.training.translator.texts import PAIRS

PLAIN = ("El presidente habló en Lima. Nadie lo oyó.", "The president spoke in Lima. Nobody heard him.")
QUOTED = 'Dijo: "No es verdad".'


def drawn(source: str, target: str, times: int = 4_000) -> list[tuple[str, str]]:
    """What a text becomes under many seeds."""
    rng = random.Random(1)
    return [roughened(source, target, rng) for _ in range(times)]


def test_most_texts_stay_as_they_are() -> None:
    """The rates are those that are named; some wrong capitals fall where there is one already."""
    changed = sum(pair != PLAIN for pair in drawn(*PLAIN)) / 4_000
    assert 0.75 * (HEADLINE + CAPITALS + GLUED) < changed < 1.15 * (HEADLINE + CAPITALS + GLUED)


@pytest.mark.parametrize(
    "rough",
    [
        ("EL PRESIDENTE HABLÓ EN LIMA. NADIE LO OYÓ", PLAIN[1].rstrip(".")),
        ("El Presidente Habló en Lima. Nadie lo oyó", PLAIN[1].rstrip(".")),
        (PLAIN[0].lower(), PLAIN[1]),
        (PLAIN[0].replace("El", "el"), PLAIN[1]),
        (PLAIN[0].replace("habló", "Habló"), PLAIN[1]),
        (PLAIN[0].replace(". ", "."), PLAIN[1]),
    ],
)
def test_each_fault_is_made(rough: tuple[str, str]) -> None:
    """Only headlines change the target, which loses its stop too."""
    assert rough in drawn(*PLAIN)


def test_the_same_seed_gives_the_same() -> None:
    """Every draw is from the generator given."""
    assert drawn(*PLAIN, times=50) == drawn(*PLAIN, times=50)


def test_quotation_marks_take_all_styles() -> None:
    """Opening and closing ones by turns; the target keeps its own."""
    made = drawn(QUOTED, "He said: “It is not true”.")
    for text in (QUOTED, "Dijo: «No es verdad».", "Dijo: “No es verdad”.", "Dijo: „No es verdad“."):
        assert text in {source for source, _ in made}
    assert all("“It is not true”" in target for _, target in made)


def test_an_unpaired_quotation_mark_stays() -> None:
    """Nobody knows whether it opens or closes."""
    assert restyled('Mide 5" o «más».', random.Random(1)) == 'Mide 5" o «más».'


def test_a_title_has_capitals_on_all_but_short_words() -> None:
    """The first word has one in any case."""
    assert titled("el río cruza la ciudad") == "El río Cruza la Ciudad"


def test_a_space_is_lost_after_a_mark_if_there_is_one() -> None:
    """Elsewhere between two words; a single word has none to lose."""
    assert glued(PLAIN[0], random.Random(1)) == PLAIN[0].replace(". ", ".")
    assert glued("de la", random.Random(1)) == "dela"
    assert glued("Hola.", random.Random(1)) == "Hola."


def test_pairs_are_joined_with_the_next() -> None:
    """Both sides alike, nothing is lost, and about as often as named."""
    pairs = list(PAIRS) * 50
    made = list(joined(pairs, random.Random(1), ("es", "en")))
    for side in (0, 1):
        assert " ".join(pair[side] for pair in made) == " ".join(pair[side] for pair in pairs)
    share = (len(pairs) - len(made)) / len(made)
    assert 0.7 * JOINED < share < 1.3 * JOINED


def test_languages_without_spaces_are_joined_without() -> None:
    """Chinese sentences follow each other directly."""
    made = list(joined([("你好。", "Hello.")] * 100, random.Random(1), ("zh", "en")))
    assert ("你好。你好。", "Hello. Hello.") in made
