"""Finds renderings that the desk's glossary does not let stand."""

from __future__ import annotations

from collections.abc import Iterator

from audit import thresholds
from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.terms.lookup import Rendered, lookup
from audit.terms.telling import alternatives, evidence, noted
from audit.terms.wording import change

UNSOURCED_CONFIDENCE = 0.4
"""Where the source of the paragraph has no such term the word renders another: under the default bar of 0.5."""


@paragraph_check(
    id="TER101",
    category="terminology/inconsistent with terminology resource",
    its_type="terminology",
    severity=Severity.MINOR,
    confidence=thresholds.OWN_CONFIDENCE,
    fix="unsafe",
)
def forbidden_term(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A rendering stands in the article that the desk's glossary forbids.

    A machine has no house style: it writes one term three ways, and none of them may be the desk's. The glossaries are those of `--glossary` and of the configuration; without one the rule is silent. A plural is found too, and the suggestion keeps number and capital. Where the article's source is known and the paragraph's has no such term, the word renders another, and the finding is shown to those only who ask for less confidence.

    Glossary:
        source, term, forbidden
        ayuntamiento, city council, town hall|municipality
        , climate crisis, climate change
    Bad (es-en):
        The <v>town halls</v> of the valley asked for help against <v>climate change</v>.
    Good (es-en):
        The city councils of the valley asked for help in the climate crisis.

    References:
        MQM terminology/inconsistent with terminology resource.
    """
    held = lookup(document)
    if held is None:
        return
    sourced = {one.term for one in held.sourced(paragraph, document.source_lang)}
    for one in held.forbidden(paragraph, document.source_lang):
        doubted = paragraph.source is not None and one.term.sources and one.term.required and one.term not in sourced
        yield _mark(one, paragraph, UNSOURCED_CONFIDENCE if doubted else None)


def _mark(one: Rendered, paragraph: Paragraph, confidence: float | None) -> Mark:
    text, term = paragraph.text[one.place.start : one.place.end], one.term
    wanted = f"the glossary has {alternatives(term)} for it" if term.required else "the glossary forbids it"
    new = change(term.required[0].text, one.place, paragraph) if term.required else None
    return Mark(
        start=new.start if new else one.place.start,
        end=one.place.end,
        message=noted(f"“{text}”: {wanted}", term),
        suggestion=new.text if new else None,
        hint=new is not None and not new.sure,
        severity=term.severity,
        confidence=confidence,
        evidence=evidence(term),
    )
