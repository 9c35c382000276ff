"""A place under its name in the source language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import vocabulary
from audit.check import paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.source_forms import forms

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"(?:^|.*[\s(“\"‘'/–—])(\S+) $", re.DOTALL)
_AFTER = re.compile(r"(?:[’']s)? (?:[A-ZÀ-Þ&]|(?:y|e|et|und|de|del|di|du|do|da|la|el)\b)|[-/@’'.]\w|\w")
_LINKS = frozenset(
    "in of from to and the at for between with by near through via into towards toward across outside around over against or but that than on about".split()
)
"""Words before which and after which no name of a club, paper or person goes on."""


@paragraph_check(
    id="ACC133",
    category="accuracy/untranslated",
    its_type="untranslated",
    severity=Severity.MAJOR,
    confidence=0.9,
    fix="unsafe",
)
def source_exonym(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A country, city, sea or people named as the source language names it.

    Machines copy place names they do not know, and put the halves of a compound one in the source's order.

    Bad (es-en):
        The ministers met in <v>Pekín</v> on Monday.
        Troops from <v>Korea of the North</v> crossed the border with <v>Corea</v>.
        The summit in <v>Nueva York</v> ended.
    Bad (it-en):
        The train from <v>Londra</v> was late.
    Good (es-en):
        She writes for La Gaceta de Londres, lives in Köln and flew from Beijing to the Place de Moscou in Paris.
    """
    for start, end, form, english in forms(paragraph.text, "source_exonyms", document.source_lang):
        if _alone(paragraph, start, end, form):
            yield Mark(start=start, end=end, message=f"“{form}” is “{english}” in English", suggestion=english)


def _alone(paragraph: Paragraph, start: int, end: int, form: str) -> bool:
    """Whether nothing before or after makes the form part of a longer foreign name."""
    text = paragraph.text
    if _AFTER.match(text, end):
        return False
    words = [word[0] for word in _WORD.finditer(text[max(0, start - 20) : start])]
    last = words[-1] if words else ""
    if " " in form or form[0].islower():
        return not (last and vocabulary.foreign_language(last.lower()))
    if paragraph.sentence_start(start):
        return bool(re.match(r",? [a-z]", text[end : end + 3])) and not text[:start].rstrip().endswith(tuple('“"‘«'))
    return last in _LINKS and text[start - 1] == " " and text[: start - 1].endswith(last)
