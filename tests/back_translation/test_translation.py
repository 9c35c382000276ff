"""Paragraphs translated sentence by sentence."""

from __future__ import annotations

from audit.back_translation.cache import Cache
from audit.back_translation.translation import phrases, split, translate_paragraphs
from audit.document import Paragraph, Role
from tests.back_translation.glossary import Glossary, article


def test_each_sentence_is_sent_alone_and_the_gaps_stay() -> None:
    """The engine sees sentences; the white space between them comes back as it was."""
    engine = Glossary()
    document = translate_paragraphs(article("He met. His pair"), engine, Cache())
    assert engine.asked == ["He met.", "His pair"]
    assert document.paragraphs[0].back_translation == "Él met. Su par"


def test_residue_is_not_translated() -> None:
    """What belongs to the page and not to the article has no back-translation."""
    document = translate_paragraphs(article("his", "pair", roles={0: Role.RESIDUE}), Glossary(), Cache())
    assert [paragraph.back_translation for paragraph in document.paragraphs] == [None, "Par"]


def test_an_unknown_source_language_changes_nothing() -> None:
    """Without a language to translate into the document comes back as it is."""
    document = article("his", source_lang=None)
    assert translate_paragraphs(document, Glossary(), Cache()) is document


def test_an_article_without_paragraphs() -> None:
    """Nothing in, nothing out."""
    assert translate_paragraphs(article(), Glossary(), Cache()).paragraphs == ()


def test_split_pieces_join_to_the_text() -> None:
    """Gaps and sentences alternate and lose nothing, before the first and after the last sentence too."""
    text = " \tOne.  Two.\n"
    paragraph = Paragraph(index=0, start=0, end=len(text), text=text, sentences=((2, 6), (8, 12)))
    assert split(paragraph) == [" \t", "One.", "  ", "Two.", "\n"]


def test_a_paragraph_without_sentences_is_one() -> None:
    """Where no sentence was cut, the whole text is sent."""
    assert split(Paragraph(index=0, start=0, end=3, text="One")) == ["", "One", ""]


def test_phrases_keep_their_small_first_letter() -> None:
    """An engine begins every text with a capital; a phrase from within a sentence does not."""
    assert phrases(["his pair", "His pair"], Glossary(), Cache(), "en", "es") == ["su par", "Su par"]


def test_an_abbreviation_keeps_its_capitals() -> None:
    """A first letter is made small only where the second is small too."""
    assert phrases(["usa"], Glossary({"usa": "EE.UU."}), Cache(), "en", "es") == ["EE.UU."]
