"""Finds words that stand in the translation as they stand in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from audit import vocabulary
from audit.bitext.glossary import alike, renderings
from audit.bitext.words import Word, function_words, words
from audit.check import EVERY_ROLE, Needs, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.quantities.vocabulary import unit_words

PHRASE, WORD = 0.9, 0.6
"""Confidence of several words in a row and of one, which may be a word that English has taken over."""
TITLE = 6
"""Words up to which something in quotation marks that begins with a capital is taken for the title of a work."""
SHORT, LEAST = 5, 3
"""Letters of a word that is told alone, and of one that counts beside others."""
PARTICLES = frozenset("de del la las los el y e da do dos das di della le les des du von der den van und".split())
"""Words of grammar that names are made with."""


@paragraph_check(
    id="ACC208",
    category="accuracy/untranslated",
    its_type="untranslated",
    severity=Severity.MAJOR,
    confidence=PHRASE,
    roles=EVERY_ROLE,
    needs=frozenset({Needs.SOURCE}),
)
def copied_words(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A word, a phrase or a whole paragraph of the source is left untranslated.

    Words in a row that the paragraph's source has in the same order are looked for; at least one of them must be of
    the source language alone, so that names, titles and loan words are left alone.

    Bad (es-en):
        The family moved to the coast <v>en busca de trabajo</v> last year. ← La familia se mudó a la costa en busca de trabajo el año pasado.
    Good (es-en):
        The film “La casa de papel” was shot in Viña del Mar. ← La película «La casa de papel» se rodó en Viña del Mar.

    References:
        MQM accuracy/untranslated; ITS 2.0 *untranslated*.
    """
    if paragraph.source is None or document.source_lang == document.target_lang:
        return
    held = words(paragraph.text)
    pairs = _neighbours(paragraph.source)
    for run in _runs(held, pairs, {word.text for word in words(paragraph.source)}):
        if _title(run, paragraph) or not (_phrase(run, document) if len(run) > 1 else _word(run[0], document)):
            continue
        yield Mark(
            start=run[0].start,
            end=run[-1].end,
            message="this stands so in the source: not translated",
            confidence=PHRASE if len(run) > 1 else WORD,
        )


def _runs(held: Sequence[Word], pairs: set[tuple[str, str]], there: set[str]) -> Iterator[list[Word]]:
    """The longest runs of words whose neighbours are neighbours in the source too."""
    run: list[Word] = []
    for word in held:
        if run and (run[-1].text, word.text) in pairs:
            run.append(word)
            continue
        if run:
            yield run
        run = [word] if word.text in there else []
    if run:
        yield run


def _neighbours(source: str) -> set[tuple[str, str]]:
    texts = [word.text for word in words(source)]
    return set(pairwise(texts))


def _phrase(run: Sequence[Word], document: Document) -> bool:
    """Whether words are more than a name: one written small is foreign, and another is of grammar or foreign too."""
    lang = document.source_lang or ""
    small = [word for word in run if word.text.islower()]
    foreign = [
        word
        for word in small
        if len(word.low) >= LEAST and word.low.isalpha() and word.low not in PARTICLES and not _english(word, document)
    ]
    grammar = [word for word in small if word.low in PARTICLES or word.low in function_words(lang)]
    opening = run[0].low in function_words(lang) and run[0].low not in PARTICLES and not _english(run[0], document)
    return len(foreign) > 1 or bool(foreign and len(grammar) + opening > 0) or (opening and not run[1].capital)


def _word(word: Word, document: Document) -> bool:
    """Whether a single word is foreign: English does not write it, and a glossary renders it by quite another."""
    lang = document.source_lang or ""
    if not word.text.islower() or len(word.text) < SHORT or _english(word, document) or word.low in vocabulary.names():
        return False
    if word.low in unit_words(document.target_lang):
        return False
    known = renderings(word.low, lang)
    return bool(known) and not any(alike(word.low, rendering.rstrip("*")) for rendering in known)


def _english(word: Word, document: Document) -> bool:
    return word.low in vocabulary.english() or word.low in function_words(document.target_lang)


def _title(run: Sequence[Word], paragraph: Paragraph) -> bool:
    """Whether words are the title of a work: in quotation marks, and the first with a capital."""
    return run[0].capital and paragraph.quoted(run[0].start, run[-1].end) and len(run) <= TITLE
