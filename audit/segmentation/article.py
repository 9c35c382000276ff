"""Turns an article's text into paragraphs with roles, sentences and quotations, without changing a character."""

from __future__ import annotations

from dataclasses import replace

from audit.document import Document, Paragraph
from audit.segmentation.paragraphs import split
from audit.segmentation.quotations import quotations
from audit.segmentation.roles import roles
from audit.segmentation.sentences import sentences


def segment(document: Document) -> Document:
    """The document with its paragraphs; every other field is kept."""
    text = document.text
    translated = [unit for unit in document.units if unit.start < unit.end]
    spans = [(unit.start, unit.end) for unit in translated] if document.units else split(text)
    sources = [unit.source for unit in translated] if document.units else [None] * len(spans)
    bare = tuple(
        Paragraph(index=index, start=start, end=end, text=text[start:end], source=sources[index])
        for index, (start, end) in enumerate(spans)
    )
    quoted = quotations([paragraph.text for paragraph in bare])
    found = roles(document, bare)
    return replace(
        document,
        paragraphs=tuple(
            replace(
                paragraph,
                role=found[i],
                sentences=sentences(paragraph.text, document.target_lang),
                quotations=quoted[i],
            )
            for i, paragraph in enumerate(bare)
        ),
    )
