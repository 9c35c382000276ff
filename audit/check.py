"""What a check is: one pure function over the text, and the rule its docstring describes."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from audit.document import Document, Paragraph, Role
from audit.errors import AuditError, PluginError
from audit.finding import Finding, Fix, Mark, Severity, mark_fault
from audit.rule_text import RuleText, parse

EVERY_ROLE = frozenset(Role)
TEXT = EVERY_ROLE - {Role.RESIDUE}
"""Default roles of a paragraph check: all that belongs to the article."""

CONTEXT_CHARACTERS = 24
"""Characters either side of a span that its fingerprint holds: about four words, enough to tell two apart."""

ParagraphFunction = Callable[[Paragraph, Document], Iterator[Mark]]
DocumentFunction = Callable[[Document], Iterator[Mark]]


def context_of(document: Document, start: int, end: int) -> tuple[str, str]:
    """The characters before and after a span that tell it apart from another.

    None of them are of another paragraph: what is edited there leaves the finding as it was.
    """
    paragraph = document.paragraph_at(start)
    low, high = (paragraph.start, max(paragraph.end, end)) if paragraph else (0, len(document.text))
    before = document.text[max(low, start - CONTEXT_CHARACTERS) : start]
    return before, document.text[end : min(high, end + CONTEXT_CHARACTERS)]


class Needs(StrEnum):
    """Evidence beyond the text that a check reads; where an article has none of it, the check is not run.

    `SUSPICION` is what a scorer thinks of single words (`Paragraph.suspicions`), `SURPRISAL` what a translator does
    (`Paragraph.surprisals`), `CONTRAST` phrases that are odd here and natural there (`Paragraph.contrasts`).
    """

    SOURCE = "source"
    BACK_TRANSLATION = "back-translation"
    SUSPICION = "suspicion"
    SURPRISAL = "surprisal"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """The package, as it was installed, that a plugin comes with."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


