"""Which words of a paragraph are English wording, so that what a model suspects of them can be believed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from audit import vocabulary
from audit.document import Document, Paragraph, Quotation, Role, Suspicion

_CORE = re.compile(r"[^\W_].*[^\W_]|[^\W_]", re.DOTALL)
_CHUNK = re.compile(r"\S+")
_TECHNICAL = re.compile(r"://|www\.|[@#_\\{}<>=`~^|]|\w\(\)|\w/\w+/|\w\.[^\W\d_]{2,}")
_LATIN = re.compile("[A-Za-z]")
_DIGIT = re.compile(r"\d")
_LOWER = re.compile(r"(?<![\w@#/.-])[^\W\d_]+(?![\w@/-])")
_OPENING = frozenset('“"«„‘:([{–—•*…')
_FIRST_PERSON = frozenset("i i'm i've i'd i'll".split())
COMMON = 20_000
"""Occurrences per 20 million words from which a capitalised first word (The, After, Many) is no part of the name behind
it: in the word counts of English news the 91 commonest lie above."""
TITLE_CASE = 0.6
"""Share of a heading's longer words in capitals from which capitals tell no name: sentence-case heads lie below."""
LONGER = 4
VERSE_LINE = 45
"""Code points below which lines are too short for wrapped prose: the least width the segmentation takes for wrapped."""
VERSE_LINES = 3
"""Lines from which short ones are verse, a list or an address: two are a heading and its text."""
FOREIGN_WORDS = 3
"""Lower-case words from which a quotation's language is told."""
ENGLISH_SHARE = 0.5
"""Share of English words below which a quotation is in another language, as for paragraphs."""


def judged(paragraph: Paragraph, document: Document) -> list[Suspicion]:
    """The words a scorer read, in order and without the punctuation around them.

    Names, numbers, addresses, code, words and quotations of other languages and verse are not judged: their
    probability is 0. Words out of bounds, overlapping or of marks alone are left out.
    """
    words = list(_words(paragraph))
    if not words or verse(paragraph, document):
        return []
    text = paragraph.text
    starts = [_initial(paragraph, words, i) for i in range(len(words))]
    names = _names(paragraph, words, starts)
    silent = [q for q in paragraph.quotations if not q.depth and _silent(text[q.start : q.end])]
    quoted = _inside(words, silent)
    chunks = _chunks(text, words)
    return [
        replace(word, probability=0.0)
        if names[i] or quoted[i] or _foreign(text[word.start : word.end]) or _TECHNICAL.search(chunks[i])
        else word
        for i, word in enumerate(words)
    ]


def verse(paragraph: Paragraph, document: Document) -> bool:
    """Whether a paragraph is lines of verse: several short lines, or one of several without blanks between."""
    rows = [line for line in paragraph.text.splitlines() if line.strip()]
    if len(rows) >= VERSE_LINES and median(map(len, rows)) < VERSE_LINE:
        return True
    if not _line(paragraph):
        return False
    at, reach = paragraph.index, VERSE_LINES - 1
    before = reversed(document.paragraphs[max(0, at - reach) : at])
    after = document.paragraphs[at + 1 : at + 1 + reach]
    return 1 + _run(paragraph, before, document) + _run(paragraph, after, document) >= VERSE_LINES


def _run(paragraph: Paragraph, others: Iterator[Paragraph] | Sequence[Paragraph], document: Document) -> int:
    count, last = 0, paragraph
    for other in others:
        first, second = sorted((last, other), key=lambda one: one.start)
        gap = document.text[first.end : second.start]
        if not _line(other) or len(gap.splitlines()) > 1 or gap.strip():
            break
        count, last = count + 1, other
    return count


def _line(paragraph: Paragraph) -> bool:
    return paragraph.role in {Role.BODY, Role.QUOTE, Role.HEADING} and len(paragraph.text) < VERSE_LINE


