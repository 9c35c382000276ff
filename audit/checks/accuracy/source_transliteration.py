"""A name in the spelling that the source language gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.source_forms import forms

_FOREIGN = re.compile(r"(?:\b(?:de|del|di|du|do|da|von|van|la|el|le|il) |[@#/.])\Z")


@paragraph_check(
    id="ACC134",
    category="terminology/inconsistent with terminology resource",
    its_type="terminology",
    severity=Severity.MAJOR,
    confidence=0.85,
    fix="unsafe",
)
def source_transliteration(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A Russian, Ukrainian, Arabic or other name, transliterated as the source language does it.

    Names from other scripts are spelled by ear, by each language in its own way; a machine copies what it reads, so
    that *Jrushchov* stands where English readers know Khrushchev.

    Bad (es-en):
        The speech in which <v>Jrushchov</v> attacked Stalin was secret.
    Bad (fr-en):
        The two presidents, Macron and <v>Poutine</v>, spoke for an hour.
    Bad (de-en):
        <v>Gorbatschow</v> resigned on Christmas Day.
    Good (es-en):
        The speech in which Khrushchev attacked Stalin was secret. Poutine is a dish of chips and gravy.
    """
    for start, end, form, english in forms(paragraph.text, "source_transliterations", document.source_lang):
        doubtful = form == "Poutine" and paragraph.sentence_start(start)
        if not doubtful and not _FOREIGN.search(paragraph.text, max(0, start - 5), start):
            yield Mark(start=start, end=end, message=f"“{form}” is spelled “{english}” in English", suggestion=english)
