"""Names that are not those of the source."""

from __future__ import annotations

import pytest

from audit.checks.accuracy.name_mismatch import name_mismatch
from audit.testing import findings


def told(text: str, source: str, lang: str) -> list[tuple[str, str | None]]:
    """The spans found, with their suggestions."""
    return [(one.text, one.suggestion) for one in findings(name_mismatch, text, source=source, source_lang=lang)]


@pytest.mark.parametrize(
    ("lang", "source", "text"),
    [
        (
            "es",
            "El alcalde de Sevilla, Marta Ríos, cerró el puente.",
            "The mayor of Seville, Marta Ríos, closed the bridge.",
        ),
        ("es", "El alcalde Marta Ríos cerró el puente.", "Mayor Marta Rios closed the bridge."),
        (
            "es",
            "La OMS advirtió el martes al alcalde.",
            "The World Health Organization (WHO) warned the mayor on Tuesday.",
        ),
        ("es", "La OMS advirtió el martes al alcalde.", "The WHO warned the mayor on Tuesday."),
        ("es", "Las tropas suecas cerraron el puente.", "Sweden’s troops closed the bridge."),
        ("fr", "L’Union européenne a fermé le pont.", "The European Union closed the bridge."),
        ("fr", "Le maire de Genève a fermé le pont.", "The mayor of Geneva closed the bridge."),
        (
            "pt",
            "Os pescadores portugueses fecharam a ponte na Espanha.",
            "Portuguese fishermen closed the bridge in Spain.",
        ),
        ("it", "Il sindaco di Firenze ha chiuso il ponte.", "The mayor of Florence closed the bridge."),
        ("de", "Der Bürgermeister von München schloss die Brücke.", "The mayor of Munich closed the bridge."),
    ],
)
def test_names_kept(lang: str, source: str, text: str) -> None:
    """Accents, exonyms, acronyms, demonyms and translated bodies are right."""
    assert told(text, source, lang) == []


@pytest.mark.parametrize(
    ("lang", "source", "text", "wanted"),
    [
        (
            "es",
            "El estudio de Marta Ríos cerró el debate.",
            "The study by Marta Rivers closed the debate.",
            ("Rivers", "Ríos"),
        ),
        (
            "es",
            "El ministro Carlos Cuerpo cerró el puente.",
            "Minister Carlos Cuerva closed the bridge.",
            ("Cuerva", "Cuerpo"),
        ),
        (
            "es",
            "El alcalde de Zaragoza cerró el puente.",
            "The mayor of Zaragosa closed the bridge.",
            ("Zaragosa", "Zaragoza"),
        ),
        ("es", "La OMS advirtió el martes al alcalde.", "The WTO warned the mayor on Tuesday.", ("WTO", "OMS")),
        ("es", "El PSOE ganó las elecciones en Sevilla.", "The PSEO won the elections in Seville.", ("PSEO", "PSOE")),
        ("es", "Las tropas suecas cerraron el puente.", "Swiss troops closed the bridge.", ("Swiss", None)),
        ("fr", "Le maire de Genève a fermé le pont.", "The mayor of Genoa closed the bridge.", ("Genoa", "Geneva")),
        ("pt", "O atleta João Leão venceu a corrida.", "Athlete João Lion won the race.", ("Lion", "Leão")),
        (
            "it",
            "L’allenatore Luca Bianchi ha chiuso il caso.",
            "Coach Luca Bianci closed the case.",
            ("Bianci", "Bianchi"),
        ),
        (
            "de",
            "Truppen aus Australien schlossen die Brücke.",
            "Troops from Austria closed the bridge.",
            ("Austria", None),
        ),
    ],
)
def test_other_names(lang: str, source: str, text: str, wanted: tuple[str, str | None]) -> None:
    """Misspelt, translated and exchanged names are told, with the source's where it can stand there."""
    assert told(text, source, lang) == [wanted]


def test_a_pronoun_may_become_a_name_of_the_article() -> None:
    """Who is meant was named elsewhere in the source."""
    source = "El alcalde Iñaki Zubizarreta habló.\n\nCerró el puente el martes con la policía."
    assert (
        told(
            "Mayor Iñaki Zubizarreta spoke.\n\nZubizarreta closed the bridge on Tuesday with the police.", source, "es"
        )
        == []
    )
