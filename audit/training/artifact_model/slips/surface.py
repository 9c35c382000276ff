"""Slips of the surface: capitals and punctuation."""

from __future__ import annotations

import random

from audit.training.artifact_model.draft import Draft, Word
from audit.training.artifact_model.knowledge import Knowledge
from audit.training.artifact_model.slips.kind import places


def stray_capital(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A capital in mid-sentence."""
    held = [i for i in places(words, str.isalpha, 1) if words[i].text.islower()]
    if not held:
        return False
    word = words[rng.choice(held)]
    word.text, word.bad = word.text.capitalize(), True
    return True


def lost_capital(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A name, or the sentence's first word, without its capital."""
    held = [i for i in places(words, str.isalpha) if words[i].text.istitle()]
    if not held:
        return False
    word = words[rng.choice(held)]
    word.text, word.bad = word.text.lower(), True
    return True


def all_lower(words: Draft, _: random.Random, __: Knowledge) -> bool:
    """No capital anywhere."""
    for word in words:
        word.bad = word.bad or word.text != word.text.lower()
        word.text = word.text.lower()
    return True


def lost_stop(words: Draft, _: random.Random, __: Knowledge) -> bool:
    """No full stop."""
    if words[-1].text not in {".", "!", "?"} or len(words) < 4:
        return False
    words.pop()
    words[-1].bad = True
    return True


def spare_mark(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A comma, stop or other mark where none belongs."""
    words.insert(
        rng.randint(1, len(words)), Word(rng.choice((",", ",", ".", ";", ":", "-")), space=rng.random() < 0.3, bad=True)
    )
    return True


def lost_comma(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A comma lost."""
    held = places(words, lambda w: w == ",", 1)
    if not held:
        return False
    at = rng.choice(held)
    del words[at]
    words[at - 1].bad = True
    return True


def loose_mark(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """White space before a mark."""
    held = places(words, lambda w: w in {",", ".", ";", ":", "?", "!"}, 1)
    if not held:
        return False
    for at in held if rng.random() < 0.3 else [rng.choice(held)]:
        words[at].space = words[at].bad = True
    return True
