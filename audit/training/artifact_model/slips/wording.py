"""Slips of wording: another sense, a word left in Spanish, a word out of place, dropped, doubled or misspelt."""

from __future__ import annotations

import random

from audit.training.artifact_model.draft import Draft, Word, blame, keep_capital
from audit.training.artifact_model.knowledge import Knowledge, inflections, pick
from audit.training.artifact_model.slips.kind import cased, places

FUNCTION = frozenset(
    "the a an and or but of to in on at by for with from as is are was were be been he she it they we you i his her its "
    "their this that these those not no has have had will would who which what when where if than then so".split()
)


def other_sense(words: Draft, rng: random.Random, known: Knowledge) -> bool:
    """Another English word for the Spanish word that this one translates."""
    held = places(words, lambda w: w not in FUNCTION and (w in known.senses or bool(_base(w, known))))
    if not held:
        return False
    word = words[rng.choice(held)]
    lower = word.text.lower()
    base = lower if lower in known.senses else _base(lower, known)
    other = pick(rng, known.senses[base])
    if other is None:
        return False
    if base != lower and (form := _like(lower, other)):
        other = form
    word.text, word.bad = cased(word.text, other), True
    return True


def _base(word: str, known: Knowledge) -> str:
    return next((form for form in inflections(word) if form in known.senses and form[:3] == word[:3]), "")


def _like(model: str, word: str) -> str | None:
    ending = next((e for e in ("ing", "ed", "s") if model.endswith(e)), "")
    return next((form for form in inflections(word) if ending and form.endswith(ending)), None)


def untranslated(words: Draft, rng: random.Random, known: Knowledge) -> bool:
    """A word left in Spanish."""
    held = places(words, known.spanish.__contains__)
    if not held:
        return False
    word = words[rng.choice(held)]
    word.text, word.bad = cased(word.text, rng.choice(known.spanish[word.text.lower()])), True
    return True


def follower(words: Draft, rng: random.Random, known: Knowledge) -> bool:
    """A word that often follows the one before it, but not here."""
    held = [i for i in places(words, str.isalpha, 1) if known.followers.get(words[i - 1].text.lower())]
    if not held:
        return False
    at = rng.choice(held)
    other = rng.choice(known.followers[words[at - 1].text.lower()])
    if other == words[at].text.lower():
        return False
    words[at].text, words[at].bad = cased(words[at].text, other), True
    return True


def stranger(words: Draft, rng: random.Random, known: Knowledge) -> bool:
    """Any common word, for one of the sentence or between two."""
    held = places(words, str.isalpha, 1)
    if not held:
        return False
    at = rng.choice(held)
    other = known.common[int(len(known.common) * rng.random() ** 2)]
    if rng.random() < 0.6:
        words[at].text, words[at].bad = cased(words[at].text, other), True
    else:
        words.insert(at, Word(other, bad=True))
    return True


def dropped(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A content word lost."""
    held = places(words, lambda w: w.isalpha() and w not in FUNCTION)
    if not held or len(words) < 6:
        return False
    at = rng.choice(held)
    del words[at]
    blame(words, at)
    keep_capital(words)
    return True


def cut_short(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """The end of the sentence lost."""
    if len(words) < 9:
        return False
    del words[-rng.randint(2, 4) : -1]
    words[-2].bad = True
    return True


def doubled(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A word or two said twice."""
    held = places(words, str.isalpha)
    if not held:
        return False
    at = rng.choice(held)
    long = rng.choice((1, 1, 2)) if at + 2 <= len(words) else 1
    copy = [Word(word.text.lower() if at == 0 else word.text, bad=True) for word in words[at : at + long]]
    words[at + long : at + long] = copy
    return True


def misspelt(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A letter lost, doubled or swapped."""
    held = places(words, lambda w: w.isalpha() and len(w) > 4)
    if not held:
        return False
    word = words[rng.choice(held)]
    at = rng.randint(1, len(word.text) - 2)
    before, one, after = word.text[:at], word.text[at], word.text[at + 1 :]
    made = rng.choice((before + after, before + one + one + after, before + after[0] + one + after[1:]))
    word.bad = made != word.text
    word.text = made
    return word.bad


def named_thing(words: Draft, rng: random.Random, known: Knowledge) -> bool:
    """A surname rendered as the noun it also is."""
    held = [i for i in places(words, str.isalpha, 1) if words[i].text.istitle() and words[i - 1].text.istitle()
            and words[i - 1].text.isalpha() and words[i].text.lower() not in known.nouns]  # fmt: skip
    if not held:
        return False
    word = words[rng.choice(held)]
    noun = rng.choice(known.common)
    word.text, word.bad = (noun.capitalize() if rng.random() < 0.5 else noun), True
    return noun in known.nouns
