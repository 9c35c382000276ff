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
    bare = tuple(
        Paragraph(index=index, start=start, end=end, text=text[start:end])
        for index, (start, end) in enumerate(split(text))
    )
    sources = _paired_sources(document.source, len(bare))
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
                source=sources[i],
            )
            for i, paragraph in enumerate(bare)
        ),
    )


def _paired_sources(source: str | None, count: int) -> list[str | None]:
    """Source paragraphs in order when there are exactly as many; otherwise none is paired."""
    if source is None:
        return [None] * count
    held: list[str | None] = [source[start:end] for start, end in split(source)]
    return held if len(held) == count else [None] * count
