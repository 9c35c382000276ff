"""Finds terms of the source that are not rendered as the desk's glossary has it."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from audit.check import Needs, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.terms.likely import Likely, likely
from audit.terms.lookup import Sourced, lookup
from audit.terms.rendering import places
from audit.terms.telling import alternatives, evidence, noted
from audit.terms.wording import change

TOLD_CONFIDENCE, SENTENCE_CONFIDENCE = 0.8, 0.6
"""Confidence where the words that render the term are found, and where only its sentence is: by judgement. A term may
be rendered by a pronoun, or stand in the next paragraph."""


@paragraph_check(
    id="TER102",
    category="terminology/inconsistent with terminology resource",
    its_type="terminology",
    severity=Severity.MINOR,
    confidence=TOLD_CONFIDENCE,
    fix="unsafe",
    needs=frozenset({Needs.SOURCE}),
)
def missing_term(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A term of the source has none of the renderings that the desk's glossary wants.

    The glossaries are those of `--glossary` and of the configuration; without one the rule is silent. A term is found in the singular and the plural, and so is its rendering, with a possessive or the capital of a sentence's beginning. Marked is what most likely stands for it: a rendering that the glossary forbids, the term as the source has it, the words that translate its words; else the sentence that renders its sentence.

    Glossary:
        source, term, forbidden
        ayuntamiento, city council, town hall
        consejero|consejera, regional minister,
        Guardia Civil, Civil Guard,
        zona de bajas emisiones, low-emission zone,
    Bad (es-en):
        The <v>town hall</v> met on Monday. ← El ayuntamiento se reunió el lunes.
        The <v>adviser</v> resigned on Monday. ← El consejero dimitió el lunes.
        He was taken to the <v>Guardia Civil</v> post. ← Lo llevaron al puesto de la Guardia Civil.
        <v>Cars may not enter the clean district before ten.</v> ← Los coches no pueden entrar en la zona de bajas emisiones antes de las diez.
    Good (es-en):
        City councils met the Civil Guard's officers on Monday. ← Los ayuntamientos se reunieron el lunes con agentes de la Guardia Civil.

    References:
        MQM terminology/inconsistent with terminology resource.
    """
    held = lookup(document)
    if held is None:
        return
    forbidden = held.forbidden(paragraph, document.source_lang)
    lacking: dict[Likely, list[Sourced]] = {}
    for term, one in {one.term: one for one in reversed(held.sourced(paragraph, document.source_lang))}.items():
        if not any(places(rendering, paragraph, compounds=True) for rendering in term.required):
            where = likely(one, paragraph, document, forbidden)
            if where is not None:
                lacking.setdefault(where, []).append(one)
    for where, missing in lacking.items():
        yield _mark(where, missing, paragraph)


def _mark(where: Likely, missing: list[Sourced], paragraph: Paragraph) -> Mark:
    """One mark a place: a sentence may lack several terms."""
    source, first = paragraph.source or "", missing[0].term
    told = [
        noted(
            f"the source has “{source[one.start : one.end]}”: the glossary has {alternatives(one.term)} for it",
            one.term,
        )
        for one in missing
    ]
    wording = first.required[0].text
    new = change(wording, where.place, paragraph) if where.place else None
    return Mark(
        start=new.start if new else where.start,
        end=where.end,
        message="; ".join(told),
        suggestion=new.text if new else wording if where.told else None,
        hint=new is None or not new.sure,
        severity=max((one.term.severity or Severity.MINOR for one in missing), key=attrgetter("weight")),
        confidence=TOLD_CONFIDENCE if where.told else SENTENCE_CONFIDENCE,
        evidence={"source": source[missing[0].start : missing[0].end], **evidence(first)},
    )
