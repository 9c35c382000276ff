"""Fixes a file round by round – audit, fix, read again – until nothing is left to fix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audit.document import Document
from audit.errors import EditError
from audit.finding import Finding
from audit.fixing.choice import chosen, edits
from audit.ingest.rewriting import ArticleFile, possible, rewritten
from audit.pipeline import Auditor
from audit.report import Report

MOST_ROUNDS = 10
"""Rounds after which a file is left as it is: the articles under corpora/ need three at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round: the file it began with, and the findings fixed in each of its articles."""

    file: ArticleFile
    fixed: tuple[tuple[Finding, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A file with its fixes made: what it is now, the rounds that led there, and the findings that are left in it."""

    file: ArticleFile
    rounds: tuple[Round, ...]
    left: tuple[Finding, ...]

    @property
    def before(self) -> ArticleFile:
        """The file as it was."""
        return self.rounds[0].file if self.rounds else self.file

    @property
    def fixed(self) -> tuple[Finding, ...]:
        """The findings that were fixed, round by round."""
        return tuple(finding for one in self.rounds for some in one.fixed for finding in some)

    @property
    def changed(self) -> bool:
        """Whether any byte differs."""
        return self.file.data != self.before.data


def fix(file: ArticleFile, auditor: Auditor, *, unsafe: bool = False) -> Fixed:
    """Make every safe fix, the unsafe ones too where they are wanted, until an audit finds no more.

    Nothing is written to disk, and no character outside the findings' spans changes. A fix that has no place in the
    file, or that would not be read back there, is left out. Raises EditError where the file's encoding lacks a
    character, EngineError when the engine fails.
    """
    reports: dict[tuple[str, str], Report] = {}
    rounds: list[Round] = []
    seen = {file.data}
    while True:
        audits = [_audited(document, auditor, reports) for document in file.documents]
        found = [tuple(chosen(report.issues, unsafe=unsafe)) for report in audits]
        one = _made(file, found)
        if one is None or one[1].data in seen or len(rounds) == MOST_ROUNDS:
            return Fixed(file=file, rounds=tuple(rounds), left=tuple(f for report in audits for f in report.issues))
        rounds.append(one[0])
        file = one[1]
        seen.add(file.data)


def _audited(document: Document, auditor: Auditor, reports: dict[tuple[str, str], Report]) -> Report:
    """The report of an article; one that did not change since the last round keeps its own."""
    key = (document.id, document.text)
    if key not in reports:
        reports[key] = auditor.audit(document)
    return reports[key]


def _made(file: ArticleFile, found: Sequence[tuple[Finding, ...]]) -> tuple[Round, ArticleFile] | None:
    """The round with these fixes, and the file it ends with; None where none of them can be made."""
    wanted = [edits(some) for some in found]
    if not any(wanted):
        return None
    try:
        return Round(file=file, fixed=tuple(found)), rewritten(file, wanted)
    except EditError:
        held = possible(file, wanted)
        if held == wanted:
            raise
    found = [
        tuple(finding for finding, edit in zip(some, edits(some), strict=True) if edit in kept)
        for some, kept in zip(found, held, strict=True)
    ]
    if not any(found):
        return None
    return Round(file=file, fixed=tuple(found)), rewritten(file, held)
