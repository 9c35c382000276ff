"""Finds the entries of a lexicon in a paragraph: word look-ups first, regular expressions only where they can match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path

from audit.errors import ConfigError, UnsupportedLanguageError
from audit.lexicon.entry import Entry, read
from audit.lexicon.index_words import index_words
from audit.lexicon.pattern import MARK, compiled
from audit.lexicon.rule import SOURCE_BOUND, Rule, read_rule
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
    """The entries of a table, indexed by the rarest words each one needs.

    Raises ValueError when an entry's pattern cannot be read.
    """

    __slots__ = ("_index", "_rules", "_words", "entries")

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index the entries; their patterns are compiled when a sentence first holds the words they need."""
        self.entries = tuple(entries)
        self._rules: list[Rule | None] = [None] * len(self.entries)
        self._index: dict[str, list[int]] = {}
        for number, entry in enumerate(self.entries):
            for word in index_words(entry.pattern):
                self._index.setdefault(word, []).append(number)
        self._words = frozenset(self._index)

    def matches(self, text: str, sentences: Sequence[Span], source_text: str | None = None) -> list[Match]:
        """Every match in one paragraph, in order, none overlapping: of two that do, the longer stays, then the first.

        `sentences` are spans of `text`; no match crosses one. Entries bound to the source are tried only where
        `source_text`, the source article or back-translation, holds one of their source phrases.
        """
        found: list[Match] = []
        for start, end in sentences:
            for number, rule in self._candidates(text[start:end]):
                entry = self.entries[number]
                if SOURCE_BOUND not in entry.context or _in_source(entry, source_text):
                    found.extend(_in_sentence(entry, rule, text, (start, end)))
        return _without_overlaps(found) if len(found) > 1 else found

    def _candidates(self, sentence: str) -> Iterator[tuple[int, Rule]]:
        """The entries all of whose needed words the sentence holds, in the table's order."""
        words = set(_TOKEN.findall(sentence.lower()))
        for number in sorted({number for word in words & self._words for number in self._index[word]}):
            rule = self._rules[number] or self._read(number)
            if not any(map(words.isdisjoint, rule.needed)):
                yield number, rule

    def _read(self, number: int) -> Rule:
        entry = self.entries[number]
        try:
            found = self._rules[number] = read_rule(entry.pattern, entry.context)
        except ValueError as cause:
            raise ConfigError(f"lexicon entry {entry.id}: {cause}") from cause
        return found


@lru_cache(maxsize=16)
def load(source_lang: str, target_lang: str = "en") -> Lexicon:
    """The shipped lexicon of a language pair; raises UnsupportedLanguageError, naming those there are."""
    pair = f"{source_lang}-{target_lang}"
    if pair not in available():
        raise UnsupportedLanguageError(f"no lexicon for {pair}: there is {', '.join(available()) or 'none'}")
    table = _TABLES / f"{pair}.tsv"
    return Lexicon(read(table.read_text("utf-8").splitlines(), f"audit/data/lexicons/{pair}.tsv", checked=False))


def load_path(path: Path) -> Lexicon:
    """A lexicon from any table; raises ConfigError for a bad line, OSError when it cannot be read."""
    return Lexicon(read(path.read_text("utf-8").splitlines(), path))


def available() -> tuple[str, ...]:
    """The pairs a lexicon is shipped for, as `es-en`."""
    names = (table.name for table in _TABLES.iterdir())
    return tuple(sorted(name.removesuffix(".tsv") for name in names if name.endswith(".tsv")))


def _in_sentence(entry: Entry, rule: Rule, text: str, sentence: Span) -> Iterator[Match]:
    start, end = sentence
    if rule.pattern.at_start:
        only = rule.pattern.compiled.match(text, start, end)
        places: Iterable[re.Match[str]] = (only,) if only else ()
    else:
        places = rule.pattern.compiled.finditer(text, start, end)
    for place in places:
        if _context_holds(rule, text, sentence, place.span()):
            match = _match(entry, rule.pattern.slots, place, sentence)
            if match is not None:
                yield match


def _context_holds(rule: Rule, text: str, sentence: Span, span: Span) -> bool:
    return all(_stands_outside(words, text, sentence, span) for words in rule.present) and not any(
        _stands_outside(words, text, sentence, span) for words in rule.absent
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


def _stands_outside(words: str, text: str, sentence: Span, span: Span) -> bool:
    found = compiled(words).finditer(text, *sentence)
    return any(place.end() <= span[0] or place.start() >= span[1] for place in found)


def _match(entry: Entry, slots: Sequence[str], place: re.Match[str], sentence: Span) -> Match | None:
    text = place.string
    start, end = place.span(MARK)
    end = start + len(text[start:end].rstrip())
    if start == end:
        return None
    capital = text[start].isupper() and not any(map(str.isalnum, text[sentence[0] : start]))
    values = place.groups()
    return Match(
        start=start,
        end=end,
        entry=entry,
        suggestions=tuple(filled(wording, slots, values, capital=capital) for wording in entry.suggestions),
    )


def _without_overlaps(found: list[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in sorted(found, key=lambda match: (match.start - match.end, match.start)):
        if all(match.end <= other.start or match.start >= other.end for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)
