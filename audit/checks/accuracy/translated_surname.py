"""A surname that is also a word, translated as that word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit import person_names, tables, vocabulary
from audit.check import TEXT, document_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.person_names import Rendering

_WORD = re.compile(r"(?<![\w’'@#/.-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w@/])")
_TITLE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sr|Sra)\.? |\b(?:President|Minister|Senator|Governor|Mayor|Deputy) )([A-Z][a-z]+)\b(?! [A-Z])"
)
_HOLY = frozenset(
    "San Santa Santo Sant Saint St São Sao Sainte Los Las Lake Fort Port Mount Cape El La Point Rio Río".split()
)
_LANGUAGES = ("es", "pt", "it", "fr", "de")
LONGEST = 3
"""Words of the longest rendering in the table: “of the Tower”."""
EVIDENT = 0.95
"""Confidence where the source or another sentence has the surname itself."""


@document_check(
    id="ACC106",
    category="accuracy/mistranslation",
    its_type="mistranslation",
    severity=Severity.CRITICAL,
    confidence=0.85,
    fix="unsafe",
)
def translated_surname(document: Document) -> Iterator[Mark]:
    """A person's surname, translated as the word it also is.

    A machine that meets a surname it does not know, or one in lower case, reads it as a common word: *Pedro Castillo*
    becomes “Pedro Castle”. Words that are English surnames too (Rivers, Brown) count only where the article or its
    source has the original name.

    Bad (es-en):
        The midfielder <v>Abelardo Rabbit</v> scored twice in the first half.
        Pedro Castillo won the vote in June. <v>Pedro Castle</v> takes office in July.
        The president <v>Pedro castle</v> dissolved the chamber.
    Bad (it-en):
        The prosecutor <v>Giulia Whites</v> opened an inquiry.
    Good (es-en):
        Joan Rivers and Vicente Fox met in San Diego. Santiago Fields played, and the San Pedro Castle reopened.
    """
    renamed: dict[str, str] = {}
    for paragraph in document.paragraphs:
        if paragraph.role in TEXT:
            for start, end, phrase, name, evident in _people(paragraph, document):
                renamed[phrase] = name.rsplit(" ", 1)[-1]
                yield _mark(document, start, end, name, evident=evident)
    for match in _TITLE.finditer(document.text) if renamed else ():
        if match[1] in renamed:
            yield _mark(document, match.start(1), match.end(1), renamed[match[1]], evident=False)


def _mark(document: Document, start: int, end: int, name: str, *, evident: bool) -> Mark:
    return Mark(
        start=start,
        end=end,
        message=f"“{document.text[start:end]}” is a translated name: {name}",
        suggestion=name,
        confidence=EVIDENT if evident else None,
    )


def _people(paragraph: Paragraph, document: Document) -> Iterator[tuple[int, int, str, str, bool]]:
    """Span, rendering, original name and whether the original was seen, for each person of a paragraph."""
    words = list(_WORD.finditer(paragraph.text))
    for i, given in enumerate(words):
        if given[0][0].isupper() or not vocabulary.known(given[0]):
            for size in range(min(LONGEST, len(words) - 1 - i), 0, -1):
                found = _person(paragraph, document, words[i - 1][0] if i else "", words[i : i + size + 1])
                if found is not None:
                    start, end = paragraph.start + given.start(), paragraph.start + words[i + size].end()
                    yield start, end, words[i + size][0], *found
                    break


def _person(
    paragraph: Paragraph, document: Document, before: str, words: list[re.Match[str]]
) -> tuple[str, bool] | None:
    """The original name behind a given name and what follows it, with whether it stands in the article or source."""
    start, end = words[1].start(), words[-1].end()
    phrase = paragraph.text[start:end]
    rows = person_names.renderings().get(phrase.lower())
    if rows is None or before in _HOLY or words[0].end() + 1 != start:
        return None
    first = words[0][0] if words[0][0][0].isupper() else words[0][0].capitalize()
    small = len(words) == 2 and phrase.islower()
    givens = {first, *person_names.originals(first)}
    known = person_names.full_names(f"{document.text}\n{document.source or ''}")
    for row in rows:
        for given in sorted(givens):
            if row.language in person_names.given_languages(given) and f"{given} {row.surname}" in known:
                return f"{given} {row.surname}", True
    likely = [row for row in rows if row.sure and row.language in person_names.given_languages(first)]
    goes_on = re.match(r" ([A-Z]\w+)", paragraph.text[end : end + 40])
    if not likely or not person_names.foreign_given(first) or (goes_on and not _name_part(goes_on[1])):
        return None
    if small and words[0][0].islower() and phrase not in vocabulary.english():
        return None
    return f"{first} {_best(likely, document)}", False


def _best(rows: list[Rendering], document: Document) -> str:
    source = document.source or ""
    order = (document.source_lang, *_LANGUAGES)
    return min(rows, key=lambda row: (row.surname not in source, order.index(row.language))).surname


def _name_part(word: str) -> bool:
    return (
        person_names.surname(word)
        or word.lower() in person_names.renderings()
        or bool(person_names.given_languages(word))
        or word in tables.column("translated_surnames")
    )