def _words(paragraph: Paragraph) -> Iterator[Suspicion]:
    """Trimmed of punctuation, in order; a probability that is no number is none."""
    position = 0
    for word in sorted(paragraph.suspicions, key=lambda word: (word.start, word.end)):
        core = _CORE.search(paragraph.text, max(word.start, 0), max(word.end, 0))
        if core and word.start >= position and word.end <= len(paragraph.text):
            probability = min(word.probability, 1.0) if word.probability > 0 else 0.0
            yield Suspicion(start=core.start(), end=core.end(), probability=probability)
            position = word.end


def _initial(paragraph: Paragraph, words: Sequence[Suspicion], i: int) -> bool:
    """Whether a word begins a sentence, or follows an opening mark or colon."""
    if i == 0:
        return True
    before, word = words[i - 1], words[i]
    marks = _OPENING.intersection(paragraph.text[before.end : word.start])
    return bool(marks) or paragraph.sentence_at(before.start) != paragraph.sentence_at(word.start)


def _names(paragraph: Paragraph, words: Sequence[Suspicion], starts: Sequence[bool]) -> list[bool]:
    """Capitalised words unknown to English, words with capitals inside, and runs of capitalised words."""
    texts = [paragraph.text[word.start : word.end] for word in words]
    keys = [text.lower().replace("’", "'") for text in texts]
    if paragraph.text.isupper():
        return [not _known(key) for key in keys]
    capital = [text[0].isupper() and key not in _FIRST_PERSON for text, key in zip(texts, keys, strict=True)]
    held = [
        (upper and not _known(key)) or text[1:] != text[1:].lower()
        for upper, key, text in zip(capital, keys, texts, strict=True)
    ]
    if _title_case(paragraph, texts):
        return held
    part = [upper and not (first and _common(key)) for upper, first, key in zip(capital, starts, keys, strict=True)]
    for i in range(1, len(words)):
        if part[i - 1] and part[i] and not paragraph.text[words[i - 1].end : words[i].start].strip(" ."):
            held[i - 1] = held[i] = True
    return held


def _known(key: str) -> bool:
    english = vocabulary.english()
    return all(part in english or part.removesuffix("'s") in english for part in key.split("-") if part)


def _common(key: str) -> bool:
    return vocabulary.english().get(key, 0) >= COMMON


def _title_case(paragraph: Paragraph, texts: Sequence[str]) -> bool:
    longer = [text for text in texts if len(text) >= LONGER]
    heading = paragraph.role in {Role.HEADLINE, Role.HEADING}
    return heading and sum(text[0].isupper() for text in longer) > TITLE_CASE * len(longer)


def _foreign(word: str) -> bool:
    """Whether a word is a number, in another script, or known of another language only."""
    return (
        _DIGIT.search(word) is not None
        or not _LATIN.search(word)
        or vocabulary.foreign_language(word.lower()) is not None
    )


def _silent(quotation: str) -> bool:
    """Whether a quotation is verse with its lines parted by slashes, or in another language."""
    words = [word for word in _LOWER.findall(quotation) if word.islower()]
    foreign = len(words) >= FOREIGN_WORDS and vocabulary.english_share(words) < ENGLISH_SHARE
    return foreign or quotation.count(" / ") >= VERSE_LINES - 1


def _inside(words: Sequence[Suspicion], quotations: Sequence[Quotation]) -> list[bool]:
    held, at = [], 0
    for word in words:
        while at < len(quotations) and quotations[at].end <= word.start:
            at += 1
        held.append(at < len(quotations) and quotations[at].start <= word.start)
    return held


def _chunks(text: str, words: Sequence[Suspicion]) -> list[str]:
    """What stands between the white space around each word, whatever a scorer calls a word."""
    found = iter(_CHUNK.finditer(text))
    chunk, held = next(found, None), []
    for word in words:
        while chunk is not None and chunk.end() <= word.start:
            chunk = next(found, None)
        held.append(chunk[0] if chunk is not None else "")
    return held
