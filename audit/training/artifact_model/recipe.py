"""The whole recipe: mixture, training, export, calibration."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import AuditError
from audit.neural.digest import digest
from audit.training.artifact_model.corpora import Data, counted, news_sentences
from audit.training.artifact_model.example import SENTENCE_HEADS, TOKEN_HEADS, Group
from audit.training.artifact_model.mixture import Mixture, mixture
from audit.training.artifact_model.planted import disguised
from audit.training.extra import require

if TYPE_CHECKING:
    from audit.artifact_model.ngrams import NgramCounts
    from audit.training.artifact_model.batches import EncodedGroup
    from audit.training.artifact_model.network import Network

Log = Callable[[str], None]

NGRAMS = "ngrams.npz"
"""Counts of clean English, in the work folder and in the model's."""
TWINS = 1_500
"""Sentences whose names and figures are exchanged to keep the score from hanging on them."""
NEEDED = ("bench/mlqe_pe_toen_train.jsonl.gz", "bench/bio_mqm.jsonl.gz", "bench/mqm_ted_zhen.jsonl.gz",
          "bench/demetr.jsonl.gz", "text/allsides.en.xz", "text/nc11.es.xz", "text/nc11.en.xz")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Passes of the mixture trained under one learning rate, which rises to `rate` and falls to nothing."""

    passes: tuple[int, ...]
    rate: float


STAGES = (Stage(passes=(0, 1, 2), rate=1.8e-4),)
"""A rate near that of the first trials (1.2e-4 at half the batch)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a run needs: the data folder, the base encoder's, one for checkpoints, and where the model goes.

    `steps` cuts every stage short; None trains over the whole mixture.
    """

    data: Path
    base: Path
    work: Path
    output: Path
    seed: int = 1
    steps: int | None = None
    threads: int = 2


def run(recipe: Recipe, log: Log) -> None:
    """Build the mixture, train (or go on from the last checkpoint), export and calibrate.

    Raises AuditError when data is missing, the extra `train` is not installed, or apertium is not there.
    """
    missing = [name for name in NEEDED if not (recipe.data / name).exists()]
    if missing:
        raise AuditError(f"{recipe.data}: not there: {', '.join(missing)} – name the data folder with --data")
    require()
    try:
        built = mixture(Data(root=recipe.data), recipe.seed)
    except OSError as cause:
        raise AuditError(f"{cause} – install apertium and apertium-eng-spa for the literal renderings") from cause
    log(f"passes of {', '.join(str(len(groups)) for groups in built.passes)} groups")
    counts = ngrams(recipe, log)
    network = _trained(recipe, built.passes, counts, log)
    export_model(recipe, network, built, counts, log)


def ngrams(recipe: Recipe, log: Log) -> NgramCounts:
    """The counts of clean English, made once in the work folder."""
    from audit.artifact_model.ngrams import load_ngrams, save
    from audit.training.artifact_model.counting import count

    path = recipe.work / NGRAMS
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        held = count(counted(Data(root=recipe.data)))
        log(f"counted {held.tokens:,} words and marks of English")
        save(held, path)
    return load_ngrams(path)


def _trained(recipe: Recipe, passes: Sequence[Sequence[Group]], counts: NgramCounts, log: Log) -> Network:
    import torch

    from audit.artifact_model.pieces import open_tokenizer
    from audit.training.artifact_model.batches import encode
    from audit.training.artifact_model.network import Network, base

    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    tokenizer = open_tokenizer(recipe.base / "tokenizer.json")
    encoded = [encode(groups, tokenizer, counts) for groups in passes]
    network: Network = Network(base(recipe.base)).to("cuda" if torch.cuda.is_available() else "cpu")
    for number, stage in enumerate(STAGES):
        _run_stage(recipe, network, [encoded[at] for at in stage.passes], (number, stage), log)
    network.cpu()
    return network


def _run_stage(
    recipe: Recipe, network: Network, passes: Sequence[Sequence[EncodedGroup]], stage: tuple[int, Stage], log: Log
) -> None:
    from audit.training.artifact_model.batches import count
    from audit.training.artifact_model.loop import Schedule, train

    number, held = stage
    folder = recipe.work / f"stage{number + 1}"
    folder.mkdir(parents=True, exist_ok=True)
    steps = sum(map(count, passes))
    if recipe.steps is not None:
        steps = min(steps, recipe.steps)
    pieces = sum(len(one.ids) for groups in passes for group in groups for one in group)
    log(f"stage {number + 1}: {pieces:,} pieces, {steps} steps")
    schedule = Schedule(steps=steps, rate=held.rate, seed=recipe.seed)
    train(network, lambda at: passes[min(at, len(passes) - 1)], schedule, folder, log)


def export_model(recipe: Recipe, network: Network, built: Mixture, counts: NgramCounts, log: Log) -> None:
    """Write the model folder with a first calibration, then read the held-out texts with it and fit the real one."""
    from audit.artifact_model.model import ArtifactModel
    from audit.artifact_model.pieces import open_tokenizer
    from audit.training.artifact_model.calibrate import fit
    from audit.training.artifact_model.export import export
    from audit.training.artifact_model.network import merged
    from audit.training.artifact_model.pruning import kept, prune, pruned_tokenizer

    heads = {
        "token_weight": network.token.weight, "token_bias": network.token.bias,
        "sentence_weight": network.sentence.weight, "sentence_bias": network.sentence.bias,
    }  # fmt: skip
    arrays = {name: tensor.detach().numpy() for name, tensor in heads.items()}
    tokenizer, bert = open_tokenizer(recipe.base / "tokenizer.json"), merged(network)
    ids = kept(tokenizer, counted(Data(root=recipe.data)))
    log(f"keeping {len(ids):,} of {tokenizer.get_vocab_size():,} pieces")
    prune(bert, ids)
    small = pruned_tokenizer(tokenizer, ids)
    export(bert, small, counts, heads=arrays, calibration=blank(), folder=recipe.output)
    log(f"wrote {recipe.output}, fitting its calibration")
    fitted = fit(ArtifactModel(recipe.output), built.held_out, twins(recipe), revision(recipe.output))
    (recipe.output / "calibration.json").write_text(json.dumps(fitted, indent=1) + "\n", "utf-8")
    log(f"calibrated, revision {fitted['revision']}")


def blank() -> dict[str, object]:
    """A calibration that is only good for reading logits and features."""
    return {
        "revision": "none",
        "token_heads": list(TOKEN_HEADS),
        "sentence_heads": list(SENTENCE_HEADS),
        "word": {"weights": [1.0] * len(TOKEN_HEADS), "bias": 0.0},
        "fluency": {"features": [], "weights": [], "bias": 0.0, "knots": [[0, 0]], "interval": [[0, 0, 100]]},
    }


def revision(folder: Path) -> str:
    """Twelve hex digits of the encoder's weights."""
    return digest([folder / "model.bin"])


def twins(recipe: Recipe) -> list[tuple[str, str]]:
    """Pairs of news sentences that differ in names and figures only."""
    from audit.training.artifact_model.knowledge import learn
    from audit.training.artifact_model.mixture import NEWS
    from audit.vocabulary import english

    data = Data(root=recipe.data)
    news = news_sentences(data, NEWS + TWINS, recipe.seed)[NEWS:]
    lexicons = recipe.data / "text" / "lexicons"
    known = learn(lexicons / "enes_dic_es-en.tsv.xz", lexicons / "wiki_titles.es-en.tsv.xz", news)
    rng, words = random.Random(recipe.seed), frozenset(english())  # noqa: S311 - reproducible, not secret
    made = ((disguised(text, rng, known, words), disguised(text, rng, known, words)) for text in news)
    return list(islice(((one, other) for one, other in made if one != other), TWINS))
