"""A term of the source without its rendering is found where it most likely stands."""

from __future__ import annotations

from audit import plugins
from audit.config import Config
from audit.document import Document
from audit.finding import Finding
from audit.fusion import fused
from audit.testing import article, findings

CHECKS = {check.name: check for check in plugins.checks()}
CHECK = CHECKS["missing-term"]
HOUSE = (
    "source,term,forbidden,severity\n"
    "ayuntamiento,city council|council,town hall,\n"
    "consejero,regional minister,,major\n"
    "zona de bajas emisiones,low-emission zone,,\n"
    "parque de bomberos,fire station,,critical\n"
)


def found(text: str, source: str, glossary: str = HOUSE) -> list[Finding]:
    """What the rule finds."""
    return findings(CHECK, text, glossary=glossary, source=source, source_lang="es")


def test_any_rendering_in_any_form_counts() -> None:
    """Plural, possessive, a sentence's capital and a compound are the term."""
    source = "El ayuntamiento de Vegaluna aprobó el plan."
    for text in ("Council chiefs of Vegaluna approved the plan.", "Vegaluna's council-run plan was approved."):
        assert found(text, source) == []


def test_a_forbidden_rendering_is_replaced() -> None:
    """Number and capital are those of the text."""
    (one,) = found("Town halls of Vegaluna approved the plan.", "Los ayuntamientos de Vegaluna aprobaron el plan.")
    assert (one.text, one.suggestion, one.fix) == ("Town halls", "City councils", "unsafe")
    assert one.message == "the source has “ayuntamientos”: the glossary has “city council” or “council” for it"
    assert one.evidence["source"] == "ayuntamientos"


def test_a_term_left_in_its_language_is_replaced() -> None:
    """Nothing else can be meant by it."""
    (one,) = found("The ayuntamiento of Vegaluna approved it.", "El ayuntamiento de Vegaluna lo aprobó.")
    assert (one.text, one.suggestion, one.fix) == ("ayuntamiento", "city council", "unsafe")


def test_words_that_render_the_term_are_shown_and_not_replaced() -> None:
    """A dictionary tells where the term is, and not where its rendering ends."""
    (one,) = found("The adviser of Vegaluna resigned on Monday.", "El consejero de Vegaluna dimitió el lunes.")
    assert (one.text, one.suggestion, one.fix, one.severity) == ("adviser", "regional minister", None, "major")


def test_else_the_sentence_is_marked_once_for_all_its_terms() -> None:
    """The gravest of the lines gives the severity, and the sentence of another term is left alone."""
    text = "They opened the barracks in the clean district of Vegaluna in March. Nobody came to Vegaluna."
    source = "Abrieron el parque de bomberos en la zona de bajas emisiones de Vegaluna en marzo. Nadie fue a Vegaluna."
    (one,) = found(text, source)
    assert one.text == "They opened the barracks in the clean district of Vegaluna in March."
    assert (one.suggestion, one.fix, one.severity, one.confidence) == (None, None, "critical", 0.6)
    assert "“fire station”" in one.message
    assert "“low-emission zone”" in one.message


def test_a_sentence_that_nothing_renders_is_left_to_the_rule_of_omissions() -> None:
    """One fault is told once."""
    source = (
        "El puente de Vegaluna reabrió el lunes tras 14 meses. El consejero dimitió por la noche sin explicaciones."
    )
    assert found("The bridge of Vegaluna reopened on Monday after 14 months.", source) == []


def test_findings_of_two_terms_are_two_faults() -> None:
    """A forbidden word in a sentence that lacks another term is told beside it; one of the same term is told once."""
    text = "The town hall opened the barracks in Vegaluna in March."
    source = "El ayuntamiento abrió el parque de bomberos en Vegaluna en marzo."
    document: Document = article(text, source=source, source_lang="es", glossary=HOUSE)
    held = fused(one for name in ("missing-term", "forbidden-term") for one in CHECKS[name].run(document))
    assert [(one.rule, one.text) for one in held] == [("TER102", text), ("TER101", "town hall")]
    assert held[1].confidence > Config().min_confidence


def test_without_a_source_language_terms_are_looked_for_all_the_same() -> None:
    """A bilingual file may not name its language."""
    document = article("The town hall met.", source="El ayuntamiento se reunió.", glossary=HOUSE)
    assert [one.text for one in CHECK.run(document)] == ["town hall"]
