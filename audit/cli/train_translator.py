"""`audit train translator`: trains a translation engine from parallel text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def translator(  # noqa: PLR0913 - one argument per option
    *,
    corpus: Annotated[
        list[str],
        typer.Option(
            help="Parallel text: the STEM of STEM.es and STEM.en (also .xz, .gz), or a two-column .tsv; "
            "'PATH*0.3' draws three in ten of its pairs a pass. Give one option per corpus."
        ),
    ],
    pair: Annotated[str, typer.Option(help="Languages, source first.")] = "es-en",
    both: Annotated[
        bool, typer.Option("--both-directions/--one-direction", help="Train one model for both directions, or one.")
    ] = True,
    leave_out: Annotated[
        list[str] | None, typer.Option(help="Tag in STEM.tag whose lines are not used, such as one with no licence.")
    ] = None,
    validate: Annotated[
        str | None, typer.Option(help="Corpus to validate on (default: a part held out of the others).")
    ] = None,
    work: Annotated[Path, typer.Option(help="Folder of checkpoints; a run goes on from the last.")] = Path(
        "build/translator"
    ),
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder the engine is written to.")] = Path(
        "build/engine"
    ),
    steps: Annotated[int, typer.Option(help="Batches to train on in all; the learning rate ends there.", min=1)] = (
        20_000
    ),
    minutes: Annotated[
        float | None, typer.Option(help="Stop after so long; the same command goes on later.", min=0)
    ] = None,
    layers: Annotated[str, typer.Option(help="Layers of encoder and decoder.")] = "3,1",
    width: Annotated[int, typer.Option(help="Width of the layers, a multiple of 64.")] = 256,
    vocabulary: Annotated[int, typer.Option(help="Pieces of words, of both languages together.")] = 12_000,
    batch: Annotated[int, typer.Option(help="Pieces a side in a batch of each process.", min=1)] = 1_024,
    rate: Annotated[float, typer.Option(help="Highest learning rate.")] = 2e-3,
    dropout: Annotated[
        float, typer.Option(help="Share left out; a small corpus, seen for many passes, wants 0.1.", min=0, max=0.9)
    ] = 0.0,
    guidance: Annotated[
        float, typer.Option(help="Weight, at first, of showing attention the dictionary's alignment; 0: none.", min=0)
    ] = 1.0,
    every: Annotated[int, typer.Option(help="Steps between two checkpoints, which are validated.", min=1)] = 1_000,
    averaged: Annotated[int, typer.Option(help="Checkpoints whose mean is the translator.", min=1)] = 4,
    threads: Annotated[int, typer.Option(help="Processes of one thread each that train on a CPU.", min=1)] = 2,
    seed: Annotated[int, typer.Option(help="Seed of data and training.")] = 1,
    origin: Annotated[
        Path | None,
        typer.Option(
            "--from", help="Work folder of a run of the same sizes whose weights and vocabulary to begin with."
        ),
    ] = None,
) -> int:
    """Train a translation engine from parallel text: vocabulary, dictionary, training, validation, export to int8.

    Needs the extra `train`. The best checkpoint by chrF is written, and the curve goes to standard error as JSON
    lines. See docs/training.md.

    Examples:
        audit train translator --corpus parallel/news --pair fr-en --steps 20000  # parallel/news.fr, parallel/news.en
        audit train translator --corpus news.tsv --minutes 60 --output build/fr-en  # for an hour; once more goes on

    See Also:
        docs/training.md, docs/engines.md
    """
    from audit.training.translator.recipe import Recipe, run

    recipe = Recipe(
        pair=pair, corpora=corpus, work=work, output=output, both=both, leave_out=leave_out or (), validate=validate,
        steps=steps, minutes=float("inf") if minutes is None else minutes, layers=_layers(layers), width=width,
        vocabulary=vocabulary, batch=batch, rate=rate, dropout=dropout, guidance=guidance, every=every,
        averaged=averaged, threads=threads, seed=seed, origin=origin,
    )  # fmt: skip
    run(recipe, lambda line: print(line, file=sys.stderr, flush=True))  # noqa: T201 - progress
    return 0


def _layers(text: str) -> tuple[int, int]:
    encoder, _, decoder = text.partition(",")
    if not (encoder.isdecimal() and decoder.isdecimal()):
        raise typer.BadParameter(f"{text}: write layers of encoder and decoder, such as 3,1")
    return int(encoder), int(decoder)
