"""Sentences and clauses that the source does not have."""

from __future__ import annotations

import pytest

from audit.checks.accuracy.addition import addition
from audit.testing import findings

CLOSED = {
    "es": "El alcalde cerró el puente el martes.",
    "fr": "Le maire a fermé le pont mardi.",
    "pt": "O prefeito fechou a ponte na terça-feira.",
    "it": "Il sindaco ha chiuso il ponte martedì.",
    "de": "Der Bürgermeister schloss die Brücke am Dienstag.",
}
ADDED = "Local shopkeepers applauded the decision warmly"


def told(text: str, source: str, lang: str) -> list[str]:
    """The spans found."""
    return [one.text for one in findings(addition, text, source=source, source_lang=lang)]


@pytest.mark.parametrize("lang", CLOSED)
def test_a_sentence_was_added(lang: str) -> None:
    """It is marked wherever it stands; what renders the source is not."""
    rendered = "The mayor closed the bridge on Tuesday."
    assert told(rendered, CLOSED[lang], lang) == []
    (span,) = told(f"{rendered} {ADDED}.", CLOSED[lang], lang)
    assert span.rstrip(".") == ADDED
    (span,) = told(f"{ADDED}. {rendered}", CLOSED[lang], lang)
    assert span.rstrip(".") == ADDED


def test_a_clause_was_added() -> None:
    """A run of words of its own is told where the sentence is longer by as much."""
    text = "The mayor closed the bridge on Tuesday, a decision that local shopkeepers applauded warmly."
    (span,) = told(text, CLOSED["es"], "es")
    assert span.endswith("local shopkeepers applauded warmly")


def test_a_sentence_split_in_two_is_no_addition() -> None:
    """Each half renders a part of the source."""
    source = "El alcalde cerró el puente el martes después de que los ingenieros encontraran grietas en dos pilares."
    assert (
        told("The mayor closed the bridge on Tuesday. Engineers had found cracks in two pillars.", source, "es") == []
    )
