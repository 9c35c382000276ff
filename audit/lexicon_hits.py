"""Lexicon matches of a paragraph, looked up once and shared by the rules that report them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from audit import thresholds
from audit.document import Document, Paragraph, TableFile
from audit.finding import Mark
from audit.lexicon import matcher, own
from audit.lexicon.completeness import complete
from audit.lexicon.matcher import Match
from audit.lexicon.setting import TRANSLATED, Setting
from audit.lexicon.topics import topics

_Place = tuple[str | None, frozenset[str], str | None]
"""What a paragraph was translated from or back into, what its article is about, and the article's source language."""

_Spans = tuple[tuple[int, int], ...]

GAP = "…"
"""Stands in a suggestion for words of the text: it is a hint then, and no text to put in place of the match."""
_FIGURE = re.compile(r"\d+")
EVERY = "*"
"""Stands for every source language."""
RECENT_PARAGRAPHS = 512
"""Paragraphs whose matches are kept: the longest news page seen has under 200, and every rule asks once for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A match with the language pair of the lexicon it comes from, or the name of the desk's own `table`."""

    start: int
    end: int
    entry_pair: str
    match: Match
    table: str | None = None


def hits(paragraph: Paragraph, document: Document, kind: str) -> Iterator[Mark]:
    """Marks for the entries of one kind: of the document's source language, or of every one when it is unknown.

    Those of the desk's own tables come first: a shipped entry that overlaps one is silent.
    """
    known = paragraph.source or paragraph.back_translation
    place = (known, _about(document), document.source_lang)
    for hit in _found(paragraph.text, paragraph.sentences, place, document.target_lang, document.lexicons):
        if hit.match.entry.kind == kind:
            yield _mark(hit, paragraph)


def all_hits(paragraph: Paragraph, document: Document) -> tuple[Hit, ...]:
    """Every match in a paragraph that asks for no source, taking it for a translation from every language at once."""
    return _found(paragraph.text, paragraph.sentences, (None, _about(document), EVERY), document.target_lang)


def _about(document: Document) -> frozenset[str]:
    """The article's topics, looked up by its text as one piece: every rule asks for every paragraph."""
    return topics((document.text,))


@lru_cache(maxsize=RECENT_PARAGRAPHS)
def _found(
    text: str, sentences: _Spans, place: _Place, target_lang: str, lexicons: tuple[TableFile, ...] = ()
) -> tuple[Hit, ...]:
    source, about, lang = place
    tables = [table for file in lexicons if (table := own.load(file)).target_lang in {None, target_lang}]
    held = _own(text, sentences, place, tables)
    shipped = []
    for pair in matcher.available():
        source_lang, _, target = pair.partition("-")
        if target == target_lang and lang in {None, EVERY, source_lang}:
            setting = Setting(
                source_text=source,
                topics=about,
                translated=lang in {source_lang, EVERY},
                off=frozenset[str]().union(*(table.switched_off(source_lang) for table in tables)),
            )
            shipped += [
                Hit(start=match.start, end=match.end, entry_pair=pair, match=match)
                for match in matcher.load(source_lang, target).matches(text, sentences, setting)
            ]
    return tuple(sorted([*held, *_clear_of(held, shipped)], key=lambda hit: (hit.start, hit.end)))


def _own(text: str, sentences: _Spans, place: _Place, tables: Iterable[own.Own]) -> list[Hit]:
    """Hits of the desk's own tables, those of the first one first."""
    source, about, lang = place
    held: list[Hit] = []
    for table in tables:
        for lexicon in table.lexicons:
            if lexicon.source_lang == own.ANY or lang in {None, lexicon.source_lang}:
                setting = Setting(source_text=source, topics=about, translated=lang is not None)
                found = (
                    Hit(start=match.start, end=match.end, entry_pair="", match=match, table=table.name)
                    for match in lexicon.matches(text, sentences, setting)
                )
                held += _clear_of(held, found)
    return held


def _clear_of(held: list[Hit], others: Iterable[Hit]) -> list[Hit]:
    """The other hits that overlap none of these."""
    return [hit for hit in others if all(hit.end <= one.start or hit.start >= one.end for one in held)]


def _mark(hit: Hit, paragraph: Paragraph) -> Mark:
    entry, match = hit.match.entry, hit.match
    hint = f" (such as: {match.suggestion})" if _is_example(match, paragraph) else ""
    return Mark(
        start=match.start,
        end=match.end,
        message=f"“{paragraph.text[match.start : match.end]}”: {entry.note}{hint}",
        suggestion=None if hint else match.suggestion,
        hint=not complete(match, paragraph.text),
        severity=entry.severity,
        confidence=thresholds.OWN_CONFIDENCE if hit.table else _confidence(match, paragraph),
        evidence={
            "entry": entry.id,
            **({"table": hit.table} if hit.table else {}),
            **({"source_phrase": " | ".join(entry.sources).replace("~", "")} if entry.sources else {}),
            **({"in_source": match.source_phrase} if _told_by_source(match, paragraph) else {}),
            "alternatives": list(match.suggestions[1:]),
            **({"everyday": True} if TRANSLATED in entry.context else {}),
            "human_per_million": entry.human_pmw,
            "machine_per_million": entry.machine_pmw,
        },
    )


def _is_example(match: Match, paragraph: Paragraph) -> bool:
    """Whether the suggestion leaves words to the reader, or has figures of its own: no text to put in place then."""
    figures = set(_FIGURE.findall(match.suggestion)) - set(_FIGURE.findall(paragraph.text[match.start : match.end]))
    return GAP in match.suggestion or bool(figures)


def _confidence(match: Match, paragraph: Paragraph) -> float | None:
    """More where the source article holds the phrase; less for what people write as well; else the rule's own."""
    if _told_by_source(match, paragraph):
        return thresholds.SOURCE_CONFIDENCE
    rate = match.entry.human_pmw or 0.0
    if TRANSLATED in match.entry.context:
        return thresholds.known_translation(rate)
    return thresholds.AMBIGUOUS_CONFIDENCE if rate >= thresholds.AMBIGUOUS_RATE else None


def _told_by_source(match: Match, paragraph: Paragraph) -> bool:
    return match.source_phrase is not None and paragraph.source is not None
