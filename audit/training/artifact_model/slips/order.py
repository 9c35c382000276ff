"""Slips of order: adjectives after nouns, inverted subjects, moved adverbs and phrases, `of` for a genitive."""

from __future__ import annotations

import random

from audit.training.artifact_model.draft import Draft, Word, keep_capital
from audit.training.artifact_model.knowledge import Knowledge
from audit.training.artifact_model.slips.grammar import PREPOSITIONS
from audit.training.artifact_model.slips.kind import places

MOST_PHRASE = 4
"""Longest phrase moved, in words."""


def adjective_after(words: Draft, rng: random.Random, known: Knowledge) -> bool:
    """“the house white”."""
    held = [i for i in places(words, known.adjectives.__contains__)
            if i + 1 < len(words) and words[i + 1].text.lower() in known.nouns and words[i + 1].space]  # fmt: skip
    return _swap(words, rng, held)


def neighbours(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """Two neighbouring words the wrong way round."""
    held = [i for i in places(words, str.isalpha) if i + 1 < len(words) and words[i + 1].text.isalpha()]
    return _swap(words, rng, held)


def _swap(words: Draft, rng: random.Random, held: list[int]) -> bool:
    if not held:
        return False
    at = rng.choice(held)
    one, other = words[at], words[at + 1]
    if at == 0 and not one.text.isupper():
        one.text, other.text = one.text[0].lower() + one.text[1:], other.text[0].upper() + other.text[1:]
    one.text, other.text = other.text, one.text
    one.bad = other.bad = True
    return True


def moved_word(words: Draft, rng: random.Random, known: Knowledge) -> bool:
    """An adverb, or any word, two to five places off."""
    held = places(words, lambda w: w in known.adverbs or w.endswith("ly"), 1) or places(words, str.isalpha, 1)
    if not held or len(words) < 6:
        return False
    at = rng.choice(held)
    word = words.pop(at)
    word.bad = word.space = True
    there = at + rng.choice((-5, -4, -3, -2, 2, 3, 4, 5))
    words.insert(max(1, min(len(words) - 1, there)), word)
    return True


def moved_phrase(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A phrase with its preposition, moved elsewhere."""
    held = [i for i in places(words, PREPOSITIONS.__contains__, 1) if i + 2 < len(words)]
    if not held or len(words) < 9:
        return False
    at = rng.choice(held)
    long = rng.randint(2, MOST_PHRASE)
    phrase = words[at : at + long]
    if not all(word.text.isalnum() for word in phrase):
        return False
    del words[at : at + long]
    there = rng.randint(1, len(words) - 1)
    if there == at:
        return False
    for word in phrase:
        word.bad = True
    words[there:there] = phrase
    keep_capital(words)
    return True


def genitive_of(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """“the plan of the government” for “the government’s plan”."""
    held = [
        i
        for i in places(words, lambda w: w.endswith(("’s", "'s")), 1)
        if i + 1 < len(words) and words[i + 1].text.isalpha()
    ]
    if not held:
        return False
    at = rng.choice(held)
    owner, owned = words[at], words[at + 1]
    owner.text = owner.text[:-2]
    owner.bad = owned.bad = True
    before = words[at - 1]
    if before.text.lower() == "the":
        words[at : at + 2] = [owned, Word("of", bad=True), Word("the", bad=True), owner]
    else:
        words[at : at + 2] = [Word("the", space=owner.space, bad=True), owned, Word("of", bad=True), owner]
    owned.space = owner.space = True
    return True


def compound_of(words: Draft, rng: random.Random, known: Knowledge) -> bool:
    """“reform of tax” for “tax reform”."""
    held = [i for i in places(words, known.nouns.__contains__) if i + 1 < len(words)
            and words[i + 1].text.lower() in known.nouns and words[i].text.islower() and words[i + 1].space]  # fmt: skip
    if not held:
        return False
    at = rng.choice(held)
    first, head = words[at], words[at + 1]
    first.bad = head.bad = True
    head.space, first.space = first.space, True
    middle = [Word(word, bad=True) for word in rng.choice(("of", "of", "of the", "for")).split()]
    words[at : at + 2] = [head, *middle, first]
    return True


def late_verb(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A verb before its subject, or at the end of its clause."""
    held = places(words, lambda w: w in {"is", "was", "are", "were", "has", "had", "said", "will", "can"}, 2)
    if not held:
        return False
    at = rng.choice(held)
    verb = words.pop(at)
    verb.bad = verb.space = True
    ends = [i for i, word in enumerate(words) if word.text in {",", ".", ";"} and i > at]
    there = rng.choice([max(1, at - rng.randint(1, 3)), ends[0] if ends else len(words) - 1])
    words.insert(there, verb)
    return True
