"""The contrast test: odd in English, natural in Spanish."""

from __future__ import annotations

import pytest

from audit.back_translation.cache import Cache
from audit.back_translation.contrast import explain
from audit.back_translation.likeness import holds, plain
from audit.document import Document
from audit.engines.apertium import Apertium
from audit.finding import Finding, Severity
from tests.back_translation.glossary import Glossary, article

MISSING = Apertium().unavailable("en", "es")


def _finding(document: Document, text: str, confidence: float = 0.5, **evidence: object) -> Finding:
    start = document.text.index(text)
    return Finding(
        rule="X001",
        name="calque",
        paragraph=0,
        start=start,
        end=start + len(text),
        text=text,
        category="accuracy/mistranslation",
        its_type="mistranslation",
        severity=Severity.MAJOR,
        confidence=confidence,
        message="a calque",
        evidence=evidence,
    )


def test_a_phrase_that_reads_as_its_source_is_confirmed() -> None:
    """The reading is shown, the contrast named, and three tenths of the doubt removed."""
    document = article("He met his pair of Russia")
    (found,) = explain(
        [_finding(document, "his pair of Russia", source_phrase="su par de", entry="pair")],
        document,
        Glossary(),
        Cache(),
    )
    assert found.evidence == {
        "source_phrase": "su par de",
        "entry": "pair",
        "back_translation": "su par de Rusia",
        "contrast": "confirmed",
    }
    assert found.message == "a calque – reads as “su par de Rusia”"
    assert found.confidence == pytest.approx(0.65)


def test_what_people_write_too_is_read_but_no_surer() -> None:
    """A right word is translated back to its source as well, so the reading is shown and tells nothing."""
    document = article("He met his pair of Russia")
    finding = _finding(document, "pair", source_phrase="su par", everyday=True)
    (found,) = explain([finding], document, Glossary(), Cache())
    assert (found.evidence["contrast"], found.confidence) == ("confirmed", finding.confidence)


def test_the_sentence_around_can_confirm() -> None:
    """Where the span alone reads otherwise, the phrase is looked for in the sentence it stands in."""
    document = article("He met his pair of Russia")
    (found,) = explain([_finding(document, "pair", source_phrase="su par")], document, Glossary(), Cache())
    assert found.evidence["back_translation"] == "par"
    assert found.evidence["contrast"] == "confirmed"


def test_another_sentence_cannot_confirm() -> None:
    """A phrase elsewhere in the paragraph says nothing of this span."""
    document = article("He pair. He met his pair")
    (found,) = explain([_finding(document, "pair", source_phrase="su par")], document, Glossary(), Cache())
    assert "contrast" not in found.evidence


def test_any_of_several_source_phrases_will_do() -> None:
    """Phrases are parted by a bar."""
    document = article("his pair")
    (found,) = explain(
        [_finding(document, "his pair", source_phrase="su homólogo | su par")], document, Glossary(), Cache()
    )
    assert found.evidence["contrast"] == "confirmed"


def test_an_unlike_reading_is_kept_but_confirms_nothing() -> None:
    """Confidence and message stay where the source phrase is not found; the reading is in the evidence."""
    document = article("his pair")
    (found,) = explain([_finding(document, "his pair", source_phrase="homólogo")], document, Glossary(), Cache())
    assert found.confidence == 0.5
    assert found.message == "a calque"
    assert found.evidence["back_translation"] == "su par"
    assert "contrast" not in found.evidence


def test_a_reading_equal_to_the_text_is_not_told_twice() -> None:
    """A word the engine leaves as it is adds nothing to the message."""
    document = article("Kremlin")
    (found,) = explain([_finding(document, "Kremlin", source_phrase="kremlin")], document, Glossary(), Cache())
    assert found.message == "a calque"


@pytest.mark.parametrize(("before", "after"), [(0.0, 0.3), (0.98, 0.986), (0.989, 0.99), (0.995, 0.995), (1.0, 1.0)])
def test_confidence_rises_to_a_cap_and_never_falls(before: float, after: float) -> None:
    """No confirmation makes a finding certain, nor takes certainty from one that was."""
    document = article("his pair")
    (found,) = explain([_finding(document, "his pair", before, source_phrase="su par")], document, Glossary(), Cache())
    assert found.confidence == pytest.approx(after)


def test_findings_without_a_source_phrase_are_left_alone_and_in_place() -> None:
    """Only rules that name a source phrase are explained; the order stays."""
    document = article("his pair of Russia")
    findings = [_finding(document, "pair"), _finding(document, "his", source_phrase="su"), _finding(document, "of")]
    explained = explain(findings, document, Glossary(), Cache())
    assert explained[0] is findings[0]
    assert explained[2] is findings[2]
    assert explained[1].evidence["contrast"] == "confirmed"


def test_without_a_source_language_nothing_is_explained() -> None:
    """There is nothing to translate into."""
    document = article("his pair", source_lang=None)
    findings = [_finding(document, "his", source_phrase="su")]
    assert explain(findings, document, Glossary(), Cache()) == findings


def test_a_finding_outside_every_paragraph_is_read_alone() -> None:
    """A document check may mark what stands between paragraphs."""
    document = Document(id="a", text="his pair", source_lang="es")
    (found,) = explain([_finding(document, "pair", source_phrase="par")], document, Glossary(), Cache())
    assert found.evidence["contrast"] == "confirmed"


@pytest.mark.skipif(MISSING is not None, reason=str(MISSING))
@pytest.mark.parametrize(
    ("text", "span", "phrase"),
    [
        ("Lavrov met his pair of Russia in Geneva.", "his pair of Russia", "su par de"),
        ("The president gave account of the facts.", "gave account of", "dar cuenta de"),
        ("He put in march the plan.", "put in march", "poner en marcha"),
    ],
)
def test_apertium_reads_calques_as_their_source(text: str, span: str, phrase: str) -> None:
    """The real engine shows what a machine translated word for word."""
    engine, document = Apertium(), article(text)
    (found,) = explain([_finding(document, span, source_phrase=phrase)], document, engine, Cache())
    engine.close()
    assert found.evidence.get("contrast") == "confirmed", found.evidence


def test_plain_has_neither_accents_nor_capitals() -> None:
    """Words only, parted by one space."""
    assert plain("¡Llevó a CABO, según Núñez!") == "llevo a cabo segun nunez"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Él llevó a cabo la reunión.", "llevar a cabo"),
        ("Su PAR de Rusia", "su par de"),
        ("sus pares de Rusia", "su par de"),
        ("en el marco de la", "en el marco del"),
        ("los homologos rusos", "homólogo"),
        ("Dio cuenta de ello", "dar cuenta de"),
        ("Puso en marcha el plan", "poner en marcha"),
    ],
)
def test_forms_of_a_phrase_are_found(text: str, phrase: str) -> None:
    """Accents, capitals, number and verb endings do not matter."""
    assert holds(text, phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("para preparar", "par"),
        ("la pareja de Rusia", "su par de"),
        ("presentar", "presidente"),
        ("", "par"),
        ("par", ""),
        ("par", "su par de"),
        ("de la", "dar la"),
        ("no cuenta de nada", "dar cuenta de"),
    ],
)
def test_other_words_are_not(text: str, phrase: str) -> None:
    """Letters that a phrase shares with a longer word are not the phrase."""
    assert not holds(text, phrase)
