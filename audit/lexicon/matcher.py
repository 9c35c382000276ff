"""Finds the entries of a lexicon in a paragraph: word look-ups first, regular expressions only where they can match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

from audit.errors import UnsupportedLanguageError
from audit.lexicon.entry import Entry, read
from audit.lexicon.pattern import MARK, Pattern
from audit.lexicon.suggestion import filled

Span = tuple[int, int]
_TOKEN = re.compile(r"\w+")
_TABLES = resources.files("audit") / "data" / "lexicons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A place where an entry holds: code points into the paragraph, end exclusive.

    `suggestions` are the entry's, slots filled and the capital of a sentence start kept; none means *delete*.
    """

    start: int
    end: int
    entry: Entry
    suggestions: tuple[str, ...]

    @property
    def suggestion(self) -> str:
        """What to write instead, `""` to delete; the first alternative when there are several."""
        return self.suggestions[0] if self.suggestions else ""


class Lexicon:
    """The entries of a table, indexed by the rarest words each one needs."""

    __slots__ = ("_index", "_needed", "_words", "entries")

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._index: dict[str, list[int]] = {}
        self._needed: list[tuple[frozenset[str], ...]] = []
        for number, entry in enumerate(self.entries):
            first, *others = entry.pattern.needed
            for word in first:
                self._index.setdefault(word, []).append(number)
            present = (words for pattern in entry.context.present for words in pattern.needed)
            self._needed.append((*others, *present))
        self._words = frozenset(self._index)

    def matches(self, text: str, sentences: Sequence[Span], source_text: str | None = None) -> list[Match]:
        """Every match in one paragraph, in order, none overlapping: of two that do, the longer stays, then the first.

        `sentences` are spans of `text`; no match crosses one. Entries bound to the source are tried only where
        `source_text`, the source article or back-translation, holds one of their source phrases.
        """
        found: list[Match] = []
        for start, end in sentences:
            for number in self._candidates(text[start:end]):
                entry = self.entries[number]
                if not entry.context.at_source or _in_source(entry, source_text):
                    found.extend(_in_sentence(entry, text, (start, end)))
        return _without_overlaps(found) if len(found) > 1 else found

    def _candidates(self, sentence: str) -> list[int]:
        """The entries all of whose needed words the sentence holds, in the table's order."""
        words = set(_TOKEN.findall(sentence.lower()))
        filed = {number for word in words & self._words for number in self._index[word]}
        return sorted([number for number in filed if not any(map(words.isdisjoint, self._needed[number]))])


@lru_cache(maxsize=16)
def load(source_lang: str, target_lang: str = "en") -> Lexicon:
    """The shipped lexicon of a language pair; raises UnsupportedLanguageError, naming those there are."""
    pair = f"{source_lang}-{target_lang}"
    if pair not in available():
        raise UnsupportedLanguageError(f"no lexicon for {pair}: there is {', '.join(available()) or 'none'}")
    table = _TABLES / f"{pair}.tsv"
    return Lexicon(read(table.read_text("utf-8").splitlines(), f"audit/data/lexicons/{pair}.tsv"))


def load_path(path: Path) -> Lexicon:
    """A lexicon from any table; raises ConfigError for a bad line, OSError when it cannot be read."""
    return Lexicon(read(path.read_text("utf-8").splitlines(), path))


def available() -> tuple[str, ...]:
    """The pairs a lexicon is shipped for, as `es-en`."""
    names = (table.name for table in _TABLES.iterdir())
    return tuple(sorted(name.removesuffix(".tsv") for name in names if name.endswith(".tsv")))


def _in_sentence(entry: Entry, text: str, sentence: Span) -> Iterator[Match]:
    start, end = sentence
    pattern = entry.pattern
    if pattern.at_start:
        only = pattern.compiled.match(text, start, end)
        places: Iterable[re.Match[str]] = (only,) if only else ()
    else:
        places = pattern.compiled.finditer(text, start, end)
    for place in places:
        if _context_holds(entry, text, sentence, place.span()):
            match = _match(entry, place, sentence)
            if match is not None:
                yield match


def _context_holds(entry: Entry, text: str, sentence: Span, span: Span) -> bool:
    context = entry.context
    return all(_stands_outside(words, text, sentence, span) for words in context.present) and not any(
        _stands_outside(words, text, sentence, span) for words in context.absent
    )


def _in_source(entry: Entry, source_text: str | None) -> bool:
    if source_text is None:
        return False
    held = _padded_words(source_text)
    return any(_padded_words(phrase) in held for phrase in entry.sources)


@lru_cache(maxsize=4096)
def _padded_words(text: str) -> str:
    """The text's words, small, one space around each: phrases are found whole, whatever stands between their words."""
    return f" {' '.join(_TOKEN.findall(text.lower()))} "


def _stands_outside(words: Pattern, text: str, sentence: Span, span: Span) -> bool:
    found = words.compiled.finditer(text, *sentence)
    return any(place.end() <= span[0] or place.start() >= span[1] for place in found)


def _match(entry: Entry, place: re.Match[str], sentence: Span) -> Match | None:
    text = place.string
    start, end = place.span(MARK)
    end = start + len(text[start:end].rstrip())
    if start == end:
        return None
    capital = text[start].isupper() and not any(map(str.isalnum, text[sentence[0] : start]))
    slots, values = entry.pattern.slots, place.groups()
    return Match(
        start=start,
        end=end,
        entry=entry,
        suggestions=tuple(filled(text, slots, values, capital=capital) for text in entry.suggestions),
    )


def _without_overlaps(found: list[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in sorted(found, key=lambda match: (match.start - match.end, match.start)):
        if all(match.end <= other.start or match.start >= other.end for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)
