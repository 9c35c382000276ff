"""Paragraphs in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import vocabulary
from audit.check import EVERY_ROLE, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity

_WORD = re.compile(r"(?<![\w@#/.])[^\W\d_]+(?![\w@/]|\.\w)")
LEAST_WORDS = 4
ENGLISH_SHARE = 0.5
"""Share of English words from which a paragraph is not looked at further: news has over 0.9, lists of names about 0.6."""


@paragraph_check(
    id="ACC112",
    category="accuracy/untranslated",
    its_type="untranslated",
    severity=Severity.MAJOR,
    confidence=0.9,
    roles=EVERY_ROLE,
)
def foreign_paragraph(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A whole paragraph left in another language.

    A caption, an embedded post or a link to other news was not sent to the translator, or came back as it was.

    Bad (es-en):
        The court met on Monday.¶<v>Los vecinos de la zona piden que se repare la carretera antes del invierno.</v>
    Good (es-en):
        The court met on Monday in Santa Cruz de la Sierra.
    """
    if document.target_lang != "en":
        return
    words = [word for word in _WORD.findall(paragraph.text) if word.islower()]
    if len(words) < LEAST_WORDS or vocabulary.english_share(words) >= ENGLISH_SHARE:
        return
    lang = vocabulary.language_of(paragraph.text)
    if lang not in (None, document.target_lang):
        yield Mark(start=0, end=len(paragraph.text), message=f"this paragraph is not in English ({lang})")
