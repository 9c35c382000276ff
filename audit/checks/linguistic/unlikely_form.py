"""One form of a small word where a translator expects another."""

from __future__ import annotations

from collections.abc import Iterator

from audit import thresholds
from audit.check import Needs, paragraph_check
from audit.document import PROSE, Document, Paragraph
from audit.finding import Mark, Severity


@paragraph_check(
    id="LIN128",
    category="linguistic conventions/grammar",
    its_type="grammar",
    severity=Severity.MINOR,
    confidence=thresholds.FORM_CONFIDENCE,
    roles=PROSE,
    fix="unsafe",
    needs=frozenset({Needs.SURPRISAL}),
)
def unlikely_form(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A form of *be*, *have*, *do* or of a pronoun that does not fit, by the judgement of a translator.

    The sentence is read as a translation of its source, or of its back-translation, once as it stands and once with each form the word is taken for (is/are, has/have, he/him). Where another form makes the sentence far likelier, it is the suggestion; `likelier_by` tells by how many nats (e times). Nothing but the form differs between the two, so topic and style weigh nothing.

    Bad (es-en):
        Every morning it goes to the market, where the butcher gives <v>he</v> a bone.
    Good (es-en):
        Every morning it goes to the market, where the butcher gives him a bone.
    """
    for word in paragraph.surprisals:
        if word.alternative is not None and word.gain >= thresholds.LIKELIER:
            yield Mark(
                start=word.start,
                end=word.end,
                message=f"“{word.alternative}” is far likelier here",
                suggestion=word.alternative,
                confidence=thresholds.SURE_FORM_CONFIDENCE if word.gain >= thresholds.FAR_LIKELIER else None,
                evidence={"surprisal": round(-word.logprob, 1), "likelier_by": round(word.gain, 1)},
            )
