"""A given name, translated before a surname that was left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import person_names
from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity

_NAME = re.compile(
    r"(?<![\w’'-])([A-ZÀ-Þ][^\W\d_]+)(?=( (?:(?:de|del|da|do|di|von) (?:la |los |las )?)?(?![IVX]+\b)([A-ZÀ-Þ][^\W\d_]{2,}))(?![\w-]))"
)
_ABSURD = {
    "Pains": "Dolores", "Sorrows": "Dolores", "Pillar": "Pilar", "Mercies": "Mercedes", "Miracles": "Milagros",
    "Solitude": "Soledad", "Loneliness": "Soledad", "Remedies": "Remedios", "Rosary": "Rosario", "Comfort": "Consuelo",
    "Solace": "Consuelo", "Immaculate": "Inmaculada", "Incarnation": "Encarnación", "Purification": "Purificación",
    "Assumption": "Asunción", "Conception": "Concepción", "Snows": "Nieves", "Dew": "Rocío", "Refuge": "Refugio",
    "Shelter": "Amparo", "Helmet": "Helmut",
}  # fmt: skip
"""What no English speaker is called, with the name that it renders."""
SOURCE = 0.95
"""Confidence where the source has the same surname behind the original name."""


@paragraph_check(
    id="ACC107",
    category="accuracy/mistranslation",
    its_type="mistranslation",
    severity=Severity.MAJOR,
    confidence=0.85,
    fix="unsafe",
)
def translated_given_name(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A given name, translated before a surname that was left alone.

    Nobody translates the names of the living, but a machine's dictionary has *Pilar* as a pillar and *Guillermo* as
    William. An English name before a foreign surname is common, so it counts only against the source.

    Bad (es-en):
        The councillor <v>Pillar</v> González and the singer <v>Pains</v> Hernández were there.
    Good (es-en):
        Pilar González, Joseph Gómez and Frank Hernández were there. Comfort Suites is a hotel.
    """
    for match in _NAME.finditer(paragraph.text):
        found = _original(match, paragraph, document)
        if found is not None:
            name, confidence = found
            yield Mark(
                start=match.start(1),
                end=match.end(1),
                message=f"“{match[1]}” is a translated name: {name}",
                suggestion=name,
                confidence=confidence,
            )


def _original(match: re.Match[str], paragraph: Paragraph, document: Document) -> tuple[str, float | None] | None:
    english, tail, surname = match[1], match[2], match[3]
    source = document.source or ""
    if source and f"{english}{tail}" not in source:
        for name in sorted(person_names.originals(english)):
            if re.search(rf"(?<!\w){re.escape(name + tail)}(?!\w)", source):
                return name, SOURCE
    known = person_names.surname(surname) and document.source_lang in (None, "es", "de")
    return (_ABSURD[english], None) if english in _ABSURD and known else None
