"""Slips of grammar: prepositions, articles, agreement, tense, pronouns, auxiliaries."""

from __future__ import annotations

import random
from collections.abc import Callable

from audit.training.artifact_model.draft import Draft, Word, blame, keep_capital
from audit.training.artifact_model.knowledge import Knowledge, inflections, pick
from audit.training.artifact_model.slips.kind import cased, places

PREPOSITIONS = {
    "in": "on at of to into during inside", "on": "in at over of about upon", "at": "in to on of", "of": "from to in by",
    "to": "at of in for until towards", "for": "by to of during from", "by": "for from of with", "from": "of since by to",
    "with": "of to by in", "about": "over on of above", "into": "in to at inside", "over": "on about above",
    "during": "in for along", "since": "from for of", "after": "behind later", "before": "in-front ago against",
    "against": "to with before", "between": "among enter in", "among": "between in", "until": "to till even",
    "through": "by across along", "within": "inside of", "toward": "to against", "towards": "to against",
    "under": "low below in", "around": "about by to",
}  # fmt: skip
"""Prepositions with those that stand for them when Spanish (or German, French) is rendered word by word."""
ARTICLES = ("the", "a", "an")
PRONOUNS = (
    "he she it", "his her its their", "him her it them", "himself herself itself themselves", "they it he", "who which that whose whom what",
    "this that these those", "their his its your", "we us our", "i me my", "you your yours", "someone anyone nobody", "some any",
    "much many", "other another others", "every all each", "so such", "then than", "as like how",
)  # fmt: skip
AUXILIARIES = frozenset(
    "is are was were be been being has have had do does did will would can could may should to not".split()
)
SUBJECTS = frozenset("he she it they we i you there".split())


def preposition_swap(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """Another preposition."""
    held = places(words, PREPOSITIONS.__contains__)
    if not held:
        return False
    word = words[rng.choice(held)]
    word.text = cased(word.text, rng.choice(PREPOSITIONS[word.text.lower()].split()).replace("-", " "))
    word.bad = True
    return True


def preposition_drop(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A preposition lost."""
    return _drop(words, rng, PREPOSITIONS.__contains__)


def preposition_insert(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A preposition before an object that takes none."""
    held = [i for i in places(words, lambda w: w in {"the", "a", "his", "her", "their", "this", "that", "its"}, 1)
            if words[i - 1].text.isalpha() and words[i - 1].text.lower() not in PREPOSITIONS]  # fmt: skip
    if not held:
        return False
    words.insert(rng.choice(held), Word(rng.choice("to of in for with on at by from".split()), bad=True))
    return True


def article_drop(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """An article lost."""
    return _drop(words, rng, ARTICLES.__contains__)


def article_insert(words: Draft, rng: random.Random, known: Knowledge) -> bool:
    """An article before a noun that takes none."""
    open_to = {*PREPOSITIONS, "and", "that", "is", "are", "was", "has", "had"}
    held = [i for i in places(words, lambda w: w in known.nouns or w in known.adjectives, 1)
            if words[i - 1].text.lower() in open_to or words[i - 1].text in {",", "“", '"'} or words[i].text.endswith("s")]  # fmt: skip
    held = [
        i for i in held if words[i - 1].text.lower() not in {*ARTICLES, "this", "that", "his", "her", "their", "its"}
    ]
    if not held:
        return False
    words.insert(rng.choice(held), Word(rng.choice(("the", "the", "the", "a")), bad=True))
    return True


def article_swap(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A definite article for an indefinite one, `a` for `an`, a possessive for `the`."""
    held = places(words, ARTICLES.__contains__)
    if not held:
        return False
    word = words[rng.choice(held)]
    others = [other for other in (*ARTICLES, "one", "its", "his", "that") if other != word.text.lower()]
    word.text, word.bad = cased(word.text, rng.choice(others)), True
    return True


def inflect(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """Another form of a verb, noun or adjective: number, person, tense, gerund, comparison."""
    for i in rng.sample(range(len(words)), len(words)):
        word = words[i]
        if not word.bad and word.text.islower() and (form := pick(rng, inflections(word.text))):
            word.text, word.bad = form, True
            return True
    return False


def pronoun(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A pronoun or determiner of another gender, number or kind."""
    held = [(i, group.split()) for group in PRONOUNS for i in places(words, group.split().__contains__)]
    if not held:
        return False
    at, group = rng.choice(held)
    word = words[at]
    word.text = cased(word.text, rng.choice([other for other in group if other != word.text.lower()]))
    word.bad = True
    return True


def auxiliary_drop(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """An auxiliary, `to` or `not` lost."""
    return _drop(words, rng, AUXILIARIES.__contains__)


def subject_drop(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A subject pronoun lost, as Spanish leaves it out."""
    return _drop(words, rng, SUBJECTS.__contains__)


def redundant_subject(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A pronoun beside the subject or the relative it repeats."""
    held = [i + 1 for i in places(words, lambda w: w in {"who", "that", "which", "and", "when", "where"})]
    held = [i for i in held if i < len(words) and words[i].text.lower() not in SUBJECTS]
    if not held:
        return False
    words.insert(rng.choice(held), Word(rng.choice(("he", "it", "she", "they", "that", "of")), bad=True))
    return True


def more_big(words: Draft, rng: random.Random, _: Knowledge) -> bool:
    """A comparative made with `more`."""
    held = places(words, lambda w: w.endswith("er") and len(w) > 4 and w[:-2] in inflections(w))
    if not held:
        return False
    at = rng.choice(held)
    words[at].text, words[at].bad = words[at].text[:-2], True
    words.insert(at, Word("more", bad=True))
    return True


def _drop(words: Draft, rng: random.Random, wanted: Callable[[str], bool]) -> bool:
    held = places(words, wanted)
    if not held or len(words) < 5:
        return False
    at = rng.choice(held)
    del words[at]
    blame(words, at)
    keep_capital(words)
    return True