@dataclass(frozen=True, kw_only=True)
class Check:
    """A rule with the function that finds it; `paragraph_check` and `document_check` make one.

    One of the two functions is set: `paragraph_function` is called with each paragraph whose role is in `roles`,
    `document_function` once with the document. `source_langs` limits the rule to articles known, or not known not, to
    come from these languages. `distribution` is the third-party package that the check was found in, None for the
    tool's own and for one that is not installed.
    """

    id: str
    name: str
    category: str
    its_type: str
    severity: Severity
    confidence: float
    fix: Fix | None
    roles: frozenset[Role]
    needs: frozenset[Needs]
    source_langs: frozenset[str] | None
    paragraph_function: ParagraphFunction | None = None
    document_function: DocumentFunction | None = None
    distribution: Distribution | None = None

    @property
    def label(self) -> str:
        """What errors call the check: id, name, and the package that it comes with where that is a third party's."""
        return f"{self.id} {self.name}{f' of {self.distribution}' if self.distribution else ''}"

    @cached_property
    def text(self) -> RuleText:
        """The parsed docstring: summary, explanation, examples, references."""
        function = self.paragraph_function or self.document_function
        return parse(inspect.cleandoc(function.__doc__ or ""))

    def applies_to(self, document: Document) -> bool:
        """Whether the document's source language, when known, is one of the rule's."""
        known = document.source_lang
        return self.source_langs is None or known is None or known in self.source_langs

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield the rule's findings in one document, in the order the function finds them.

        Raises PluginError naming rule, package and paragraph when the function fails, yields anything but marks, or
        marks a span out of bounds.
        """
        if not self.applies_to(document):
            return
        for paragraph, mark in self._marks(document):
            if fault := mark_fault(mark):
                raise PluginError(f"check {self.label} {fault}{_where(document, paragraph)}")
            yield self._finding(mark, document, paragraph)

    def _marks(self, document: Document) -> Iterator[tuple[Paragraph | None, Mark]]:
        paragraph = None
        try:
            if self.document_function is not None:
                for mark in self.document_function(document):
                    yield None, mark
            if self.paragraph_function is not None:
                for paragraph in document.paragraphs:
                    if paragraph.role in self.roles:
                        for mark in self.paragraph_function(paragraph, document):
                            yield paragraph, mark
        except AuditError:
            raise
        except Exception as cause:
            raise PluginError(f"check {self.label} failed{_where(document, paragraph)}: {cause!r}") from cause

    def _finding(self, mark: Mark, document: Document, paragraph: Paragraph | None) -> Finding:
        offset = paragraph.start if paragraph else 0
        start, end = mark.start + offset, mark.end + offset
        within = paragraph or document.paragraph_at(start)
        low, high = (within.start, within.end) if within else (0, len(document.text))
        if not low <= start < end <= high:
            raise PluginError(
                f"check {self.label} marked {start}–{end}, outside {low}–{high}{_where(document, within)}"
            )
        raw = document.raw.locate(start, end) if document.raw else None
        return Finding(
            rule=self.id,
            name=self.name,
            paragraph=within.index if within else 0,
            start=start,
            end=end,
            text=document.text[start:end],
            category=self.category,
            its_type=self.its_type,
            severity=mark.severity or self.severity,
            confidence=self.confidence if mark.confidence is None else mark.confidence,
            message=mark.message or self.text.summary,
            suggestion=mark.suggestion,
            fix=None if mark.hint or mark.suggestion is None else mark.fix or self.fix,
            evidence=mark.evidence,
            context=context_of(document, start, end),
            raw_start=raw[0] if raw else None,
            raw_end=raw[1] if raw else None,
        )


def _where(document: Document, paragraph: Paragraph | None) -> str:
    return f" in {f'paragraph {paragraph.index} of ' if paragraph else ''}{document.path or document.id}"


def paragraph_check(
    *,
    id: str,  # noqa: A002 - the rule's id, as every report calls it
    category: str,
    its_type: str,
    severity: Severity,
    confidence: float,
    roles: frozenset[Role] = TEXT,
    fix: Fix | None = None,
    needs: frozenset[Needs] = frozenset(),
    source_langs: frozenset[str] | None = None,
) -> Callable[[ParagraphFunction], Check]:
    """Turn `function(paragraph, document)`, whose marks are offsets into `paragraph.text`, into a Check.

    The function's name is the rule's, its docstring what `audit explain` and its tests read. It must be pure and never
    raise, whatever the text. `id` is three capitals and three digits; `category` an MQM dimension with its type after a
    slash, `its_type` an ITS 2.0 issue type. `confidence` (0–1) is the share of its findings that were right when
    measured on annotated articles. `roles` are the kinds of paragraph it is called with, `fix` how safe its suggestions
    are, `needs` the evidence without which it is not run, `source_langs` the languages it is for, None for all.
    """

    def decorate(function: ParagraphFunction) -> Check:
        return Check(
            id=id,
            name=function.__name__.replace("_", "-"),
            category=category,
            its_type=its_type,
            severity=severity,
            confidence=confidence,
            fix=fix,
            roles=roles,
            needs=needs,
            source_langs=source_langs,
            paragraph_function=function,
        )

    return decorate


def document_check(
    *,
    id: str,  # noqa: A002 - the rule's id, as every report calls it
    category: str,
    its_type: str,
    severity: Severity,
    confidence: float,
    fix: Fix | None = None,
    needs: frozenset[Needs] = frozenset(),
    source_langs: frozenset[str] | None = None,
) -> Callable[[DocumentFunction], Check]:
    """Turn `function(document)`, whose marks are offsets into `document.text`, into a Check.

    It is called once an article, and may look at all of its paragraphs; no mark goes beyond the one it begins in. For
    the rest as `paragraph_check`.
    """

    def decorate(function: DocumentFunction) -> Check:
        return Check(
            id=id,
            name=function.__name__.replace("_", "-"),
            category=category,
            its_type=its_type,
            severity=severity,
            confidence=confidence,
            fix=fix,
            roles=EVERY_ROLE,
            needs=needs,
            source_langs=source_langs,
            document_function=function,
        )

    return decorate
