"""Pairs the paragraphs of an article with those of its source, and tells which of them nothing renders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.bitext.alignment import Bead, align
from audit.bitext.likeness import Likenesses, Side
from audit.document import Document, Gap, Paragraph
from audit.segmentation.paragraphs import split
from audit.segmentation.sentences import sentences

LEAST_LIKE, LEAST_LONE = 0.04, 0.12
"""Likeness below which two paragraphs are no rendering of each other, and the same where one is much longer."""
MUCH_LONGER = 1.5


def with_sources(document: Document) -> Document:
    """The document with the source of each paragraph and the gaps between them.

    The segments of a bilingual file are paired already. Else the paragraphs of the source are aligned with those of the
    article by content words, names, numbers and length; without a source language, one by one where there are as many.
    """
    if document.units:
        return replace(document, gaps=tuple(_untranslated(document)))
    if document.source is None or not document.paragraphs:
        return document
    source = [document.source[start:end] for start, end in split(document.source)]
    if document.source_lang is None:
        return _in_order(document, source)
    texts = [paragraph.text for paragraph in document.paragraphs]
    aligned = align(source, texts, document.source_lang, document.target_lang)
    beads = [one for bead in aligned for one in _told(bead, source, texts)]
    held: dict[int, str] = {}
    for bead in beads:
        held |= _shared(bead, source, document)
    return replace(
        document,
        paragraphs=tuple(replace(one, source=held.get(one.index, one.source)) for one in document.paragraphs),
        gaps=tuple(_gaps(beads, source)),
    )


def _untranslated(document: Document) -> Iterator[Gap]:
    after = -1
    for unit in document.units:
        if unit.start < unit.end:
            after += 1
        elif unit.source.strip():
            yield Gap(after=after, source=unit.source)


def _in_order(document: Document, source: Sequence[str]) -> Document:
    if len(source) != len(document.paragraphs):
        return document
    pairs = zip(document.paragraphs, source, strict=True)
    return replace(document, paragraphs=tuple(replace(paragraph, source=text) for paragraph, text in pairs))


def _told(bead: Bead, source: Sequence[str], texts: Sequence[str]) -> Iterator[Bead]:
    """The bead, or its two sides alone where they are no rendering of each other."""
    sizes = sorted((sum(len(source[i]) for i in bead.source), sum(len(texts[j]) for j in bead.target)))
    least = LEAST_LONE if sizes[1] > MUCH_LONGER * sizes[0] else LEAST_LIKE
    if bead.source and bead.target and bead.likeness < least:
        yield Bead(bead.source, ())
        yield Bead((), bead.target)
    else:
        yield bead


def _gaps(beads: Sequence[Bead], source: Sequence[str]) -> Iterator[Gap]:
    after = -1
    for bead in beads:
        if not bead.target:
            yield from (Gap(after=after, source=source[i]) for i in bead.source)
        after = max(after, *bead.target) if bead.target else after


def _shared(bead: Bead, source: Sequence[str], document: Document) -> dict[int, str]:
    """What each paragraph of a bead renders: all of its source, or its own sentences where there are several."""
    texts = [source[i] for i in bead.source]
    if not texts or len(bead.target) == 1:
        return {j: "\n\n".join(texts) for j in bead.target if texts}
    return dict(_split(texts, [document.paragraphs[j] for j in bead.target], document))


def _split(texts: Sequence[str], paragraphs: Sequence[Paragraph], document: Document) -> Iterator[tuple[int, str]]:
    lang = document.source_lang or ""
    pieces = [text[start:end] for text in texts for start, end in sentences(text, lang)]
    sides = [Side(one.text, document.target_lang, lenient=True) for one in paragraphs]
    likenesses = Likenesses([Side(piece, lang) for piece in pieces], sides)
    cuts, at = [0], 0
    for place in range(len(paragraphs) - 1):
        # A sentence goes to the first paragraph that has more of it than the next one.
        while at < len(pieces) and likenesses.source_share(at, (place,)) >= likenesses.source_share(at, (place + 1,)):
            at += 1
        cuts.append(at)
    cuts.append(len(pieces))
    for place, paragraph in enumerate(paragraphs):
        yield paragraph.index, " ".join(pieces[cuts[place] : cuts[place + 1]]) or " ".join(pieces)
