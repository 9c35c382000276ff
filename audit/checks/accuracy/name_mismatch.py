"""Finds names that are not those of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.bitext.name_pairs import Swap, Why, expanded, nation_swaps, people, swaps, unpaired
from audit.bitext.names import acronym, exonym
from audit.check import Needs, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.paragraph_source import passages

_GARBLED = re.compile("[ÃÂ�]")
"""Letters of a word read in the wrong encoding, which has a rule of its own."""
CONFIDENCE = {Why.NATION: 0.85, Why.MISSPELT: 0.85, Why.PERSON: 0.85, Why.LONE: 0.6, Why.ACRONYM: 0.4}


@paragraph_check(
    id="ACC204",
    category="accuracy/mistranslation",
    its_type="mistranslation",
    severity=Severity.CRITICAL,
    confidence=0.85,
    fix="unsafe",
    needs=frozenset({Needs.SOURCE}),
)
def name_mismatch(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A person, place, organisation, nation or acronym is not that of the source.

    Machines respell names, translate surnames and take one country for another. The names of a sentence and of its source
    are paired off: as they are, by the English name of a place or nation, or translated. Told are a name that is the
    source's but for some letters, another word beside the same first name or surname, another nation, and a name that has
    no counterpart where one of the source has none either.

    Bad (es-en):
        The study was led by Marta <v>Rivers</v> in Valencia. ← El estudio fue dirigido por Marta Ríos en Valencia.
        The money was moved to <v>Switzerland</v> within a week. ← El dinero fue trasladado a Suecia en una semana.
    Good (es-en):
        The study was led by Marta Ríos in Seville, not in London. ← El estudio fue dirigido por Marta Ríos en Sevilla, no en Londres.

    References:
        MQM accuracy/mistranslation/entity; names of countries from CLDR.
    """
    source, whole = paragraph.source, document.source or ""
    if source is None:
        return
    lang, target_lang = document.source_lang or "", document.target_lang
    told = {swap.start: swap for swap in people(source, paragraph.text, whole or source, lang)}
    for swap in nation_swaps(source, paragraph.text, whole, lang, target_lang):
        told.setdefault(swap.start, swap)
    for swap in told.values():
        yield _mark(swap, 0, lang)
    held = unpaired(source, paragraph.text, whole, lang, target_lang)
    for there, here in passages(paragraph, document):
        if there is None or here is None:
            continue
        for swap in swaps(held.within(there, here), lang):
            own = paragraph.text[swap.start + here[0] : swap.end + here[0]]
            if swap.start + here[0] in told or _GARBLED.search(own) or (acronym(own) and expanded(own, document.text)):
                continue
            yield _mark(swap, here[0], lang)


def _mark(swap: Swap, offset: int, lang: str) -> Mark:
    nation = swap.why is Why.NATION
    return Mark(
        start=swap.start + offset,
        end=swap.end + offset,
        message=f"the source has “{swap.source}”",
        suggestion=None if nation else (exonym(swap.source, lang) or swap.source),
        confidence=CONFIDENCE[swap.why],
        evidence={"source": swap.source},
    )
