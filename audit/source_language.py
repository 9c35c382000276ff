"""Infers the language an article was translated from, with its confidence and the reasons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from audit import lexicon_hits, person_names, tables, vocabulary
from audit.document import Document, LanguageGuess, Paragraph, Role
from audit.lexicon.setting import TRANSLATED

BAR = 0.55
"""Least confidence for a language to be stated: at it no guess on the annotated translations is wrong, and four of 200
articles that people wrote in English are taken for translations."""
MOST_CLUES = 3
"""Clues counted of each row of the table: a list of towns tells no more than three of them."""
LEAST_LETTERS = 5
"""Letters of a left-over word that counts as a clue."""
LEFT_OVER_WEIGHT = 0.7
PHRASE_WEIGHT, EVERYDAY_WEIGHT = 1.4, 0.5
"""Weight of a phrase of a lexicon, and of one that people write as well: nobody writes the first, but one alone is not
enough, since some mistakes are those of learners of many languages."""
NAME_WEIGHT = 0.4
"""Weight of a person's first name: pages about a country name its people whoever wrote them."""
PRIOR = 1.0
"""Weight of knowing nothing; a clue of weight 1 alone leaves the confidence at one half."""
_FULL_NAME = re.compile(r"\b([A-ZÀ-Þ][a-zà-ÿ]+) (?=(?:de |del |da |di |dos )?(?:la |los |las )?[A-ZÀ-Þ][a-zà-ÿ])")
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
        for lang, phrase, weight in (*_phrases(paragraph, document), *_people(paragraph)):
            clues[lang][f"“{phrase}”"] = weight
        for match in _WORD.finditer(paragraph.text):
            told = vocabulary.foreign_language(match[0]) if len(match[0]) >= LEAST_LETTERS else None
            if told:
                clues[told][f"“{match[0]}”"] = LEFT_OVER_WEIGHT
    return clues


def _phrases(paragraph: Paragraph, document: Document) -> Iterator[tuple[str, str, float]]:
    """Lexicon hits as (language, phrase, weight); a phrase that several languages leave tells each of them less.

    Figures are left out: most of Europe writes them alike.
    """
    hits = lexicon_hits.all_hits(paragraph, document)
    for hit in hits:
        if any(map(str.isdigit, paragraph.text[hit.start : hit.end])):
            continue
        langs = {other.entry_pair for other in hits if other.start < hit.end and hit.start < other.end}
        weight = EVERYDAY_WEIGHT if TRANSLATED in hit.match.entry.context else PHRASE_WEIGHT
        yield hit.entry_pair.partition("-")[0], paragraph.text[hit.start : hit.end], weight / len(langs)


def _people(paragraph: Paragraph) -> Iterator[tuple[str, str, float]]:
    """First names before a surname as (language, name, weight), those of several languages divided among them."""
    for match in _FULL_NAME.finditer(paragraph.text):
        if person_names.foreign_given(match[1]):
            langs = person_names.given_languages(match[1])
            yield from ((lang, match[1], NAME_WEIGHT / len(langs)) for lang in langs)


@cache
def _table() -> list[tuple[re.Pattern[str], str, float]]:
    return [
        (re.compile(row[1] if row[1].startswith("[") else rf"\b(?:{row[1]})\b"), row[0], float(row[2]))
        for row in tables.rows("source_clues")
    ]
