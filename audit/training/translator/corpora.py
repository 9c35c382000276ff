"""The corpora a run is trained on: named with their weights, read, cleaned, and a part held out."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from audit.errors import AuditError, ConfigError
from audit.training.translator.cleaning import cleaned
from audit.training.translator.direction import Direction
from audit.training.translator.reading import Pair, read

HELD_OUT = 500
"""Pairs kept for validation: chrF's standard error is then under a point on news."""
HELD_SHARE = 0.05
"""Most of a small corpus that is kept from training."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Pairs of one origin; `weight` is how often one pass over the data draws each of them, on average."""

    name: str
    weight: float
    pairs: tuple[Pair, ...]


def named(text: str) -> tuple[str, float]:
    """Path and weight of `PATH` or `PATH*0.3`; raises ConfigError when the weight is no number above 0."""
    path, star, weight = text.rpartition("*")
    if not star:
        return text, 1.0
    try:
        value = float(weight)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise ConfigError(f"{text}: a corpus's weight is a number above 0, as in {path}*0.3")
    return path, value


def corpora(
    names: Sequence[str], direction: Direction, leave_out: Sequence[str], log: Callable[[str], None]
) -> list[Corpus]:
    """Read and clean every corpus; each pair is kept in the first that has it.

    Lines tagged as one of `leave_out` are never read further. Raises ConfigError when no corpus has such a tag, as a
    misspelt one would let in text that must not be trained on, and AuditError when nothing is left.
    """
    held, seen, tags = [], set[Pair](), set[str]()
    for name in names:
        path, weight = named(name)
        pairs, origin = read(path, direction)
        tags.update(origin or ())
        if origin is not None:
            pairs = [pair for pair, tag in zip(pairs, origin, strict=True) if tag not in leave_out]
        kept, dropped = cleaned(pairs, seen)
        told = ", ".join(f"{count:,} {reason}" for reason, count in dropped.most_common())
        log(f"{path}: {len(kept):,} pairs" + (f" (dropped {told})" if told else ""))
        held.append(Corpus(name=path, weight=weight, pairs=tuple(kept)))
    for tag in leave_out:
        if tag not in tags:
            raise ConfigError(f"no corpus has the tag {tag} – tags there: {', '.join(sorted(tags)) or 'none'}")
    if not any(corpus.pairs for corpus in held):
        raise AuditError("no pairs are left to train on – name parallel text with --corpus")
    return held


def hold_out(held: Sequence[Corpus], seed: int) -> list[Pair]:
    """Pairs for validation, drawn over all corpora, in random order."""
    pairs = [pair for corpus in held for pair in corpus.pairs]
    wanted = min(HELD_OUT, max(1, int(HELD_SHARE * len(pairs))))
    return random.Random(seed).sample(pairs, wanted)  # noqa: S311 - reproducible, not secret


def without(held: Sequence[Corpus], pairs: Iterable[Pair]) -> list[Corpus]:
    """The corpora without pairs that share either side with one of `pairs`, which are then never trained on."""
    ones, others = ({side.casefold() for side in sides} for sides in zip(*pairs, strict=True))

    def apart(pair: Pair) -> bool:
        return pair[0].casefold() not in ones and pair[1].casefold() not in others

    rest = [replace(corpus, pairs=tuple(filter(apart, corpus.pairs))) for corpus in held]
    if not any(corpus.pairs for corpus in rest):
        raise AuditError("all pairs are held out for validation: more text is needed, or another --validate")
    return rest


def digest(held: Iterable[Corpus]) -> str:
    """Twelve hex digits of all pairs and weights."""
    hashed = hashlib.sha256()
    for corpus in held:
        hashed.update(f"{corpus.weight}\n".encode())
        for one, other in corpus.pairs:
            hashed.update(f"{one}\t{other}\n".encode())
    return hashed.hexdigest()[:12]
