"""Groups made from clean English: the sentence, and the same with slips planted."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

from audit.training.artifact_model.draft import render
from audit.training.artifact_model.example import Example, Group
from audit.training.artifact_model.knowledge import Knowledge
from audit.training.artifact_model.slips.mixture import corrupted

SWAPPED = 0.3
"""Share of sentences whose names and figures are exchanged, so that the model learns to look past them."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-zà-ÿ]{2,}\b")
_FIGURE = re.compile(r"\d")


def planted(sentences: Iterable[str], rng: random.Random, known: Knowledge, english: frozenset[str]) -> Iterator[Group]:
    """One group a sentence, the clean one first. `english` holds the words that are no names when capitalised."""
    for sentence in sentences:
        clean = disguised(sentence, rng, known, english) if rng.random() < SWAPPED else sentence
        words = corrupted(clean, rng, known)
        if words is None:
            continue
        text, spans = render(words)
        labels = {"slip": tuple(spans)}
        yield (Example(text=clean, bad={"slip": (), "literal": ()}, rank=1), Example(text=text, bad=labels, rank=0))


def disguised(text: str, rng: random.Random, known: Knowledge, english: frozenset[str]) -> str:
    """The text with other names for its names, the same for the same, and other digits."""
    held: dict[str, str] = {}

    def name(match: re.Match[str]) -> str:
        if match[0].lower() in english:
            return match[0]
        return held.setdefault(match[0], known.names[rng.randrange(len(known.names))])

    return _FIGURE.sub(lambda match: match[0] if match[0] == "0" else str(rng.randint(1, 9)), _NAME.sub(name, text))
