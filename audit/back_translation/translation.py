"""Translates paragraphs sentence by sentence, and phrases on their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.back_translation.cache import Cache
from audit.document import Document, Paragraph, Role
from audit.engine import Engine


def translate_paragraphs(document: Document, engine: Engine, cache: Cache) -> Document:
    """The document with the back-translation of every paragraph but page residue; white space is kept.

    A document of unknown source language comes back unchanged. Raises EngineError when the engine fails.
    """
    if document.source_lang is None:
        return document
    chosen = [paragraph for paragraph in document.paragraphs if paragraph.role is not Role.RESIDUE]
    cut = [split(paragraph) for paragraph in chosen]
    translated = translate_split(cut, engine, cache, document.target_lang, document.source_lang)
    texts = {paragraph.index: "".join(parts) for paragraph, parts in zip(chosen, translated, strict=True)}
    return replace(
        document,
        paragraphs=tuple(replace(p, back_translation=texts.get(p.index)) for p in document.paragraphs),
    )


def phrases(texts: Sequence[str], engine: Engine, cache: Cache, source_lang: str, target_lang: str) -> list[str]:
    """Translate phrases, each of which keeps a small first letter that an engine made the start of a sentence."""
    answers = cache.translate(engine, texts, source_lang, target_lang)
    return [_small(answer) if _starts_small(text) else answer for text, answer in zip(texts, answers, strict=True)]


def split(paragraph: Paragraph) -> list[str]:
    """The text as gap, sentence, gap, …, sentence, gap: sentences at odd places, joined they are the text."""
    spans = paragraph.sentences or ((0, len(paragraph.text)),)
    return list(_alternate(paragraph.text, spans))


def translate_split(
    texts: Sequence[Sequence[str]], engine: Engine, cache: Cache, source_lang: str, target_lang: str
) -> list[list[str]]:
    """Translate the sentences of texts that `split` cut, all in one batch."""
    sentences = [sentence for parts in texts for sentence in parts[1::2]]
    answers = iter(cache.translate(engine, sentences, source_lang, target_lang))
    return [[next(answers) if place % 2 else part for place, part in enumerate(parts)] for parts in texts]


def _alternate(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for start, end in spans:
        yield text[at:start]
        yield text[start:end]
        at = end
    yield text[at:]


def _starts_small(text: str) -> bool:
    return text.lstrip()[:1].islower()


def _small(text: str) -> str:
    first, second = text[:1], text[1:2]
    return text if second.isupper() else first.lower() + text[1:]
