"""The whole recipe: corpora, vocabulary, training, validation, export."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.errors import ConfigError
from audit.training.extra import require
from audit.training.translator.cleaning import plain
from audit.training.translator.corpora import HELD_OUT, Corpus, corpora, digest, hold_out, without
from audit.training.translator.direction import Direction, directions
from audit.training.translator.export import SPM
from audit.training.translator.reading import Pair, read

Log = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a run needs.

    `corpora` are stems of line-aligned files or .tsv files, each with an optional weight (`PATH*0.3`); `layers` those
    of encoder and decoder; `batch` pieces a side in a batch; `every` the steps between two checkpoints, which are
    validated; `averaged` the checkpoints whose mean is taken; `minutes` the time a call may train; `guidance` the
    weight that guided attention has at first; `origin` the work folder of a run whose weights this one begins with.
    """

    pair: str
    corpora: Sequence[str]
    work: Path
    output: Path
    both: bool = True
    leave_out: Sequence[str] = ()
    validate: str | None = None
    steps: int = 20_000
    minutes: float = float("inf")
    layers: tuple[int, int] = (3, 1)
    width: int = 256
    vocabulary: int = 12_000
    batch: int = 1_024
    rate: float = 2e-3
    dropout: float = 0.0
    guidance: float = 1.0
    every: int = 1_000
    averaged: int = 4
    threads: int = 2
    seed: int = 1
    origin: Path | None = None


def run(recipe: Recipe, log: Log) -> None:
    """Train a translator, or go on from the last checkpoint in the work folder, and write the best so far.

    Raises AuditError for corpora that cannot be used, settings that contradict the work folder's, or when the extra
    `train` is not installed.
    """
    require()
    until = time.monotonic() + 60 * recipe.minutes
    from audit.training.translator.best import SCORES, Judge
    from audit.training.translator.checkpoints import SETTINGS, claim, related
    from audit.training.translator.network import Size
    from audit.training.translator.training import trained, workers

    size = Size(encoder=recipe.layers[0], decoder=recipe.layers[1], width=recipe.width)
    ways = directions(recipe.pair, both=recipe.both)
    held, pairs = _text(recipe, ways, log)
    settings = _settings(recipe, held, pairs, ways) | {"workers": workers(recipe)}
    spm = recipe.work / SPM
    if recipe.origin is not None and not spm.exists():
        related(recipe.origin, settings)
    claim(recipe.work, settings)
    if not spm.exists():
        _make_pieces(recipe, held, ways, spm)
    best = recipe.work / "best"
    judge = Judge(best=best, spm=spm, size=size, directions=ways, pairs=pairs, threads=recipe.threads, log=log)
    trained(recipe, held, judge, until)
    if not best.exists():
        raise ConfigError("nothing was trained yet: allow more --minutes or --steps")
    shutil.copytree(best, recipe.output, dirs_exist_ok=True)
    shutil.copyfile(recipe.work / SETTINGS, recipe.output / "training.json")
    log(f"wrote {recipe.output}: {' '.join((best / SCORES).read_text('utf-8').split())}")


def _text(recipe: Recipe, ways: Sequence[Direction], log: Log) -> tuple[list[Corpus], list[Pair]]:
    """The corpora to train on, and the pairs to validate on, which no corpus has."""
    held = corpora(recipe.corpora, ways[0], recipe.leave_out, log)
    if recipe.validate is None:
        pairs = hold_out(held, recipe.seed)
    else:
        pairs = [pair for one, other in read(recipe.validate, ways[0])[0] if all(pair := (plain(one), plain(other)))]
        random.Random(recipe.seed).shuffle(pairs)  # noqa: S311 - reproducible, not secret
        pairs = pairs[:HELD_OUT]
    if not pairs:
        raise ConfigError(f"{recipe.validate}: no pairs to validate on")
    rest = without(held, pairs)
    log(f"{sum(len(one.pairs) for one in rest):,} pairs to train on, {len(pairs):,} to validate on")
    return rest, pairs


def _settings(
    recipe: Recipe, held: Sequence[Corpus], pairs: Sequence[Pair], ways: Sequence[Direction]
) -> dict[str, object]:
    """What must not change between two calls on one work folder."""
    validation = Corpus(name=recipe.validate or "held out", weight=1, pairs=tuple(pairs))
    return {
        "directions": [way.name for way in ways],
        "corpora": [f"{one.name}*{one.weight:g}: {len(one.pairs)} pairs" for one in held],
        "pairs": digest(held),
        "validation": f"{validation.name}: {len(pairs)} pairs, {digest([validation])}",
        "layers": recipe.layers,
        "width": recipe.width,
        "vocabulary": recipe.vocabulary,
        "batch": recipe.batch,
        "dropout": recipe.dropout,
        "guidance": recipe.guidance,
        "from": None if recipe.origin is None else str(recipe.origin),
        "seed": recipe.seed,
    }


def _make_pieces(recipe: Recipe, held: Sequence[Corpus], ways: Sequence[Direction], spm: Path) -> None:
    from audit.training.translator.pieces import make

    if recipe.origin is not None:
        shutil.copyfile(recipe.origin / SPM, spm)
        return
    texts = (side for corpus in held for pair in corpus.pairs for side in pair)
    make(texts, [way.tag for way in ways], recipe.vocabulary, recipe.seed, spm)
