"""A paragraph beside its source: their sentences, paired."""

from __future__ import annotations

from collections.abc import Iterator

from audit.bitext import sentences
from audit.document import Document, Paragraph
from audit.segmentation.sentences import sentences as spans

Span = tuple[int, int]
LEAST_LIKE = 0.15
"""Likeness below which two sentences are not compared any further."""


def passages(paragraph: Paragraph, document: Document) -> Iterator[tuple[Span | None, Span | None]]:
    """Yield the sentences of the source with those that render them, as ranges of both texts; None where there are none."""
    if paragraph.source is None:
        return
    lang = document.source_lang or ""
    held = sentences.passages(
        paragraph.source, spans(paragraph.source, lang), paragraph.text, paragraph.sentences, lang, document.target_lang
    )
    yield from ((one.source, one.target) for one in held if one.likeness >= LEAST_LIKE or not (one.source and one.target))
