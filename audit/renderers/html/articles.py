"""One article as a section of the page: its verdict, its figures, its paragraphs with their cards."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from audit import languages
from audit.document import Document, Paragraph, Role
from audit.finding import Severity
from audit.renderers.html.cards import Card, card
from audit.renderers.html.charts import Chart, chart
from audit.renderers.html.fragments import Fragment, Numbered, fragments
from audit.renderers.html.glyphs import shown
from audit.renderers.verdict import counted, fluency, verdict
from audit.report import Report, Scores

_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphView:
    """A paragraph as shown; `missing` are the source paragraphs after it that nothing renders."""

    index: int
    role: Role
    fluency: str
    fragments: tuple[Fragment, ...]
    back_translation: Markup | None
    source: Markup | None
    cards: tuple[Card, ...]
    missing: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article as shown; `index` is its place on the page, `worst` the severity its verdict is coloured by.

    `first` are the missing source paragraphs before the first; `stray` the cards that belong to no paragraph.
    """

    index: int
    title: str
    path: str
    verdict: str
    worst: Severity | None
    figures: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    suppressed: int
    signature: str
    source_lang: str | None
    target_lang: str | None
    beside: bool
    chart: Chart | None
    first: tuple[Markup, ...]
    paragraphs: tuple[ParagraphView, ...]
    stray: tuple[Card, ...]
    report: Report


def article(index: int, report: Report, offset: int, rules: Mapping[tuple[str, str], int]) -> ArticleView:
    """The view of a report whose first finding is the page's finding `offset`; `rules` tells the place of each rule."""
    document = report.document
    held = [
        Numbered(index=offset + i, number=i + 1, finding=finding) for i, finding in enumerate(report.issues)
    ]  # fmt: skip
    cards = _by_paragraph(held, lambda one: card(one, rules[one.finding.rule, one.finding.name]))
    missing = _missing(document)
    counts = counted(report)
    return ArticleView(
        index=index,
        title=document.meta.get("title") or document.id,
        path=document.path or "",
        verdict=verdict(counts, report.scores.words, report.scores.mqm, report.scores.fluency),
        worst=max(counts, key=lambda level: level.weight, default=None),
        figures=tuple(_figures(report.scores, len(report.issues))),
        facts=tuple(_facts(report)),
        notes=report.notes,
        suppressed=report.suppressed,
        signature=report.signature,
        source_lang=_code(document.source_lang),
        target_lang=_code(document.target_lang),
        beside=any(one.back_translation or one.source for one in document.paragraphs) or bool(document.gaps),
        chart=chart(report.paragraph_scores),
        first=missing.get(-1, ()),
        paragraphs=tuple(_paragraphs(report, held, cards, missing)),
        stray=tuple(one for rest in cards.values() for one in rest),
        report=report,
    )


def _paragraphs(
    report: Report,
    held: Sequence[Numbered],
    cards: dict[int, list[Card]],
    missing: Mapping[int, tuple[Markup, ...]],
) -> Iterator[ParagraphView]:
    """The paragraphs in order; the cards of each are taken out of `cards`."""
    touching = _touching(report.document.paragraphs, held)
    for paragraph, scores in zip(report.document.paragraphs, report.paragraph_scores, strict=True):
        back = paragraph.back_translation
        yield ParagraphView(
            index=paragraph.index,
            role=paragraph.role,
            fluency=fluency(scores),
            fragments=tuple(fragments(paragraph, touching.get(paragraph.index, ()))),
            back_translation=shown(back) if back else None,
            source=shown(paragraph.source) if paragraph.source else None,
            cards=tuple(cards.pop(paragraph.index, ())),
            missing=missing.get(paragraph.index, ()),
        )


def _touching(paragraphs: Sequence[Paragraph], held: Sequence[Numbered]) -> dict[int, list[Numbered]]:
    """The findings whose span has a part in a paragraph, by the paragraph's index."""
    starts = [paragraph.start for paragraph in paragraphs]
    found: dict[int, list[Numbered]] = {}
    for one in held:
        for paragraph in paragraphs[max(0, bisect_right(starts, one.finding.start) - 1) :]:
            if paragraph.start >= one.finding.end:
                break
            if paragraph.end > one.finding.start:
                found.setdefault(paragraph.index, []).append(one)
    return found


def _by_paragraph(held: Sequence[Numbered], made: Callable[[Numbered], Card]) -> dict[int, list[Card]]:
    cards: dict[int, list[Card]] = {}
    for one in held:
        cards.setdefault(one.finding.paragraph, []).append(made(one))
    return cards


def _missing(document: Document) -> dict[int, tuple[Markup, ...]]:
    held: dict[int, tuple[Markup, ...]] = {}
    for gap in document.gaps:
        held[gap.after] = (*held.get(gap.after, ()), shown(gap.source))
    return held


def _figures(scores: Scores, findings: int) -> Iterator[tuple[str, str]]:
    yield "findings", f"{findings:,}"
    yield "words", f"{scores.words:,}"
    yield "MQM", f"{scores.mqm:.1f}"
    yield "fluency", fluency(scores) or "not scored"
    if scores.round_trip_chrf is not None:
        yield "round trip chrF", f"{scores.round_trip_chrf:.0f}"


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    document, guess = report.document, report.document.language_guess
    sure = "" if guess is None or guess.reason == "given" else f" ({guess.confidence:.0%} sure)"
    source = languages.english_name(document.source_lang) + sure if document.source_lang else "unknown"
    yield "Source language", source
    yield "Language", languages.english_name(document.target_lang)
    yield "Back-translation", report.engine or "none"


def _code(lang: str | None) -> str | None:
    """The language for an attribute; None where it is no code (BCP 47 in its simple form)."""
    return lang if lang and _CODE.fullmatch(lang) else None
