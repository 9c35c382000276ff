"""Reports made by hand, so that renderers are tested on known values and not on what the checks of the day find."""

from __future__ import annotations

from typing import Any

from audit.document import Document, LanguageGuess, Paragraph, Role
from audit.finding import Finding, Severity
from audit.report import Report, Scores, mqm

LONG = (
    "The ambassador met for several hours with his pair of Russia ,and told the press afterwards that the two "
    "countries would open the border on Monday, the 45.000 people who wait there being the first to cross."
)
CLEAN = tuple(
    f"Paragraph number {i} of the middle of the article says nothing that a reader would trip over." for i in range(4)
)
PARAGRAPHS = (
    (Role.HEADLINE, "Envoys agree to open the border"),
    (Role.BODY, LONG),
    *((Role.BODY, text) for text in CLEAN),
    (Role.QUOTE, "”We are glad,” said he."),
    (Role.RESIDUE, "=HYPERLINK(Read more)"),
)


def document(paragraphs: tuple[tuple[Role, str], ...] = PARAGRAPHS, **given: Any) -> Document:  # noqa: ANN401 - any field of the value
    """A document of the paragraphs, parted by blank lines."""
    text, held = "", []
    for index, (role, piece) in enumerate(paragraphs):
        held.append(Paragraph(index=index, start=len(text), end=len(text) + len(piece), text=piece, role=role))
        text += piece + "\n\n"
    defaults: dict[str, Any] = {"id": "envoys", "path": "news/envoys.txt", "source_lang": "es"}
    return Document(**{**defaults, "text": text, "paragraphs": tuple(held), **given})


def finding(article: Document, text: str, **given: Any) -> Finding:  # noqa: ANN401 - any field of the value
    """A finding over the first place where `text` stands in the article."""
    start = article.text.index(text)
    paragraph = article.paragraph_at(start)
    defaults: dict[str, Any] = {
        "rule": "LIN115",
        "name": "punctuation-spacing",
        "category": "linguistic conventions/punctuation",
        "its_type": "whitespace",
        "severity": Severity.MINOR,
        "confidence": 0.9,
        "message": "no space stands before this mark",
        "paragraph": paragraph.index if paragraph else 0,
    }
    return Finding(**{**defaults, "start": start, "end": start + len(text), "text": text, **given})


def report(article: Document, *issues: Finding, fluency: float | None = None, **given: Any) -> Report:  # noqa: ANN401 - any field of the value
    """A report of the findings; the fluency is that of the article and of each paragraph."""
    between = {} if fluency is None else {"fluency_low": fluency - 6, "fluency_high": fluency + 6}
    scores = [
        Scores(fluency=fluency, words=paragraph.words, mqm=mqm([], paragraph.words), **between)
        for paragraph in article.paragraphs
    ]
    whole = Scores(fluency=fluency, words=article.words, mqm=mqm(issues, article.words), **between)
    defaults: dict[str, Any] = {"signature": "audit:0|checks:3", "paragraph_scores": tuple(scores)}
    return Report(**{**defaults, "document": article, "issues": issues, "scores": whole, **given})


def flawed() -> Report:
    """A scored article with findings of every severity."""
    guess = LanguageGuess(lang="es", confidence=0.82, reason="“Peñagrande”")
    article = document(language_guess=guess, meta={"title": "Envoys agree"})
    calque = finding(
        article,
        "his pair of Russia",
        rule="ACC101",
        name="calque",
        severity=Severity.MAJOR,
        message="“his pair of Russia”: «par» is a counterpart – reads as “su par de Rusia”",
        suggestion="his Russian counterpart",
        evidence={"back_translation": "su par de Rusia"},
    )
    space = finding(article, " ,and", suggestion=", and", fix="safe", baseline="unchanged")
    number = finding(
        article, "45.000", rule="LOC101", name="number-format", severity=Severity.CRITICAL, suggestion="45,000"
    )
    quote = finding(article, "”We", rule="LIN111", name="quote-direction", severity=Severity.NEUTRAL, suggestion="“We")
    residue = finding(article, "=HYPERLINK(Read more)", rule="DES101", name="page-boilerplate", suggestion="")
    notes = ("source language es (confidence 0.82): “Peñagrande”",)
    return report(
        article, calque, space, number, quote, residue, fluency=48, engine="apertium", notes=notes, suppressed=2
    )


def clean() -> Report:
    """An article without a finding, of unknown language, not scored."""
    article = document(
        ((Role.HEADLINE, "Rain on Monday"), (Role.BODY, "It rained.")), id="rain", path=None, source_lang=None
    )
    return report(article, notes=("fluency not scored: no trained scorer is installed",))


def hostile() -> Report:
    """An article that tries to recolour, move, hide and reorder what the terminal shows."""
    text = "\x1b[31mRed\x1b[0m \u202egnorw\u202c \u200bhidden\x07 \udc80 [bold]markup[/bold] 日本語 tab\there"
    article = document(((Role.BODY, text),), id="\x1b]0;title\x07evil", path="a\nb.txt")
    return report(article, finding(article, "\u202egnorw\u202c", message="hidden \x1b[2J", suggestion="\x9b31m"))
