"""Names that stand where the source has another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.bitext.name_pairs import Why, expanded, nation_swaps, people, swaps, unpaired

PIECES = st.sampled_from(
    "El La Marta Ríos Rivers PSOE PSEO Suecia sueco Swedish Madrid Madird said en ( ) . , - \ud800".split()
)


def swapped(source: str, target: str) -> list[tuple[str, str, Why]]:
    """The names of a sentence that stand in the place of others, with the source's."""
    held = swaps(unpaired(source, target, source, "es", "en"), "es")
    return [(target[one.start : one.end], one.source, one.why) for one in held]


def test_names_of_both_sides_without_a_counterpart() -> None:
    """A name that the other side has is none of them, in whatever form."""
    held = unpaired("Marta Kowalczyk fue a Sevilla con Pedro.", "Marta Rivers went to Seville.", "", "es", "en")
    assert {word.text for word in held.source} == {"Kowalczyk", "Pedro"}
    assert {word.text for word in held.target} == {"Rivers"}


def test_a_name_from_elsewhere_in_the_article_is_known() -> None:
    """A translation may name who a pronoun stands for."""
    target = "Yesterday Kowalczyk left."
    assert unpaired("Ayer se fue.", target, "", "es", "en").target
    assert not unpaired("Ayer se fue.", target, "Habló Kowalczyk.", "es", "en").target


def test_a_part_of_the_texts() -> None:
    """Names within two ranges have their places in these."""
    source, target = "Llovió. Vino Zubizarreta.", "It rained. Then Zubizareta came."
    held = unpaired(source, target, source, "es", "en").within((8, len(source)), (11, len(target)))
    assert [(word.start, word.text) for word in held.source] == [(5, "Zubizarreta")]
    assert [(word.start, word.text) for word in held.target] == [(5, "Zubizareta")]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            "Habló Zubizarreta en Getxo.",
            "There Zubizareta spoke in Getxo.",
            [("Zubizareta", "Zubizarreta", Why.MISSPELT)],
        ),
        ("Ayer ganó el PSOE.", "Yesterday the PSEO won.", [("PSEO", "PSOE", Why.MISSPELT)]),
        ("Ayer viajó a Getxo.", "Yesterday she went to Cádiz.", [("Cádiz", "Getxo", Why.LONE)]),
        ("Ayer ganó el PSOE.", "Yesterday the PSOE won.", []),
        ("Ayer lo dijo la AIReF.", "Yesterday the Basque Fiscal Council (BFC) said so.", []),
        ("Ayer advirtió la OMS.", "The World Health Organization (WHO) warned.", []),
    ],
)
def test_swaps(source: str, target: str, found: list[tuple[str, str, Why]]) -> None:
    """Misspelt names, acronyms with their letters turned, and names alone on both sides."""
    assert swapped(source, target) == found


def test_nations() -> None:
    """Another nation stands for one that is missing; one that both name stands for none."""
    source = "Suecia y Francia firmaron."
    assert [one.source for one in nation_swaps(source, "Switzerland and France signed.", source, "es", "en")] == [
        "Suecia"
    ]
    assert list(nation_swaps(source, "Sweden and the French signed.", source, "es", "en")) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Habló Marta Ríos.", "Marta Rivers spoke.", [("Rivers", "Ríos")]),
        ("Habló Marta Ríos.", "Maria Ríos spoke.", [("Maria", "Marta")]),
        ("Habló Marta Ríos.", "Marta Rios spoke.", []),
        ("Habló Marta Ríos.", "Marta said so.", []),
    ],
)
def test_people(source: str, target: str, found: list[tuple[str, str]]) -> None:
    """One part of a person's name was kept and another word stands in the place of the other."""
    held = {(target[one.start : one.end], one.source) for one in people(source, target, source, "es")}
    assert held == set(found)


def test_expanded_acronyms() -> None:
    """The words before an acronym have its letters, words of grammar left out."""
    assert expanded("WHO", "The World Health Organization (WHO) warned.")
    assert expanded("BoE", "The Bank of England (BoE)")
    assert not expanded("BoE", "The Bank of Spain (BoE)")
    assert not expanded("WHO", "WHO warned.")


@settings(deadline=None)
@given(st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=12).map(" ".join))
def test_any_texts_are_compared(source: str, target: str) -> None:
    """No text raises, and what is told lies in the target."""
    held = [*swaps(unpaired(source, target, source, "es", "en"), "es"), *people(source, target, source, "es")]
    held += nation_swaps(source, target, source, "es", "en")
    assert all(0 <= one.start < one.end <= len(target) for one in held)
