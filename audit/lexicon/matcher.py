"""Finds the entries of a lexicon in a paragraph: word look-ups first, regular expressions only where they can match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from pathlib import Path

from audit.errors import ConfigError, UnsupportedLanguageError
from audit.lexicon import conjugation, source_phrase
from audit.lexicon.entry import Entry, read
from audit.lexicon.index_words import index_words
from audit.lexicon.pattern import MARK, Test, compiled
from audit.lexicon.rule import Rule, read_rule
from audit.lexicon.setting import NOTHING_KNOWN, TRANSLATED, Setting
from audit.lexicon.suggestion import filled

Span = tuple[int, int]
LONGEST = 3000
"""Characters of a sentence that are looked at together: the longest of 5 million words of news has under 2,000."""
RECENT_SENTENCES = 256
"""Sentences whose words are kept: those of a paragraph, which every lexicon reads in turn."""
_TOKEN = re.compile(r"\w+")
_TABLES = resources.files("audit") / "data" / "lexicons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A place where an entry holds: code points into the paragraph, end exclusive.

    `suggestions` are the entry's, slots filled, verbs in the form of those they replace and the capital of a sentence
    start kept; none means *delete*. `source_phrase` is the entry's phrase as the source holds it, if it does.
    """

    start: int
    end: int
    entry: Entry
    suggestions: tuple[str, ...]
    source_phrase: str | None = None

    @property
    def suggestion(self) -> str:
        """What to write instead, `""` to delete; the first alternative when there are several."""
        return self.suggestions[0] if self.suggestions else ""


class Lexicon:
    """The entries of a table, indexed by the rarest words each one needs.

    Raises ValueError when an entry's pattern cannot be read.
    """

    __slots__ = ("_index", "_rules", "_translated", "_words", "entries", "source_lang")

    def __init__(self, entries: Iterable[Entry], source_lang: str = "") -> None:
        """Index the entries; their patterns are compiled when a sentence first holds the words they need."""
        self.entries = tuple(entries)
        self.source_lang = source_lang
        self._rules: list[Rule | None] = [None] * len(self.entries)
        self._index: dict[str, list[int]] = {}
        for number, entry in enumerate(self.entries):
            for word in index_words(entry.pattern):
                self._index.setdefault(word, []).append(number)
        self._words = frozenset(self._index)
        self._translated = {number for number, entry in enumerate(self.entries) if TRANSLATED in entry.context}

    def matches(self, text: str, sentences: Sequence[Span], setting: Setting = NOTHING_KNOWN) -> list[Match]:
        """Every match in one paragraph, in order, none overlapping: of two that do, the surer stays, then the longer.

        `sentences` are spans of `text`; no match crosses one. Entries that ask for more than words are tried where the
        `setting` grants it.
        """
        found: list[Match] = []
        for start, end in _pieces(text, sentences):
            for number, rule in self._candidates(text[start:end], setting):
                found.extend(self._granted(number, rule, text, (start, end), setting))
        return _without_overlaps(found) if len(found) > 1 else found

    def _candidates(self, sentence: str, setting: Setting) -> Iterator[tuple[int, Rule]]:
        """The entries all of whose needed words the sentence holds, and side by side where they must be, in order."""
        words, after = _read_words(sentence)
        numbers = {number for word in words & self._words for number in self._index[word]}
        for number in sorted(numbers if setting.translated else numbers - self._translated):
            rule = self._rules[number] or self._read(number)
            if (
                self.entries[number].id not in setting.off
                and rule.holds_in(setting)
                and not any(map(words.isdisjoint, rule.needed))
                and all(_holds(test, after) for test in rule.pattern.tests)
            ):
                yield number, rule

    def _granted(self, number: int, rule: Rule, text: str, sentence: Span, setting: Setting) -> Iterator[Match]:
        """An entry's matches with the phrase the source holds; none where the entry asks for one it does not hold."""
        entry = self.entries[number]
        held = list(_in_sentence(entry, rule, text, sentence))
        if held:
            phrase = source_phrase.found(entry.sources, setting.source_text, self.source_lang)
            if phrase is not None or not rule.source_bound:
                yield from (replace(match, source_phrase=phrase) for match in held)

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
    lines = table.read_text("utf-8").splitlines()
    return Lexicon(read(lines, f"audit/data/lexicons/{pair}.tsv", checked=False), source_lang)


def load_path(path: Path) -> Lexicon:
    """A lexicon from a table named for its pair; raises ConfigError for a bad line, OSError when it cannot be read."""
    return Lexicon(read(path.read_text("utf-8").splitlines(), path), path.stem.partition("-")[0])


def available() -> tuple[str, ...]:
    """The pairs a lexicon is shipped for, as `es-en`."""
    names = (table.name for table in _TABLES.iterdir())
    return tuple(sorted(name.removesuffix(".tsv") for name in names if name.endswith(".tsv")))


@lru_cache(maxsize=RECENT_SENTENCES)
def _read_words(sentence: str) -> tuple[frozenset[str], dict[str, set[str]]]:
    """The words of a sentence, and those that stand right after each; read once for all lexicons."""
    tokens = _TOKEN.findall(sentence.lower())
    after: dict[str, set[str]] = {}
    for word, follower in pairwise(tokens):
        after.setdefault(word, set()).add(follower)
    return frozenset(tokens), after


def _holds(test: Test, after: dict[str, set[str]]) -> bool:
    for first, second in test:
        for word in first:
            if word in after and not second.isdisjoint(after[word]):
                return True
    return False


def _pieces(text: str, sentences: Iterable[Span]) -> Iterator[Span]:
    """The sentences, those without an end in sight cut at a space: each asks for every entry whose words it holds."""
    for first, end in sentences:
        start = first
        while end - start > LONGEST:
            cut = text.rfind(" ", start, start + LONGEST) + 1 or start + LONGEST
            yield start, cut
            start = cut
        yield start, end


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
    values, before = place.groups(), text[sentence[0] : place.start()]
    worded = [conjugation.inflected(wording, entry.pattern, place[0], before) for wording in entry.suggestions]
    return Match(
        start=start,
        end=end,
        entry=entry,
        suggestions=tuple(filled(wording, slots, values, capital=capital) for wording in worded),
    )


def _without_overlaps(found: list[Match]) -> list[Match]:
    kept: list[Match] = []
    for match in sorted(found, key=_rank):
        if all(match.end <= other.start or match.start >= other.end for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def _rank(match: Match) -> tuple[bool, int, int]:
    """Entries that hold in any article before those for known translations, long matches before short ones."""
    return (TRANSLATED in match.entry.context, match.start - match.end, match.start)
