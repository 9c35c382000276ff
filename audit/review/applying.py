"""Applies the decisions of a worksheet to the file of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.document import Document
from audit.editing import Edit
from audit.errors import EditError
from audit.finding import Known, Severity
from audit.ingest.rewriting import ArticleFile, rewritten
from audit.review.blank_lines import without_blank_lines
from audit.review.choosing import by_document
from audit.review.deciding import replacement, unclear
from audit.review.locating import located
from audit.review.row import Refusal, Row
from audit.review.seams import without_gaps
from audit.segmentation.article import segment
from audit.visible import cell_safe

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A row with the edit that it asks for in the file's document of that index."""

    row: Row
    document: int
    edit: Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A file with its worksheet's decisions applied.

    `applied` are the accepted and edited rows that are in it, `refused` those that are not and why, `rejected` the
    findings that stay as they are.
    """

    file: ArticleFile
    applied: tuple[Row, ...]
    refused: tuple[Refusal, ...]
    rejected: tuple[Known, ...]


def review(file: ArticleFile, rows: Sequence[Row]) -> Reviewed:
    """Apply the rows to the file, in order; nothing is written to disk.

    A row that cannot be applied is refused, and the others are applied all the same.
    """
    refused = [Refusal(row=row, reason=why) for row in rows if (why := unclear(row))]
    wanted = {row.number for row in rows if replacement(row) is not None} - {one.row.number for one in refused}
    dealt, lost = by_document(rows, file.documents)
    refused += [Refusal(row=row, reason="the file has no such article now") for row in lost if row.number in wanted]
    changes: list[Change] = []
    for index, held in enumerate(dealt):
        for found in _changes(file.documents[index], index, held, wanted):
            if isinstance(found, Refusal):
                refused.append(found)
            else:
                changes.append(found)
    made, impossible = _made(file, changes)
    refused += impossible
    out = {refusal.row.number for refusal in refused}
    return Reviewed(
        file=made,
        applied=tuple(row for row in rows if row.number in wanted - out),
        refused=tuple(sorted(refused, key=lambda refusal: refusal.row.number)),
        rejected=tuple(_known(row) for row in rows if row.decision == "reject" and not unclear(row)),
    )


def _known(row: Row) -> Known:
    return Known(
        fingerprint=row.fingerprint,
        rule=row.rule,
        text=row.text,
        article=row.article,
        severity=Severity(row.severity) if row.severity in set(Severity) else None,
        reason=row.comment,
    )


def _changes(document: Document, index: int, rows: Sequence[Row], wanted: set[int]) -> Iterator[Change | Refusal]:
    """The edits of one article's rows; of two that overlap the first stands."""
    places = located(rows, segment(document)) if any(row.number in wanted for row in rows) else {}
    held: list[Change] = []
    for row in (row for row in rows if row.number in wanted):
        place = places[row.number]
        why = place if isinstance(place, str) else _changed_cell(row, document.text[slice(*place)])
        if why or isinstance(place, str):
            yield Refusal(row=row, reason=str(why))
            continue
        edit = Edit(start=place[0], end=place[1], replacement=_as_in(document.text, replacement(row) or ""))
        other = next((one for one in held if one.edit.start < edit.end and edit.start < one.edit.end), None)
        if other is None:
            held.append(Change(row=row, document=index, edit=edit))
            yield held[-1]
        elif other.edit != edit:
            yield Refusal(row=row, reason=f"overlaps “{other.row.text}” of row {other.row.number}, which was applied")


def _changed_cell(row: Row, span: str) -> str | None:
    """Why a suggestion is not trusted: the spreadsheet made something else of the text beside it."""
    if row.decision == "accept" and replacement(row) and cell_safe(span).split() != row.text.split():
        return f"the spreadsheet changed its cells: the article says “{span}” – decide edit and write the wording again"
    return None


def _as_in(text: str, wording: str) -> str:
    """A wording with the line ends of the article."""
    if not _LINE_END.search(wording):
        return wording
    ends = _LINE_END.findall(text)
    return _LINE_END.sub(max(ends, key=ends.count) if ends else "\n", wording)


def _made(file: ArticleFile, changes: Sequence[Change]) -> tuple[ArticleFile, list[Refusal]]:
    """The file with the changes made, and those that cannot be: what a page shows may have no place in it."""
    try:
        return rewritten(file, _edits(file, changes)), []
    except EditError:
        made, kept, refused = file, list[Change](), list[Refusal]()
    for change in changes:
        try:
            made = rewritten(file, _edits(file, [*kept, change]))
            kept.append(change)
        except EditError as cause:
            refused.append(Refusal(row=change.row, reason=str(cause).removeprefix(f"{file.path}: ")))
    return made, refused


def _edits(file: ArticleFile, changes: Sequence[Change]) -> list[list[Edit]]:
    edits: list[list[Edit]] = [[] for _ in file.documents]
    for change in changes:
        edits[change.document].append(change.edit)
    closed = [without_gaps(document.text, some) for document, some in zip(file.documents, edits, strict=True)]
    return [
        without_blank_lines(document.text, some) if document.raw is None else some
        for document, some in zip(file.documents, closed, strict=True)
    ]
