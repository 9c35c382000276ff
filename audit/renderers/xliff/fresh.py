"""A new XLIFF 2.1 file of articles that were not read from one: their paragraphs beside their sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from audit.document import Document, Paragraph
from audit.errors import ConfigError
from audit.finding import Finding
from audit.renderers.xliff.issues import attribute, unsafe_characters
from audit.renderers.xliff.marking import marked
from audit.report import Report

_CORE = "urn:oasis:names:tc:xliff:document:2.0"
"""The namespace of XLIFF 2.0 and 2.1 (OASIS XLIFF 2.1, 4.1)."""


def fresh(reports: Sequence[Report]) -> str:
    """The file, an article a `<file>`, a paragraph a `<unit>`; what no paragraph renders is a unit without target.

    Raises ConfigError where no source is known, or its language is not, or the articles are of several pairs.
    """
    for report in reports:
        _require(report.document)
    pairs = {(report.document.source_lang or "", report.document.target_lang) for report in reports}
    if len(pairs) > 1:
        told = ", ".join(sorted(f"{source}-{target}" for source, target in pairs))
        raise ConfigError(f"--format xliff writes one language pair, these articles are of {told} – run each apart")
    ((source, target),) = pairs
    page = _Page()
    stated = attribute("srcLang", source) + attribute("trgLang", target)
    page.add(f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="{_CORE}" version="2.1"{stated}>\n')
    for number, report in enumerate(reports, start=1):
        page.add(f'<file id="f{number}"{attribute("original", report.document.id)} xml:space="preserve">\n')
        page.add_article(report)
        page.add("</file>\n")
    page.add("</xliff>\n")
    return marked("".join(page.pieces), page.found)


def _require(document: Document) -> None:
    if not any(paragraph.source for paragraph in document.paragraphs) and not document.gaps:
        wanted = "give --source FILE, or a bilingual file (.xlf, .tmx, .po, .csv)"
        raise ConfigError(f"{document.id}: --format xliff needs the source of the paragraphs – {wanted}")
    if document.source_lang is None:
        raise ConfigError(f"{document.id}: --format xliff needs the source language – give --source-lang")


class _Page:
    """The file as far as it is written, and where the issues stand in it."""

    __slots__ = ("_length", "found", "pieces")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.found: list[tuple[int, int, Finding]] = []
        self._length = 0

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)

    def add_article(self, report: Report) -> None:
        for number, (source, paragraph) in enumerate(_pairs(report.document), start=1):
            self.add(f'<unit id="u{number}"><segment><source>')
            self.add("".join(piece for _, piece in _written(source)))
            self.add("</source>")
            if paragraph is not None:
                self.add("<target>")
                self._add_target(paragraph, report.issues)
                self.add("</target>")
            self.add("</segment></unit>\n")

    def _add_target(self, paragraph: Paragraph, issues: Sequence[Finding]) -> None:
        ends = [self._length]
        for _, piece in _written(paragraph.text):
            self.add(piece)
            ends.append(self._length)
        for issue in issues:
            start, end = issue.start - paragraph.start, issue.end - paragraph.start
            if 0 <= start < end <= len(paragraph.text):
                self.found.append((ends[start], ends[end], issue))


def _pairs(document: Document) -> Iterator[tuple[str, Paragraph | None]]:
    """Source and rendering of each unit in order, gaps where they belong."""
    gaps = list(document.gaps)
    yield from ((gap.source, None) for gap in gaps if gap.after < 0)
    for paragraph in document.paragraphs:
        yield paragraph.source or "", paragraph
        yield from ((gap.source, None) for gap in gaps if gap.after == paragraph.index)


def _written(text: str) -> Iterator[tuple[int, str]]:
    """Each character as XML has it: escaped, or as the code point element where XML cannot hold it."""
    unsafe = {match.start() for match in unsafe_characters(text)}
    for index, character in enumerate(text):
        if index in unsafe:
            yield index, f'<cp hex="{ord(character):04X}"/>'
        else:
            yield index, "&#13;" if character == "\r" else escape(character, quote=False)
