"""Finds a negation that was lost or added."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from audit.bitext.glossary import renders
from audit.bitext.negations import Negation, Reading, read
from audit.bitext.words import function_words
from audit.check import Needs, paragraph_check
from audit.document import Document, Paragraph
from audit.finding import Mark, Severity
from audit.paragraph_source import passages

BEFORE, AFTER = 3, 4
"""Content words before and after a negation among which the negated one is looked for."""
BACK, AHEAD = 3, 6
"""Words marked on either side of the one that should be negated, and after one that stands before the negation."""
LITERAL = 0.5
"""Share of the content words of a clause that must be rendered one by one."""
SHORT = 3
"""Letters up to which a word tells nothing of what is negated."""
PLACED, UNPLACED = 0.8, 0.45
"""Confidence where the negated word is found on the other side, and where no word of it is."""


@paragraph_check(
    id="ACC203",
    category="accuracy/mistranslation",
    its_type="mistranslation",
    severity=Severity.CRITICAL,
    confidence=PLACED,
    needs=frozenset({Needs.SOURCE}),
)
def negation_mismatch(paragraph: Paragraph, document: Document) -> Iterator[Mark]:
    """A *not* of the source is lost, or one is added.

    Machines lose a negation where it is far from its verb or said by a word such as «sin» or *ningún*, and the text then
    says the opposite. A sentence and its source are compared: the words that one side negates are looked for on the other,
    and must stand there in a clause with a negation, or with a word that implies one (*unable*, *only*, «falta»).

    Bad (es-en):
        <v>The company has paid the workers</v> for the last two months. ← La empresa no ha pagado a los trabajadores los dos últimos meses.
    Good (es-en):
        The company failed to pay the workers for the last two months. ← La empresa no ha pagado a los trabajadores los dos últimos meses.
        The result is unprecedented, the researchers say. ← El resultado no tiene precedentes, dicen los investigadores.

    References:
        MQM accuracy/mistranslation; Tang et al. 2021, Revisiting Negation in Neural Machine Translation.
    """
    for there, here in passages(paragraph, document):
        if there is None or here is None:
            continue
        source = read(paragraph.source[slice(*there)] if paragraph.source else "", document.source_lang or "")
        target = read(paragraph.text[slice(*here)], document.target_lang)
        yield from _lost(source, target, document, here)
        yield from _added(source, target, document, here)


def _lost(source: Reading, target: Reading, document: Document, here: tuple[int, int]) -> Iterator[Mark]:
    """Marks of what the source negates and the target does not."""
    lang = document.source_lang or ""
    if len(target.negations) >= len(source.negations):
        return

    def like(one: str, other: str) -> bool:
        return renders(one, other, lang)

    for negation in source.negations:
        if negation.joins and not target.plain:
            continue
        found = _counterpart(negation, source, target, (lang, document.target_lang), like)
        literal = found and _literal(source, found[0], target, like, lang)
        if found and literal and _affirmed(target, found[1], source, found[0]):
            start, end = _around(target, found[1], document.target_lang, following=found[0] < negation.first)
            yield _mark(here, start, end, PLACED, "the source negates this")
        elif not found and target.plain:
            yield _mark(here, 0, here[1] - here[0], UNPLACED, "the source negates this")


def _added(source: Reading, target: Reading, document: Document, here: tuple[int, int]) -> Iterator[Mark]:
    """Marks of what the target negates and the source does not."""
    lang = document.source_lang or ""
    if len(source.negations) >= len(target.negations):
        return

    def like(one: str, other: str) -> bool:
        return renders(other, one, lang)

    for negation in target.negations:
        if negation.joins and not source.plain:
            continue
        found = _counterpart(negation, target, source, (document.target_lang, lang), like)
        end = target.words[min(len(target.words) - 1, negation.last + 1)].end
        literal = found and _literal(target, found[0], source, like, document.target_lang)
        if found and literal and _affirmed(source, found[1], target, found[0]):
            yield _mark(here, negation.start, end, PLACED, "the source does not negate this")
        elif not found and source.plain:
            yield _mark(here, negation.start, end, UNPLACED, "the source does not negate this")


def _literal(reading: Reading, origin: int, other: Reading, like: Callable[[str, str], bool], lang: str) -> bool:
    """Whether most content words of a clause are rendered one by one: a free rendering may turn the negation round."""
    held = [reading.words[i].low for i in _content(reading, reading.clauses[origin], lang)]
    met = sum(any(like(word, one.low) for one in other.words) for word in held)
    return met >= LITERAL * len(held)


def _affirmed(reading: Reading, place: int, other: Reading, origin: int) -> bool:
    """Whether nothing in the clause of a word denies it; a word that denies by itself on both sides does not count."""
    clause = reading.clauses[place]
    own = frozenset({place}) if origin in other.implied else frozenset()
    return not reading.negated(clause) and not reading.implies(place, own)


def _around(reading: Reading, place: int, lang: str, *, following: bool) -> tuple[int, int]:
    """The part of a word's clause that a negation beside it would stand in; after the word where it is `following`."""
    clause = reading.clauses[place]
    first = place if following else max(0, place - BACK)
    last = min(len(reading.words) - 1, place + (AHEAD if following else BACK))
    held = [i for i in range(first, last + 1) if reading.clauses[i] == clause]
    while held[-1] > place and reading.words[held[-1]].low in function_words(lang):
        held.pop()
    return reading.words[held[0]].start, reading.words[held[-1]].end


def _counterpart(
    negation: Negation, reading: Reading, other: Reading, langs: tuple[str, str], like: Callable[[str, str], bool]
) -> tuple[int, int] | None:
    """The word nearest to a negation in its clause that the other side renders, and where: the place most alike."""
    lang, other_lang = langs
    stop = function_words(other_lang)
    for origin in _scope(negation, reading, lang):
        word = reading.words[origin]
        places = [place for place, one in enumerate(other.words) if one.low not in stop and like(word.low, one.low)]
        if places:
            share = origin / len(reading.words)
            return origin, min(places, key=lambda place: abs(place / len(other.words) - share))
    return None


def _scope(negation: Negation, reading: Reading, lang: str) -> list[int]:
    """The content words around a negation in its clause, the likeliest to be negated first."""
    held = _content(reading, reading.clauses[negation.last], lang)
    inside = [i for i in held if negation.first < i < negation.last]
    after = [i for i in held if i > negation.last][:AFTER]
    before = [i for i in held if i < negation.first][-BEFORE:][::-1]
    return [*inside, *before, *after] if lang == "de" else [*inside, *after, *before]


def _content(reading: Reading, clause: int, lang: str) -> list[int]:
    """The words of a clause that carry its content, by index."""
    stop = function_words(lang)
    return [
        i
        for i, word in enumerate(reading.words)
        if reading.clauses[i] == clause and len(word.text) > SHORT and word.low not in stop
    ]


def _mark(here: tuple[int, int], start: int, end: int, confidence: float, message: str) -> Mark:
    return Mark(start=here[0] + start, end=here[0] + end, message=message, confidence=confidence)
