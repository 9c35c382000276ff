"""Odd here, natural there."""

from __future__ import annotations

import pytest

from audit.back_translation.cache import Cache
from audit.back_translation.odd_phrases import with_contrasts
from audit.document import Contrast, Document, Role
from audit.fluency import paragraph_fluency
from audit.suspicion import with_suspicions
from tests.back_translation.glossary import Glossary, article
from tests.scorers.word_list import WordList

TEXT = "He met with his pair of Russia."
SUSPECT = {"his": 0.2, "pair": 0.2}


def read(document: Document, words: dict[str, float] | None = None) -> Document:
    """The document with the words that a scorer suspects."""
    return with_suspicions(document, paragraph_fluency(document, WordList(words=SUSPECT if words is None else words)))


def found(document: Document, engine: Glossary | None = None) -> list[Contrast]:
    """All contrasts of a document."""
    held = with_contrasts(document, engine or Glossary(), Cache())
    return [contrast for paragraph in held.paragraphs for contrast in paragraph.contrasts]


def test_a_literal_phrase_is_a_contrast() -> None:
    """With its place, its reading and both associations."""
    (contrast,) = found(read(article(TEXT)))
    assert TEXT[contrast.start : contrast.end] == "his pair"
    assert contrast.reading == "su par"
    assert contrast.here < -1 < 1 < contrast.there


def test_the_capital_of_a_sentence_is_no_name() -> None:
    """The phrase is translated without it."""
    engine = Glossary()
    (contrast,) = found(read(article("Again. His pair of Russia came.")), engine)
    assert (contrast.start, contrast.reading, engine.asked) == (7, "su par", ["his pair"])


@pytest.mark.parametrize(
    "document",
    [
        article(TEXT, source_lang=None),
        article(TEXT, source_lang="de"),
        article(TEXT, roles={0: Role.HEADLINE}),
        article("He met with his “pair” of Russia."),
        article("He met with His pair of Russia."),
        article("He met with his brother of Russia."),
        article("He met\nhis\npair of Russia."),
    ],
)
def test_elsewhere_nothing_is_translated(document: Document) -> None:
    """Unknown languages, headlines, words apart, names, words that English knows together."""
    engine = Glossary()
    assert found(read(document), engine) == []
    assert engine.asked == []


def test_words_that_nobody_suspects_or_read_are_left_alone() -> None:
    """An engine is not asked for them."""
    assert found(read(article(TEXT), {})) == []
    assert found(article(TEXT)) == []


@pytest.mark.parametrize("reading", ["par", "su pareja de", "Su Par", "su par ruso amigo", "su, par"])
def test_a_reading_must_be_natural_and_plain(reading: str) -> None:
    """Not one word, not rare in company, no name, not longer, no marks."""
    assert found(read(article(TEXT)), Glossary({"his": reading, "pair": ""})) == []
