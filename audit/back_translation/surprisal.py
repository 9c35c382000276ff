"""How surprising each word is as a rendering of the source, or of the back-translation where there is none.

Force-decoding a translation as quality evidence: Thompson & Post 2020 (Prism-src), Fomicheva et al. 2020.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from audit import thresholds
from audit.back_translation.cache import Cache
from audit.back_translation.confusions import others
from audit.back_translation.rewording import Asked, Proposal, best, line, words
from audit.document import PROSE, Document, Paragraph, Surprisal
from audit.engine import Engine, ForcedDecoder, ForcedPiece
from audit.segmentation.sentences import sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A sentence of a paragraph, `text[start:end]`, and what it renders."""

    paragraph: Paragraph
    start: int
    end: int
    source: str

    @property
    def text(self) -> str:
        """The sentence."""
        return self.paragraph.text[self.start : self.end]


def with_surprisals(document: Document, read: Sequence[Rendered], decoder: ForcedDecoder) -> Document:
    """The document with the surprisals of the words of the sentences read, which `rendered` gave.

    `decoder` must serve source to target language. Small words that the scorer does not trust are tried against those
    they are taken for. Raises EngineError when the decoder fails.
    """
    source, target = document.source_lang, document.target_lang
    if source is None or decoder.unavailable(source, target):
        return document
    told = decoder.forced([(line(one.source), line(one.text)) for one in read], source, target)
    held = [list(_words(one, pieces)) for one, pieces in zip(read, told, strict=True)]
    places = [(i, j) for i, found in enumerate(held) for j in range(len(found)) if _doubtful(read[i], found[j])]
    asked = [
        Asked(source=read[i].source, sentence=read[i].text, start=held[i][j].start - read[i].start) for i, j in places
    ]
    proposals = [_confusions(read[i], held[i][j], target) for i, j in places]
    for (i, j), better in zip(places, best(asked, proposals, decoder, source, target), strict=True):
        if better is not None:
            held[i][j] = replace(held[i][j], alternative=better.text, gain=better.gain)
    by_paragraph: dict[int, list[Surprisal]] = {}
    for one, found in zip(read, held, strict=True):
        by_paragraph.setdefault(one.paragraph.index, []).extend(found)
    return replace(
        document,
        paragraphs=tuple(replace(p, surprisals=tuple(by_paragraph.get(p.index, ()))) for p in document.paragraphs),
    )


def rendered(document: Document, engine: Engine | None, cache: Cache) -> list[Rendered]:
    """The sentences of running text with what they render; sentences without are left out.

    That is the sentence of the source where source and paragraph have as many, else the back-translation.
    """
    chosen = [paragraph for paragraph in document.paragraphs if paragraph.role in PROSE]
    given = {p.index: paired for p in chosen if (paired := _paired(p, document.source_lang or ""))}
    rest = [p for p in chosen if p.index not in given and p.back_translation is not None and engine is not None]
    spans = [(p, span) for p in rest for span in p.sentences or ((0, len(p.text)),)]
    back: list[str] = []
    if engine is not None and document.source_lang is not None:
        texts = [p.text[start:end] for p, (start, end) in spans]
        back = cache.translate(engine, texts, document.target_lang, document.source_lang)
    held = [one for paired in given.values() for one in paired]
    held += [Rendered(paragraph=p, start=s, end=e, source=t) for (p, (s, e)), t in zip(spans, back, strict=True)]
    return sorted(held, key=lambda one: (one.paragraph.index, one.start))


def _paired(paragraph: Paragraph, lang: str) -> list[Rendered]:
    """The sentences with those of the source, where there are as many."""
    own = paragraph.sentences or ((0, len(paragraph.text)),)
    source = paragraph.source
    theirs = sentences(source, lang) if source else ()
    if source is None or len(own) != len(theirs):
        return []
    return [
        Rendered(paragraph=paragraph, start=start, end=end, source=source[begin:finish])
        for (start, end), (begin, finish) in zip(own, theirs, strict=True)
    ]


def word_logprobs(text: str, pieces: Sequence[ForcedPiece]) -> Iterator[tuple[int, int, float]]:
    """Start and end of each word with the sum of its pieces; words of which no piece was read are left out."""
    at = 0
    for start, end in words(text):
        while at < len(pieces) and pieces[at].end <= start:
            at += 1
        own = [piece.logprob for piece in pieces[at : bisect_left(pieces, end, key=lambda piece: piece.start)]]
        if own:
            yield start, end, sum(own)


def _words(one: Rendered, pieces: Sequence[ForcedPiece]) -> Iterator[Surprisal]:
    for start, end, logprob in word_logprobs(one.text, pieces):
        yield Surprisal(start=one.start + start, end=one.start + end, logprob=logprob)


def _doubtful(one: Rendered, word: Surprisal) -> bool:
    """Whether it is worth the time to try other words: not where a scorer has read the word and suspects nothing."""
    suspicion = one.paragraph.suspicion(word.start, word.end)
    return suspicion is None or suspicion >= thresholds.WORTH_ASKING


def _confusions(one: Rendered, word: Surprisal, lang: str) -> list[Proposal]:
    start, end = word.start - one.start, word.end - one.start
    return [(start, end, other) for other in others(one.text[start:end], lang)]
