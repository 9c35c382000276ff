"""Words that stand in the translation as they stand in the source."""

from __future__ import annotations

import pytest

from audit.checks.accuracy.copied_words import copied_words
from audit.testing import findings


def told(text: str, source: str, lang: str) -> list[str]:
    """The spans found."""
    return [one.text for one in findings(copied_words, text, source=source, source_lang=lang)]


@pytest.mark.parametrize(
    ("lang", "source", "text", "wanted"),
    [
        (
            "es",
            "La familia viajó en busca de trabajo.",
            "The family travelled en busca de trabajo.",
            ["en busca de trabajo"],
        ),
        ("fr", "Le maire a ouvert la salle des fêtes.", "The mayor opened the salle des fêtes.", ["salle des fêtes"]),
        ("pt", "O prefeito fechou a ponte na terça-feira.", "The mayor fechou a ponte on Tuesday.", ["fechou a ponte"]),
        ("it", "I lavori sul ponte sono iniziati.", "The works on the ponte began.", ["ponte"]),
        ("de", "Die Werft wurde im Sommer geschlossen.", "The yard wurde im Sommer closed.", ["wurde im Sommer"]),
    ],
)
def test_words_left_as_they_were(lang: str, source: str, text: str, wanted: list[str]) -> None:
    """A phrase of small foreign words, or one that English does not write, is untranslated."""
    assert told(text, source, lang) == wanted


@pytest.mark.parametrize("lang", ["es", "fr", "pt", "it", "de"])
def test_a_whole_paragraph(lang: str) -> None:
    """All of it is one span."""
    text = {
        "es": "El alcalde cerró el puente viejo",
        "fr": "Le maire a fermé le vieux pont",
        "pt": "O prefeito fechou a ponte velha",
        "it": "Il sindaco ha chiuso il vecchio ponte",
        "de": "Der Bürgermeister schloss die alte Brücke",
    }[lang]
    assert told(f"{text}.", f"{text}.", lang) == [text]


@pytest.mark.parametrize(
    ("lang", "source", "text"),
    [
        ("es", "«La casa de papel» se rodó en Viña del Mar.", "“La casa de papel” was shot in Viña del Mar."),
        ("es", "El Parque Nacional de Doñana está seco.", "The Parque Nacional de Doñana is dry."),
        ("es", "Hablaron Marta Ríos y Pedro de la Torre.", "Marta Ríos and Pedro de la Torre spoke."),
        ("fr", "Le Monde a publié un éditorial.", "Le Monde published an editorial."),
        ("it", "La Scala ha aperto un museo a Reggio nell’Emilia.", "La Scala opened a museum in Reggio nell’Emilia."),
        ("de", "Die Zeitung Der Spiegel schrieb es.", "The newspaper Der Spiegel wrote it."),
        ("es", "El hospital central es regional.", "The hospital is central and regional."),
    ],
)
def test_names_titles_and_shared_words(lang: str, source: str, text: str) -> None:
    """Names with their particles, titles of works and words that English has too stay."""
    assert told(text, source, lang) == []


def test_a_text_in_the_language_of_its_source() -> None:
    """An English source has English words."""
    assert findings(copied_words, "The mayor closed it.", source="The mayor closed it.", source_lang="en") == []
