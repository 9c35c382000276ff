"""Groups made from the lexicons: a sentence with a phrase that machines leave, below a natural one near it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from zlib import crc32

from audit.lexicon import conjugation, inflection
from audit.lexicon.entry import Entry
from audit.lexicon.pattern import split
from audit.training.artifact_model.example import Example, Group
from audit.training.artifact_model.planted import human

HEADS = ("mqm", "literal")
"""Token heads that learn the phrases: an annotator would mark them, and no person would have translated so."""
VARIANTS = 3
"""Wordings of a pattern beside that of its example."""
OMITTED = 0.5
"""How often an optional item is left out."""
HELD_OUT_EVERY = 20
"""One entry in twenty is kept to fit the calibration on."""


class UnreadableError(ValueError):
    """A pattern holds what cannot be worded: a gap, or a slot nothing stands in for."""


def held_out(entry: Entry) -> bool:
    """Whether an entry is one of those the calibration is fitted on."""
    return crc32(entry.id.encode()) % HELD_OUT_EVERY == 0


def phrases(entries: Sequence[Entry], rng: random.Random) -> Iterator[Group]:
    """For every entry its good and bad example, and the bad one in other wordings of its pattern."""
    for entry in entries:
        bad = entry.bad_example
        good = human(entry.good)
        better = replace(good, bad={**good.bad, **dict.fromkeys(HEADS, ())})
        for text, spans in dict.fromkeys([(bad.text, bad.spans), *_reworded(entry, rng)]):
            yield better, Example(text=text, bad=dict.fromkeys(HEADS, spans), rank=0)


def _reworded(entry: Entry, rng: random.Random) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """The bad example with its marked phrase in other words of the pattern, where the whole pattern is marked."""
    bad = entry.bad_example
    if "[" in entry.pattern or len(bad.spans) != 1:
        return
    (start, end), body = bad.spans[0], entry.pattern.strip("^$ ")
    phrase = bad.text[start:end]
    forms = list(conjugation.matched_forms(entry.pattern, phrase, bad.text[:start]))
    for _ in range(VARIANTS):
        try:
            worded = " ".join(part for part in _worded(body, rng, forms[:1]).split() if part)
        except UnreadableError:
            return
        if worded:
            worded = worded[0].upper() + worded[1:] if phrase[0].isupper() else worded
            yield bad.text[:start] + worded + bad.text[end:], ((start, start + len(worded)),)


def _worded(pattern: str, rng: random.Random, forms: Sequence[conjugation.Form]) -> str:
    """One wording of a sequence of items; raises UnreadableError for gaps and slots."""
    return " ".join(_item(item, rng, forms) for item in split(pattern, " "))


def _item(item: str, rng: random.Random, forms: Sequence[conjugation.Form]) -> str:
    if item.endswith("?") and item != "?":
        return "" if rng.random() < OMITTED else _item(item[:-1], rng, forms)
    options = split(item, "|")
    if len(options) > 1:
        return _item(rng.choice(options), rng, forms)
    if item.startswith("(") and item.endswith(")"):
        return _worded(rng.choice(split(item[1:-1], "|")), rng, forms)
    if item.startswith("~"):
        lemma = item[1:].lower()
        return conjugation.form_of(lemma, forms[0]) if forms else rng.choice(inflection.forms(lemma))
    if item.startswith(("{", "*")):
        raise UnreadableError(item)
    return item.removeprefix("=")
