"""Round-trip chrF: the back-translation translated forth again, against the paragraph it came from."""

from __future__ import annotations

from dataclasses import dataclass

from audit.back_translation.cache import Cache
from audit.back_translation.translation import split, translate_split
from audit.document import Document
from audit.engine import Engine


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundTrip:
    """chrF (0–100, Popović 2015) of each paragraph, in order, and of the document; None where not computed.

    `note` says why nothing was computed.
    """

    paragraphs: tuple[float | None, ...]
    document: float | None = None
    note: str | None = None


def round_trip_chrf(document: Document, engine: Engine, cache: Cache) -> RoundTrip:
    """Score every paragraph that has a back-translation, with chrF as sacreBLEU sets it by default.

    The document's score pools the statistics of its paragraphs. Needs an engine that translates the source language
    into the target language too; raises EngineError when it fails.
    """
    nothing = (None,) * len(document.paragraphs)
    source, target = document.source_lang, document.target_lang
    if source is None:
        return RoundTrip(paragraphs=nothing, note="no round trip: the source language is unknown")
    if why := engine.unavailable(source, target):
        return RoundTrip(paragraphs=nothing, note=f"no round trip: {why}")
    scored = [paragraph for paragraph in document.paragraphs if paragraph.back_translation is not None]
    if not scored:
        return RoundTrip(paragraphs=nothing, note="no round trip: nothing was back-translated")
    back = translate_split([split(paragraph) for paragraph in scored], engine, cache, target, source)
    forth = ["".join(parts) for parts in translate_split(back, engine, cache, source, target)]
    return _score(document, dict(zip((paragraph.index for paragraph in scored), forth, strict=True)))


def _score(document: Document, round_trips: dict[int, str]) -> RoundTrip:
    from sacrebleu.metrics.chrf import CHRF

    metric = CHRF()
    texts = {p.index: p.text for p in document.paragraphs if p.index in round_trips}
    scores = {i: metric.sentence_score(round_trips[i], [text]).score for i, text in texts.items()}
    whole = metric.corpus_score(list(round_trips.values()), [[texts[i] for i in round_trips]]).score
    return RoundTrip(paragraphs=tuple(scores.get(p.index) for p in document.paragraphs), document=whole)
