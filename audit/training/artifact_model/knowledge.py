"""Word knowledge the slips draw on: parts of speech, other senses through Spanish, inflections, followers, names."""

from __future__ import annotations

import lzma
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

MOST_SENSES = 12
"""Translations kept of one word: the dictionary lists rarer ones after these."""
MOST_FOLLOWERS = 40
"""Followers kept of one word, so that the table of a million sentences stays small."""
RARE = 5
"""A name seen fewer times in the news text is more often a slip of the keyboard than a name."""
_GLOSS = re.compile(r"[(\[{].*?[)\]}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Tables of words, all lower-case but `names`.

    `senses` maps an English word to English words that share a Spanish translation with it; `spanish` to Spanish
    ones; `followers` to words seen after it in news; `common` holds words by frequency, `names` capitalised words.
    """

    adjectives: frozenset[str]
    nouns: frozenset[str]
    adverbs: frozenset[str]
    senses: dict[str, tuple[str, ...]]
    spanish: dict[str, tuple[str, ...]]
    followers: dict[str, tuple[str, ...]]
    common: tuple[str, ...]
    names: tuple[str, ...]


def learn(dictionary: Path, titles: Path, sentences: Sequence[str]) -> Knowledge:
    """Knowledge from a Spanish–English dictionary, titles of articles, and clean English sentences."""
    into_english, into_spanish, parts = _dictionary(dictionary)
    senses = {
        english: tuple(dict.fromkeys(other for es in spanish for other in into_english[es] if other != english))[
            :MOST_SENSES
        ]
        for english, spanish in into_spanish.items()
    }
    counts, followers = _count(sentences)
    return Knowledge(
        adjectives=frozenset(parts["adj"]),
        nouns=frozenset(parts["m"] | parts["f"] | parts["mf"]),
        adverbs=frozenset(parts["adv"]),
        senses={word: others for word, others in senses.items() if others},
        spanish={word: tuple(others[:MOST_SENSES]) for word, others in into_spanish.items()},
        followers=followers,
        common=tuple(word for word, _ in counts.most_common(20_000) if word.isalpha()),
        names=_names(titles),
    )


def _dictionary(path: Path) -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, set[str]]]:
    into_english: dict[str, list[str]] = defaultdict(list)
    into_spanish: dict[str, list[str]] = defaultdict(list)
    parts: dict[str, set[str]] = defaultdict(set)
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            spanish, english, tag, *_ = (*line.rstrip("\n").split("\t"), "", "")
            for word in re.split(r"[;,]", _GLOSS.sub("", english)):
                plain = word.strip().lower().removeprefix("to ").strip()
                if plain.isalpha() and spanish.isalpha() and spanish.islower():
                    into_english[spanish].append(plain)
                    into_spanish[plain].append(spanish)
                    parts[tag.partition("}")[0].strip("{ ")].add(plain)
    return into_english, into_spanish, parts


def _count(sentences: Iterable[str]) -> tuple[Counter[str], dict[str, tuple[str, ...]]]:
    counts: Counter[str] = Counter()
    after: dict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        words = re.findall(r"[a-z’']+", sentence.lower())
        counts.update(words)
        for word, follower in pairwise(words):
            if len(after[word]) < MOST_FOLLOWERS:
                after[word].append(follower)
    return counts, {word: tuple(held) for word, held in after.items()}


def _names(titles: Path) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    with lzma.open(titles, "rt", encoding="utf-8") as stream:
        for line in stream:
            words = line.split("\t")[1].split(" ")
            if len(words) in {2, 3} and all(word.istitle() and word.isalpha() for word in words):
                counts.update(words)
    return tuple(sorted(name for name, times in counts.items() if times >= RARE))


@cache
def inflections(word: str) -> tuple[str, ...]:
    """Other forms of a verb, noun or adjective, in a fixed order; empty for a word without any."""
    from lemminflect import getAllInflections, getAllLemmas

    held: set[str] = set()
    for part, lemmas in getAllLemmas(word).items():
        if part in {"VERB", "NOUN", "ADJ", "AUX"}:
            for lemma in lemmas:
                held.update(form for forms in getAllInflections(lemma, part).values() for form in forms)
    return tuple(sorted(form for form in held if form != word and form.isalpha()))


def pick(rng: random.Random, choices: Sequence[str]) -> str | None:
    """One of the choices, or None without any."""
    return choices[rng.randrange(len(choices))] if choices else None
