"""Negations lost, added and said otherwise."""

from __future__ import annotations

import pytest

from audit.checks.accuracy.negation_mismatch import negation_mismatch
from audit.testing import findings

NEGATED = {
    "es": "La empresa no ha pagado a los trabajadores.",
    "fr": "L’entreprise n’a pas payé les ouvriers.",
    "pt": "A empresa não pagou os trabalhadores.",
    "it": "L’azienda non ha pagato i lavoratori.",
    "de": "Das Unternehmen hat die Arbeiter nicht bezahlt.",
}
AFFIRMED = {
    "es": "La empresa ha pagado a los trabajadores.",
    "fr": "L’entreprise a payé les ouvriers.",
    "pt": "A empresa pagou os trabalhadores.",
    "it": "L’azienda ha pagato i lavoratori.",
    "de": "Das Unternehmen hat die Arbeiter bezahlt.",
}


def told(text: str, source: str, lang: str) -> list[str]:
    """The spans found."""
    return [one.text for one in findings(negation_mismatch, text, source=source, source_lang=lang)]


@pytest.mark.parametrize("lang", NEGATED)
def test_a_negation_lost(lang: str) -> None:
    """The clause that should be negated is marked."""
    (span,) = told("The company has paid the workers.", NEGATED[lang], lang)
    assert "workers" in span


@pytest.mark.parametrize("lang", AFFIRMED)
def test_a_negation_added(lang: str) -> None:
    """The negation with the word it denies is marked."""
    assert told("The company has not paid the workers.", AFFIRMED[lang], lang) == ["not paid"]


@pytest.mark.parametrize("lang", NEGATED)
@pytest.mark.parametrize(
    "text",
    [
        "The company has not paid the workers.",
        "The company hasn’t paid the workers.",
        "The company failed to pay the workers.",
        "The company never paid the workers.",
        "The company has paid none of the workers.",
        "The company’s workers remain unpaid.",
        "The company refused to pay the workers.",
    ],
)
def test_a_negation_kept(lang: str, text: str) -> None:
    """*Not*, *never*, *none*, *unpaid*, *failed* and *refused* all deny."""
    assert told(text, NEGATED[lang], lang) == []


@pytest.mark.parametrize("lang", AFFIRMED)
def test_nothing_is_denied(lang: str) -> None:
    """A plain sentence beside a plain one is right."""
    assert told("The company has paid the workers.", AFFIRMED[lang], lang) == []


@pytest.mark.parametrize(
    ("lang", "source", "text"),
    [
        (
            "es",
            "El alcalde no solo cerró el puente, sino también la calle.",
            "The mayor closed the bridge and also the street.",
        ),
        ("es", "No es imposible que el alcalde cierre el puente.", "The mayor may well close the bridge."),
        ("es", "El puente quedó cerrado sin precedentes.", "The bridge was closed in an unprecedented way."),
        ("fr", "Le maire ne ferme que le pont.", "The mayor closes only the bridge."),
        ("pt", "O prefeito não fechou senão a ponte.", "The mayor closed only the bridge."),
        ("it", "Il sindaco non chiude che il ponte.", "The mayor closes only the bridge."),
        ("de", "Der Bürgermeister schloss nicht nur die Brücke.", "The mayor closed the bridge and more."),
    ],
)
def test_idioms(lang: str, source: str, text: str) -> None:
    """What is no negation though it looks so may be put otherwise."""
    assert told(text, source, lang) == []


def test_two_clauses() -> None:
    """A negation in the wrong clause is told, one for each is right."""
    source = "El alcalde cerró el puente, pero la empresa no pagó a los trabajadores."
    assert told("The mayor closed the bridge, but the company did not pay the workers.", source, "es") == []
    assert told("The mayor closed the bridge, but the company paid the workers.", source, "es") != []
