"""Infers the language an article was translated from, with its confidence and the reasons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from audit import lexicon_hits, tables, vocabulary
from audit.document import Document, LanguageGuess, Paragraph, Role

BAR = 0.6
"""Least confidence for a language to be stated: below it, guesses on the annotated articles were often wrong."""
MOST_CLUES = 3
"""Clues counted of each row of the table: a list of towns tells no more than three of them."""
LEAST_LETTERS = 5
"""Letters of a left-over word that counts as a clue."""
LEFT_OVER_WEIGHT = 0.7
PRIOR = 1.0
"""Weight of knowing nothing; a clue of weight 1 alone leaves the confidence at one half."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def with_source_language(document: Document) -> Document:
    """The document with `source_lang` filled in where the guess is sure enough, and the guess itself."""
    guess = infer(document)
    return replace(document, source_lang=guess.lang, language_guess=guess)


def infer(document: Document) -> LanguageGuess:
    """The source language of a document: as given, told by its source, or weighed from clues in the text.

    Clues and their weights: agencies, media, countries and names (`source_clues.tsv`), left-over words, and hits of the
    lexicon of each language. The confidence is the winner's share of all weight and of `PRIOR`.
    """
    if document.source_lang:
        return LanguageGuess(lang=document.source_lang, confidence=1.0, reason="given")
    if document.source and (lang := vocabulary.language_of(document.source)):
        return LanguageGuess(lang=lang, confidence=0.99, reason="the source article")
    clues = _clues(document)
    if not clues:
        return LanguageGuess(lang=None, confidence=0.0, reason="nothing in the text tells its source language")
    lang = max(sorted(clues), key=lambda one: sum(clues[one].values()))
    total = sum(sum(found.values()) for found in clues.values())
    confidence = round(sum(clues[lang].values()) / (total + PRIOR), 2)
    named = ", ".join(sorted(clues[lang], key=lambda clue: -clues[lang][clue])[:4])
    if confidence < BAR:
        return LanguageGuess(
            lang=None, confidence=confidence, reason=f"only {named} point to a source language ({lang})"
        )
    return LanguageGuess(lang=lang, confidence=confidence, reason=named)


def _clues(document: Document) -> dict[str, dict[str, float]]:
    clues: dict[str, dict[str, float]] = defaultdict(dict)
    for words, lang, weight in _table():
        for clue in sorted({match[0] for match in words.finditer(document.text)})[:MOST_CLUES]:
            clues[lang][f"“{clue}”"] = weight
    for paragraph in document.paragraphs:
        if paragraph.role is Role.RESIDUE:
            continue
        for lang, phrase, weight in _phrases(paragraph, document):
            clues[lang][f"“{phrase}”"] = weight
        for match in _WORD.finditer(paragraph.text):
            told = vocabulary.foreign_language(match[0]) if len(match[0]) >= LEAST_LETTERS else None
            if told:
                clues[told][f"“{match[0]}”"] = LEFT_OVER_WEIGHT
    return clues


def _phrases(paragraph: Paragraph, document: Document) -> Iterator[tuple[str, str, float]]:
    """Lexicon hits as (language, phrase, weight); a phrase that several languages leave tells each of them less."""
    hits = lexicon_hits.all_hits(paragraph, document)
    for hit in hits:
        langs = {other.entry_pair for other in hits if other.start < hit.end and hit.start < other.end}
        yield hit.entry_pair.partition("-")[0], paragraph.text[hit.start : hit.end], 1 / len(langs)


@cache
def _table() -> list[tuple[re.Pattern[str], str, float]]:
    return [
        (re.compile(row[1] if row[1].startswith("[") else rf"\b(?:{row[1]})\b"), row[0], float(row[2]))
        for row in tables.rows("source_clues")
    ]
