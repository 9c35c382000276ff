"""Small words that a translator would write otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audit import plugins, thresholds
from audit.checks.linguistic.unlikely_form import unlikely_form
from audit.config import Config
from audit.document import Document, Role, Surprisal
from audit.finding import Finding
from audit.pipeline import Auditor
from tests.back_translation.glossary import article

TEXT = "The controls is old."
IS = Surprisal(start=13, end=15, logprob=-4.2)


def found(word: Surprisal, role: Role = Role.BODY) -> list[Finding]:
    """What the check makes of one word."""
    document = article(TEXT, roles={0: role})
    paragraph = replace(document.paragraphs[0], surprisals=(word,))
    return list(unlikely_form.run(replace(document, paragraphs=(paragraph,))))


def test_a_likelier_form_is_the_suggestion() -> None:
    """With the figures it rests on."""
    (one,) = found(replace(IS, alternative="are", gain=thresholds.LIKELIER + 1.04))
    assert (one.text, one.suggestion, one.fix) == ("is", "are", "unsafe")
    assert one.evidence == {"surprisal": 4.2, "likelier_by": round(thresholds.LIKELIER + 1.04, 1)}


@pytest.mark.parametrize("word", [IS, replace(IS, alternative="are", gain=thresholds.LIKELIER - 0.1)])
def test_surprise_alone_is_no_finding(word: Surprisal) -> None:
    """Nor is a form that is hardly likelier."""
    assert found(word) == []


def test_headlines_have_a_grammar_of_their_own() -> None:
    """Their words are not read."""
    assert found(replace(IS, alternative="are", gain=9.0), Role.HEADLINE) == []


@pytest.mark.parametrize("scorer", ["auto", "none"])
def test_the_shipped_translator_sees_it(scorer: str) -> None:
    """Its example, through the whole audit with the model of the package, and the good one unmarked."""
    assert "embedded" in plugins.found("audit.engines")
    config = Config(engine="embedded", scorer=scorer, cache="", min_confidence=0.2)
    with Auditor(config) as auditor:
        for example in (*unlikely_form.text.bad, *unlikely_form.text.good):
            report = auditor.audit(Document(id="x", text=example.text, source_lang="es"))
            spans = [(f.start, f.end) for f in report.issues if f.rule == unlikely_form.id]
            assert spans == list(example.spans)
