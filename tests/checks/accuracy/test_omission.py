"""Sentences and clauses of the source that are missing."""

from __future__ import annotations

import pytest

from audit.checks.accuracy.omission import omission
from audit.testing import findings

RESUME = "The ferries will resume service on Friday morning."
FERRIES = {
    "es": (
        "Los barcos retomarán el servicio el viernes por la mañana.",
        "Los colegios permanecerán cerrados hasta el lunes.",
    ),
    "fr": ("Les bateaux reprendront le service vendredi matin.", "Les écoles resteront fermées jusqu’à lundi."),
    "pt": (
        "As balsas retomarão o serviço na manhã de sexta-feira.",
        "As escolas permanecerão fechadas até segunda-feira.",
    ),
    "it": ("I traghetti riprenderanno il servizio venerdì mattina.", "Le scuole resteranno chiuse fino a lunedì."),
    "de": ("Die Fähren nehmen am Freitagmorgen den Betrieb wieder auf.", "Die Schulen bleiben bis Montag geschlossen."),
}


def told(text: str, source: str, lang: str) -> list[tuple[str, str]]:
    """The spans found, with what is missing after them."""
    held = findings(omission, text, source=source, source_lang=lang)
    return [(one.text, str(one.evidence["missing"])) for one in held]


@pytest.mark.parametrize("lang", FERRIES)
def test_a_sentence_is_missing(lang: str) -> None:
    """The words before the gap are marked, and what is missing is told."""
    first, second = FERRIES[lang]
    ((span, missing),) = told(RESUME, f"{first} {second}", lang)
    assert span == "on Friday morning."
    assert second.rstrip(".") in missing


@pytest.mark.parametrize("lang", FERRIES)
def test_all_is_there(lang: str) -> None:
    """Two sentences may be merged, or turned round."""
    source = " ".join(FERRIES[lang])
    assert told(f"{RESUME} Schools will remain closed until Monday.", source, lang) == []
    assert (
        told(
            "The ferries will resume service on Friday morning, while schools will stay closed until Monday.",
            source,
            lang,
        )
        == []
    )


def test_a_clause_is_missing() -> None:
    """A run of words that nothing renders is told where the sentence is shorter by as much."""
    source = "El alcalde cerró el puente el martes después de que los ingenieros encontraran grietas en dos pilares."
    ((span, missing),) = told("The mayor closed the bridge on Tuesday.", source, "es")
    assert span == "bridge on Tuesday."
    assert "ingenieros encontraran grietas" in missing
    whole = "The mayor closed the bridge on Tuesday after engineers found cracks in two pillars."
    assert told(whole, source, "es") == []


def test_the_first_sentence_is_missing() -> None:
    """Where nothing stands before the gap, the first word is marked."""
    first, second = FERRIES["es"]
    ((span, missing),) = told("Schools will remain closed until Monday.", f"{first} {second}", "es")
    assert (span, missing) == ("Schools", first)


def test_a_free_rendering_of_the_same_length_is_no_omission() -> None:
    """Other words in the same space say the same in another way."""
    source = "Los vecinos pusieron el grito en el cielo cuando supieron la noticia del cierre."
    assert told("Residents were up in arms the moment that word of the closure reached them.", source, "es") == []
