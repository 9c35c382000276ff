"""One article on the terminal: its header, its paragraphs with the spans marked in place, the findings beneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, zip_longest

from rich.text import Text

from audit.amount import amount
from audit.document import Paragraph
from audit.finding import Finding, Severity
from audit.renderers.quoting import quoted, remedy
from audit.renderers.verdict import counted, fluency, verdict
from audit.renderers.wrapping import glyphs, levels, lines, painted, wrap
from audit.report import Report, Scores
from audit.visible import visible

MARGIN = 12
"""Columns left of the text: the longest role, `list item`, or `fluency 100`, with the space after it."""
CLEAN_RUN = 3
"""Paragraphs in a row without findings that are still shown, by their first words; more are only counted."""
COLOURS = {
    Severity.NEUTRAL: "cyan",
    Severity.MINOR: "yellow",
    Severity.MAJOR: "bold red",
    Severity.CRITICAL: "bold white on red",
}


def article(report: Report, *, colour: bool, width: int) -> Iterator[Text]:
    """The lines of one article, header to last paragraph; what the baseline knows is only counted, at the end."""
    yield from _header(report, width)
    by_paragraph: dict[int, list[Finding]] = {}
    new = report.untold
    nothing = "found" if len(new) == len(report.issues) else "new"
    for issue in new:
        by_paragraph.setdefault(issue.paragraph, []).append(issue)
    flagged = frozenset(by_paragraph)
    pairs = zip(report.document.paragraphs, report.paragraph_scores, strict=True)
    for clean, run in groupby(pairs, key=lambda pair: pair[0].index not in flagged):
        held = list(run)
        if clean and len(held) > CLEAN_RUN:
            yield from _counted(held, nothing)
            continue
        for paragraph, scores in held:
            if found := by_paragraph.pop(paragraph.index, []):
                yield from _marked(paragraph, scores, found, colour=colour, room=width - MARGIN)
            else:
                yield from _clean(paragraph, width - MARGIN)
    yield from _findings(chain.from_iterable(by_paragraph.values()), width - MARGIN)


def ending(report: Report, width: int) -> Iterator[Text]:
    """The verdict on one article."""
    told = verdict(counted(report), report.scores.words, report.scores.mqm, report.scores.fluency)
    yield from (Text(line, "bold") for line in lines(told, width))
    if known := len(report.issues) - len(report.untold):
        yield Text(f"{known} of them known to the baseline and not shown.", "dim")
    if report.suppressed:
        yield Text(f"{report.suppressed} more accepted by the configuration.", "dim")


def _header(report: Report, width: int) -> Iterator[Text]:
    document = report.document
    title = visible(document.meta.get("title") or document.id)
    yield Text("─── ", "blue").append(title, "bold").append(" ").append("─" * max(3, width - 5 - len(title)), "blue")
    if document.path and document.path != title:
        yield Text(visible(document.path), "dim")
    facts = " · ".join(
        [_language(report), _engine(report), amount(report.scores.words, "word"), *_figures(report.scores)]
    )
    yield from (Text(line) for line in lines(facts, width))
    for note in report.notes:
        yield from (Text(line, "dim") for line in lines(note, width))
    yield Text()


def _language(report: Report) -> str:
    document = report.document
    if document.source_lang is None:
        return "source language unknown"
    guess = document.language_guess
    sure = "" if guess is None or guess.reason == "given" else f" ({guess.confidence:.0%} sure)"
    return f"from {_named(document.source_lang)}{sure}"


def _named(lang: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(lang, sep="-").get_language_name("en") or lang
    except (ValueError, UnknownLocaleError):
        return lang


def _engine(report: Report) -> str:
    return f"engine {report.engine}" if report.engine else "no back-translation"


def _figures(scores: Scores) -> tuple[str, str]:
    if scores.fluency is None:
        return f"MQM {scores.mqm:.1f}", "fluency not scored"
    return f"MQM {scores.mqm:.1f}", f"fluency {fluency(scores)}"


def _counted(held: Sequence[tuple[Paragraph, Scores]], nothing: str) -> Iterator[Text]:
    words = sum(paragraph.words for paragraph, _ in held)
    yield Text(" " * MARGIN + f"… {len(held)} paragraphs ({words:,} words) with nothing {nothing}", "dim")
    yield Text()


def _clean(paragraph: Paragraph, room: int) -> Iterator[Text]:
    """The first words of a paragraph in which nothing was found."""
    shown = glyphs(paragraph.text)
    start, end = next(iter(wrap(shown, room - 2)), (0, 0))
    text = "".join(shown[start:end]).rstrip() + (" …" if len(shown) > end else "")
    yield _tag(paragraph.role.value).append(text, "dim")
    yield Text()


def _marked(
    paragraph: Paragraph, scores: Scores, found: Sequence[Finding], *, colour: bool, room: int
) -> Iterator[Text]:
    """A whole paragraph with its spans marked, then what was found in it."""
    shown = glyphs(paragraph.text)
    marks = levels(len(shown), paragraph.start, found)
    tags = [paragraph.role.value, *([] if scores.fluency is None else [f"fluency {scores.fluency:.0f}"])]
    spans = wrap(shown, room - 1)
    rows = [row for start, end in spans for row in painted(shown[start:end], marks[start:end], colour=colour)]
    for row, tag in zip_longest(rows, tags):
        yield _tag(tag or "").append_text(row or Text())
    yield from _findings(found, room)
    yield Text()


def _findings(found: Iterable[Finding], room: int) -> Iterator[Text]:
    return chain.from_iterable(_finding(finding, room) for finding in found)


def _tag(label: str) -> Text:
    return Text().append(f"{label:>{MARGIN - 1}} ", "dim")


def _finding(finding: Finding, room: int) -> Iterator[Text]:
    level = finding.severity.value
    head, *rest = lines(remedy(finding), room - len(level) - 3)
    indent = " " * MARGIN
    yield Text(indent).append(f"● {level}", COLOURS[finding.severity]).append(f" {head}")
    for line in (*rest, *lines(_message(finding), room - 2)):
        yield Text(f"{indent}  {line}")
    if reading := _reading(finding):
        for line in lines(reading, room - 2):
            yield Text(f"{indent}  ").append(line, "italic")


def _reading(finding: Finding) -> str | None:
    """What the span reads as in the source language; the phrase it is known to render, where that is not confirmed."""
    reading = str(finding.evidence.get("back_translation", ""))
    if finding.evidence.get("contrast") == "confirmed" and reading.casefold() != finding.text.casefold():
        return f"reads as {next(quoted(reading))}"
    if source := str(finding.evidence.get("source_phrase", "")).partition(" | ")[0]:
        return f"as if from {next(quoted(source))}"
    return None


def _message(finding: Finding) -> str:
    reading = finding.evidence.get("back_translation")
    message = finding.message.removesuffix(f" – reads as “{reading}”").removeprefix(f"“{finding.text}”: ")
    return f"{finding.rule} {finding.name}: {message}"
