"""The article under audit as immutable values; all offsets are code points into the unmodified text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is on the page."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    HEADING = "heading"
    CAPTION = "caption"
    QUOTE = "quote"
    LIST_ITEM = "list item"
    BODY = "body"
    RESIDUE = "residue"


PROSE = frozenset({Role.BODY, Role.QUOTE, Role.LIST_ITEM})
"""Roles whose text is running sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quoted span in a paragraph's text, marks included.

    `closed` is false where the paragraph ends first; `continues` is true where that is correct because the next
    paragraph opens with a quotation mark again (a quotation of several paragraphs closes only its last).
    """

    start: int
    end: int
    opening: str
    closing: str | None
    depth: int = 0
    continues: bool = False

    @property
    def closed(self) -> bool:
        """Whether the closing mark is there."""
        return self.closing is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """A word of a paragraph with the probability (0–1) that it is part of a translation error.

    `start` and `end` are code points into the paragraph's text.
    """

    start: int
    end: int
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Surprisal:
    """How unexpected a word is as a rendering of the source sentence, or of the back-translation where there is none.

    `logprob` is what a translator makes of the word there, in nats and at most 0; `start` and `end` are code points
    into the paragraph's text. `alternative` is a word that would stand there better, if one was found, and `gain` by
    how many nats the sentence is the likelier for it.
    """

    start: int
    end: int
    logprob: float
    alternative: str | None = None
    gain: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """A phrase whose words seldom meet in the target language, while those of its translation often do in the source's.

    `reading` is the phrase in the source language; `here` and `there` are the associations of the two (natural
    logarithm of how much oftener the words meet than chance has it).
    """

    start: int
    end: int
    reading: str
    here: float
    there: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph: `text` is `Document.text[start:end]`; sentences and quotations are offsets into it."""

    index: int
    start: int
    end: int
    text: str
    role: Role = Role.BODY
    sentences: tuple[tuple[int, int], ...] = ()
    quotations: tuple[Quotation, ...] = ()
    source: str | None = None
    back_translation: str | None = None
    suspicions: tuple[Suspicion, ...] = ()
    surprisals: tuple[Surprisal, ...] = ()
    contrasts: tuple[Contrast, ...] = ()

    @property
    def words(self) -> int:
        """Number of white-space separated tokens."""
        return len(self.text.split())

    @property
    def surprisal(self) -> float | None:
        """Mean surprisal of its words in nats, 0 or more, None where no translator read it: lower is better."""
        return -sum(word.logprob for word in self.surprisals) / len(self.surprisals) if self.surprisals else None

    def quoted(self, start: int, end: int) -> bool:
        """Whether the span lies wholly inside a quotation."""
        return any(q.start <= start and end <= q.end for q in self.quotations)

    def suspicion(self, start: int, end: int) -> float | None:
        """The highest probability of error among the words that a span touches; None where no scorer read them."""
        at = bisect_right(self.suspicions, start, key=lambda word: word.end)
        held = []
        for word in self.suspicions[at:]:
            if word.start >= end:
                break
            held.append(word.probability)
        return max(held, default=None)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds `offset`, or the whole paragraph."""
        at = bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1
        if at >= 0 and self.sentences[at][0] <= offset < self.sentences[at][1]:
            return self.sentences[at]
        return (0, len(self.text))

    def sentence_start(self, offset: int) -> bool:
        """Whether nothing but white space and opening punctuation stands between a sentence start and `offset`."""
        start, _ = self.sentence_at(offset)
        return not self.text[start:offset].strip(" \t\r\n\ufeff\"'“‘«‹„([{—–-•*#>¿¡")


def one_sentence(text: str) -> Paragraph:
    """A paragraph that is one sentence."""
    return Paragraph(index=0, start=0, end=len(text), text=text, sentences=((0, len(text)),))


@dataclass(frozen=True, slots=True, kw_only=True)
class RawMap:
    """Where the extracted text lies in the raw page.

    `ranges[i]` is the (start, end) in the raw page of code point i of the extracted text, or None where the
    extraction made the character up (a paragraph break).
    """

    raw: str
    ranges: Sequence[tuple[int, int] | None]

    def locate(self, start: int, end: int) -> tuple[int, int] | None:
        """The range in the raw page of a span of the text; None where none of it exists there."""
        held = [r for r in self.ranges[start:end] if r is not None]
        return (held[0][0], held[-1][1]) if held else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageGuess:
    """The source language with the confidence (0–1) and the reason it is believed.

    `lang` is None below the bar; one that was given keeps its region (`pt-BR`).
    """

    lang: str | None
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A segment of a bilingual file: `Document.text[start:end]` renders `source`; `id` is the file's own name for it.

    `start` and `end` are the same where the segment is not translated: then it stands in `Document.gaps` later on.
    """

    start: int
    end: int
    source: str
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A paragraph of the source that no paragraph of the article renders.

    `after` is the index of the paragraph it should follow, -1 where it should come first.
    """

    after: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFile:
    """A lexicon or glossary of a desk's own: the path as it was given, and the first digits of its SHA-256.

    `text` is the table itself where it stands in no file.
    """

    path: str
    digest: str
    text: str | None = None

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return self.path.replace("\\", "/").rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article.

    `id` is unique in its input; `path` as the user gave it. `meta` holds what the format knew beside the text (title,
    author, date, URL). `hints` are roles the format itself marks, as (start, end, role). `units` are the segments of a
    bilingual file in order: each is a paragraph of its own, paired with its source. `gaps` are the paragraphs of the
    source that are missing. `lexicons` and `glossaries` are the desk's own tables that hold for the article.
    """

    id: str
    text: str
    path: str | None = None
    source: str | None = None
    source_lang: str | None = None
    target_lang: str = "en"
    paragraphs: tuple[Paragraph, ...] = ()
    raw: RawMap | None = None
    hints: tuple[tuple[int, int, Role], ...] = ()
    units: tuple[Unit, ...] = ()
    gaps: tuple[Gap, ...] = ()
    lexicons: tuple[TableFile, ...] = ()
    glossaries: tuple[TableFile, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    language_guess: LanguageGuess | None = None

    @property
    def words(self) -> int:
        """Words over all paragraphs."""
        return sum(paragraph.words for paragraph in self.paragraphs)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds a code point of the text, if one does."""
        at = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        return self.paragraphs[at] if at >= 0 and offset < self.paragraphs[at].end else None
