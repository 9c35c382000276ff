"""Trains the network of a recipe: what it starts from, what guides it, and who works on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from audit.training.translator.best import Judge
from audit.training.translator.checkpoints import averaged, begun, weights
from audit.training.translator.corpora import Corpus
from audit.training.translator.dictionary import Dictionary, learnt, read, short_pairs
from audit.training.translator.guidance import Guide
from audit.training.translator.learner import Learner, optimizer
from audit.training.translator.loop import Watch, train
from audit.training.translator.network import network
from audit.training.translator.pieces import Pieces
from audit.training.translator.schedule import Schedule
from audit.training.translator.softmax import sampling
from audit.training.translator.start import start
from audit.training.translator.stream import Stream

if TYPE_CHECKING:
    from transformers import MarianMTModel

    from audit.training.translator.recipe import Log, Recipe

DICTIONARY = "dictionary.pt"
"""The dictionary in the work folder."""


def workers(recipe: Recipe) -> int:
    """Processes that train: one on a GPU, on a CPU one for each thread."""
    return 1 if torch.cuda.is_available() else recipe.threads


def trained(recipe: Recipe, held: Sequence[Corpus], judge: Judge, until: float) -> None:
    """Train, or go on from the last checkpoint, to the end or a time of the clock; checkpoints are judged."""
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    pieces, many = Pieces(judge.spm), workers(recipe)
    stream = Stream(
        corpora=held, directions=judge.directions, pieces=pieces, size=recipe.batch, seed=recipe.seed,
        threads=max(1, recipe.threads // many),
    )  # fmt: skip
    model = network(judge.size, pieces.pad, pieces.eos, recipe.dropout)
    judge.log(f"{pieces.pad:,} pieces, {sum(one.numel() for one in model.parameters()):,} weights")
    dictionary = _begin(model, recipe, stream, judge.log)
    model = model.to(device)
    torch.set_num_threads(max(1, recipe.threads // many))
    schedule = Schedule(
        steps=recipe.steps, rate=recipe.rate, guidance=recipe.guidance, every=recipe.every, averaged=recipe.averaged,
        seed=recipe.seed, until=until,
    )  # fmt: skip
    tag = pieces.id(judge.directions[0].tag)
    guide = None if dictionary is None else Guide(dictionary=dictionary, tag=tag).to(device)
    learner = Learner(
        network=model, optimizer=optimizer(model), schedule=schedule, size=recipe.batch,
        sampled=sampling(pieces.pad, device), guide=guide,
    )  # fmt: skip
    train(learner, stream, recipe.work, Watch(
        log=judge.log, judged=lambda step: judge.judge(step, averaged(model, recipe.work, recipe.averaged))
    ), many)  # fmt: skip


def _begin(model: MarianMTModel, recipe: Recipe, stream: Stream, log: Log) -> Dictionary | None:
    """Give a new run its first weights; says the dictionary, unless the run began from another's weights."""
    if recipe.origin is not None:
        if not begun(recipe.work):
            model.load_state_dict(weights(recipe.origin))
        return None
    dictionary = _dictionary(recipe.work / DICTIONARY, stream, log)
    if not begun(recipe.work):
        start(model, dictionary)
    return dictionary


def _dictionary(path: Path, stream: Stream, log: Log) -> Dictionary:
    """That of the work folder, which is made the first time."""
    if not path.exists():
        pairs = short_pairs(stream)
        log(f"learning a dictionary of pieces from {len(pairs):,} pairs")
        made = learnt(pairs, stream.pieces.pad)
        made.save(path)
        log(f"dictionary: {len(made.cells):,} entries")
    return read(path)
