"""Changes to an article's file: only the characters that differ, and never a tag between them."""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from audit.document import Document, RawMap
from audit.errors import EditError

_TOKEN = re.compile(r"\w+|\W")
_SPACES = " \u00a0\u202f"
_NO_SPACE_BEFORE = frozenset(["", *",.;:!?)]”’»…"])
"""What stands close to the word before it in English; the empty string is the end of the text."""
SHOWN = 40
"""Characters of a span that an error shows: enough to find it again in one line of a terminal."""


class Escaping(StrEnum):
    """How `&`, `<` and `>` are written: as they are, as in XML and HTML, as in HTML inside XML, as in a PO string."""

    NONE = "none"
    ONCE = "once"
    TWICE = "twice"
    BACKSLASH = "backslash"

    def written(self, text: str) -> str:
        """The text as it stands in the file."""
        if self is Escaping.BACKSLASH:
            return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        for _ in range((Escaping.NONE, Escaping.ONCE, Escaping.TWICE).index(self)):
            text = html.escape(text, quote=False)
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Puts `replacement` in the place of `Document.text[start:end]` (code points); `start == end` inserts."""

    start: int
    end: int
    replacement: str
    escaping: Escaping = Escaping.NONE


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with its edits made; raises EditError when two overlap or one is out of bounds."""
    return _spliced(text, [(edit.start, edit.end, edit.replacement) for edit in ordered(text, edits)])


def clean_deletion(text: str, start: int, end: int) -> tuple[int, int]:
    """The span to delete in place of another, so that no two spaces, nor one before a mark or at an edge, are left."""
    if text[end : end + 1] in _NO_SPACE_BEFORE or text[end : end + 1].isspace():
        return len(text[:start].rstrip(_SPACES)), end
    if not text[:start] or text[start - 1] == "\n":
        return start, len(text) - len(text[end:].lstrip(_SPACES))
    return start, end


def ordered(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """The edits of a text by position; raises EditError when two overlap or one is out of bounds."""
    held = sorted(edits, key=lambda edit: (edit.start, edit.end))
    for edit in held:
        if not 0 <= edit.start <= edit.end <= len(text):
            raise EditError(f"an edit at {edit.start}–{edit.end} is outside the text of {len(text)} characters")
    for one, other in pairwise(held):
        if other.start < one.end:
            raise EditError(f"two edits overlap: {_told(text, one)} and {_told(text, other)}")
    return held


def edited(document: Document, edits: Iterable[Edit]) -> str:
    """The whole file of a document that has it to itself, with only what the edits change changed.

    That is the raw file where the text was extracted from one, else the text. Raises EditError as `edited_file` does.
    """
    return edited_file([(document, tuple(edits))])


def edited_file(articles: Sequence[tuple[Document, Sequence[Edit]]]) -> str:
    """The one file all the documents were read from (the entries of a feed), with only what their edits change changed.

    In a raw file each character that goes takes its own range with it, an insertion follows the character before it,
    and what extraction made up (a paragraph break) stays. Raises EditError when two edits overlap, when one is out of
    bounds or has no place in the file, and when there is no map into the file for several documents.
    """
    for document, edits in articles:
        ordered(document.text, edits)
    first = articles[0][0]
    if first.raw is None:
        if len(articles) > 1:
            raise EditError(f"{first.path or first.id}: where its articles stand in the file is not known")
        return applied(first.text, articles[0][1])
    raw = first.raw.raw
    if any(document.raw is None or document.raw.raw != raw for document, _ in articles):
        raise EditError(f"{first.path or first.id}: its articles are not of one file")
    changes = sorted(change for document, edits in articles for change in raw_changes(document, edits))
    for one, other in pairwise(changes):
        if other[0] < one[1]:
            raise EditError(f"two edits overlap in the file at {one[0]}–{one[1]} and {other[0]}–{other[1]}")
    return _spliced(raw, changes)


def raw_changes(document: Document, edits: Iterable[Edit]) -> Iterator[tuple[int, int, str]]:
    """What a document's edits change in its raw file: (start, end, written) with code points into `raw`, in order."""
    raw = document.raw
    if raw is None:
        return
    for edit in ordered(document.text, edits):
        for start, end, new in smallest(document.text[edit.start : edit.end], edit.replacement):
            yield from _placed(raw, document.text, edit, (edit.start + start, edit.start + end, new))


def smallest(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """The changes that make `old` of `new`, word by word and no larger than need be: (start, end, text) into `old`."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    starts = [0]
    for token in before:
        starts.append(starts[-1] + len(token))
    # Marks and spaces are matched beside words only: a word must not move for the sake of a mark.
    matcher = difflib.SequenceMatcher(lambda token: not token[0].isalnum(), before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if _word_for_word(before[i1:i2], after[j1:j2]):
            pairs = zip(range(i1, i2), after[j1:j2], strict=True)
            yield from (_trimmed(old, starts[i], starts[i + 1], token) for i, token in pairs if token != before[i])
        else:
            yield _trimmed(old, starts[i1], starts[i2], "".join(after[j1:j2]))


def _word_for_word(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether each word has one in its place, with the same marks and spaces between them."""
    return len(before) == len(after) and all(
        one == other or (one[0].isalnum() and other[0].isalnum()) for one, other in zip(before, after, strict=True)
    )


def _trimmed(old: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    """A change without the characters that both sides begin or end with."""
    while start < end and new and old[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and old[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return start, end, new


def _placed(raw: RawMap, text: str, edit: Edit, change: tuple[int, int, str]) -> Iterator[tuple[int, int, str]]:
    start, end, new = _widened(raw, text, *change)
    written = edit.escaping.written(new)
    ranges = list(dict.fromkeys(held for held in raw.ranges[start:end] if held is not None))
    if not ranges:
        if written:
            at = _between(raw, start, end)
            if at is None:
                raise EditError(f"{_told(text, edit)} stands nowhere in the file")
            yield at, at, written
        return
    # Neighbours are joined, so that an unbroken word goes as one piece.
    low, high = ranges[0]
    for next_low, next_high in ranges[1:]:
        if next_low != high:
            yield low, high, written
            low, written = next_low, ""
        high = next_high
    yield low, high, written


def _widened(raw: RawMap, text: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    """A change that takes in whole what one raw range stands for: some references are two characters."""
    while 0 < start < len(text) and _one_range(raw, start - 1, start):
        start, new = start - 1, text[start - 1] + new
    while 0 < end < len(text) and _one_range(raw, end - 1, end):
        end, new = end + 1, new + text[end]
    return start, end, new


def _one_range(raw: RawMap, one: int, other: int) -> bool:
    held = raw.ranges[one]
    return held is not None and held == raw.ranges[other]


def _between(raw: RawMap, start: int, end: int) -> int | None:
    """Where in the file an insertion stands: after the character before it, else before the next one."""
    before = raw.ranges[start - 1] if start else None
    if before is not None:
        return before[1]
    after = raw.ranges[end] if end < len(raw.ranges) else None
    return after[0] if after is not None else None


def _spliced(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end, new in changes:
        pieces += text[position:start], new
        position = end
    return "".join([*pieces, text[position:]])


def _told(text: str, edit: Edit) -> str:
    span = text[edit.start : edit.end]
    shown = span if len(span) <= SHOWN else span[: SHOWN - 1] + "…"
    return f"“{shown}” at {edit.start}–{edit.end}"
