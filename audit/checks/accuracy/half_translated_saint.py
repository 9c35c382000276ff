"""A place or person named for a saint, with only the “saint” translated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import person_names
from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity

_SAINT = re.compile(r"(?<![\w’'-])(?:Saints?|St\.?|Holy|Sacred) ([A-ZÀ-Þ][^\W\d_]{2,})(?![\w’-])")
_ROMANCE = frozenset({"es", "pt", "it"})
_FIXED = {
    "Saint Sunday": "Santo Domingo",
    "Holy Sunday": "Santo Domingo",
    "Saint Week": "Holy Week",
    "Saint Faith": "Santa Fe",
    "Holy Faith": "Santa Fe",
    "Saint Cross": "Santa Cruz",
    "Saint Friday": "Good Friday",
    "Saint Spirit": "Holy Spirit",
    "Saint Headquarters": "Holy See",
    "Saint Seat": "Holy See",
    "Holy Seat": "Holy See",
    "Holy Headquarters": "Holy See",
    "Saint Father": "Holy Father",
    "Saint Land": "Holy Land",
}
"""What *santo*, also “holy”, makes of feasts, cities and the Vatican; “Holy Sunday” is no feast in English."""


@paragraph_check(
    id="ACC108",
    category="accuracy/mistranslation",
    its_type="mistranslation",
    severity=Severity.MAJOR,
    confidence=0.9,
    fix="unsafe",
)
def half_translated_saint(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A place or person named for a saint, with only the “saint” translated.

    San Luis is a city and San Lorenzo a club; a machine translates the half it knows.

    Bad (es-en):
        The rally in <v>Saint Luis</v> Potosí was held in <v>Saint Week</v>.
        The fans of <v>Saint Lorenzo</v> returned to <v>Saint Sunday</v>.
    Bad (pt-en):
        The state of <v>Saint Paulo</v> closed its schools.
    Good (es-en):
        In San Luis Potosí, St. Louis and Saint Laurent people prayed to Saint Peter in Holy Week.
    """
    for match in _SAINT.finditer(paragraph.text):
        name = _FIXED.get(match[0]) or _original(match[1], document.source_lang)
        if name is not None:
            message = f"“{match[0]}” is half translated: {name}"
            yield Mark(start=match.start(), end=match.end(), message=message, suggestion=name)


def _original(name: str, lang: str | None) -> str | None:
    """The saint as at home; None for names that other languages or English have too."""
    languages = person_names.given_languages(name)
    if not languages or not languages <= _ROMANCE or not person_names.foreign_given(name):
        return None
    at_home = lang if lang in languages else min(languages, key="es pt it".split().index)
    return f"{_saint(name, at_home)} {name}"


def _saint(name: str, lang: str) -> str:
    if name.endswith("a"):
        return "Santa"
    if lang == "pt":
        return "Santo" if name[0] in "AEIOÁÉÍÓ" else "São"
    return "Santo" if lang == "es" and name.startswith(("To", "Do")) else "San"
