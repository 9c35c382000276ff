"""The contrast test: odd in the target language, natural once it is translated back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audit.back_translation.cache import Cache
from audit.back_translation.likeness import holds, plain
from audit.back_translation.translation import phrases
from audit.document import Document
from audit.engine import Engine
from audit.finding import Finding

EVERYDAY = "everyday"
"""Key of the evidence of what people write as well: a right word is translated back as surely as a wrong one."""
SOURCE_PHRASE = "source_phrase"
"""Key of the evidence in which a rule names the phrase it takes the span to be a literal translation of."""

CONFIRMED_WEIGHT = 0.3
"""Share of the remaining doubt that a confirmed contrast removes. Set by judgement, not yet measured: a dictionary
engine gives the literal phrase back for good English too, so it must weigh less than a second rule would."""

CONFIDENCE_CAP = 0.99
"""No evidence of this kind makes a finding certain."""


def explain(findings: Sequence[Finding], document: Document, engine: Engine, cache: Cache) -> list[Finding]:
    """The findings, in order, with what the flagged phrase reads as in the source language.

    Findings whose evidence names a source phrase (several parted by ` | `) gain `evidence["back_translation"]`; where
    that, or the back-translation of the sentence around it, holds the phrase, `evidence["contrast"]` is `confirmed`
    and the confidence rises, unless people write the phrase as well. Raises EngineError when the engine fails.
    """
    source, target = document.source_lang, document.target_lang
    told = [finding for finding in findings if _names_source(finding)]
    if source is None or not told:
        return list(findings)
    readings = phrases([finding.text for finding in told], engine, cache, target, source)
    around = cache.translate(engine, [_sentence(finding, document) for finding in told], target, source)
    explained = iter([_explained(*each) for each in zip(told, readings, around, strict=True)])
    return [next(explained) if _names_source(finding) else finding for finding in findings]


def _names_source(finding: Finding) -> bool:
    return isinstance(finding.evidence.get(SOURCE_PHRASE), str)


def _sentence(finding: Finding, document: Document) -> str:
    paragraph = document.paragraph_at(finding.start)
    if paragraph is None:
        return finding.text
    start, end = paragraph.sentence_at(finding.start - paragraph.start)
    return paragraph.text[start:end]


def _explained(finding: Finding, reading: str, around: str) -> Finding:
    sources = [part.strip() for part in str(finding.evidence[SOURCE_PHRASE]).split("|") if part.strip()]
    evidence = {**finding.evidence, "back_translation": reading}
    if not any(holds(text, source) for text in (reading, around) for source in sources):
        return replace(finding, evidence=evidence)
    evidence["contrast"] = "confirmed"
    weight = 0.0 if finding.evidence.get(EVERYDAY) else CONFIRMED_WEIGHT
    confidence = max(finding.confidence, min(CONFIDENCE_CAP, 1 - (1 - finding.confidence) * (1 - weight)))
    suffix = f" – reads as “{reading}”" if plain(reading) != plain(finding.text) else ""
    return replace(finding, evidence=evidence, confidence=confidence, message=finding.message + suffix)
