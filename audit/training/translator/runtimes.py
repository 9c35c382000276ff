"""Compares run times for a translator on the same texts: float32 in transformers, int8 in CTranslate2."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import TYPE_CHECKING

from audit.engines.folder.model import GROWTH, SLACK, Model
from audit.errors import ConfigError
from audit.neural.batching import batches
from audit.neural.loudness import quietly
from audit.training.translator.direction import Direction
from audit.training.translator.export import BEAM, export
from audit.training.translator.network import Size, network
from audit.training.translator.pieces import EOS, Pieces

if TYPE_CHECKING:
    from transformers import MarianMTModel

ROUNDS = 3
"""Times each run time translates all texts, in turn with the others; the fastest counts, being the least disturbed."""
THREADS = (1, 2)
MOST_TOKENS = 1_024
"""Of a batch in transformers, padding included: faster there than half and twice as many."""
SIDES = ("encoder", "decoder")
MEGABYTE = 1_000_000
FOREVER = 3_600.0

Translate = Callable[[Sequence[str]], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """One run time: words of source per second, MB of weights, share of texts translated as the first one does."""

    runtime: str
    threads: int
    words_per_second: float
    megabytes: float
    same: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Runner:
    runtime: str
    threads: int
    megabytes: float
    translate: Translate


def load(weights: Path, spm: Path) -> MarianMTModel:
    """The network of weights that a training run kept; raises ConfigError when they are none with the vocabulary."""
    import torch

    pieces = Pieces(spm)
    try:
        state = torch.load(weights, weights_only=True, map_location="cpu")
        layers = [{name.split(".")[3] for name in state if name.startswith(f"model.{side}.layers.")} for side in SIDES]
        size = Size(encoder=len(layers[0]), decoder=len(layers[1]), width=state["model.shared.weight"].shape[1])
        held = network(size, pieces.pad, pieces.eos)
        held.load_state_dict(state)
    except (OSError, RuntimeError, KeyError, EOFError, UnpicklingError, ConfigError) as cause:
        raise ConfigError(f"{weights}: no weights of a translator with the vocabulary {spm}") from cause
    return held


def compare(held: MarianMTModel, spm: Path, direction: Direction, texts: Sequence[str]) -> list[Speed]:
    """The speed of each run time with the engine's beam, in one process and in turns."""
    words = sum(len(text.split()) for text in texts)
    with tempfile.TemporaryDirectory() as work:
        export(held, spm, [direction], Path(work))
        runners = [*_transformers(held, Pieces(spm), direction), *_ctranslate2(Path(work), direction)]
        first, *rest = [runner.translate(texts) for runner in runners]
        seconds = [[_seconds(runner, texts) for runner in runners] for _ in range(ROUNDS)]
    return [
        Speed(
            runtime=runner.runtime,
            threads=runner.threads,
            words_per_second=words / min(taken),
            megabytes=runner.megabytes,
            same=sum(map(str.__eq__, said, first)) / max(1, len(texts)),
        )
        for runner, said, taken in zip(runners, [first, *rest], zip(*seconds, strict=True), strict=True)
    ]


def table(speeds: Sequence[Speed]) -> str:
    """The comparison as a Markdown table; the ratio is to the first run time of as many threads."""
    head = "| run time | threads | words/s | ratio | weights MB | same translation |\n|---|---:|---:|---:|---:|---:|\n"
    slow = {s.threads: s.words_per_second for s in reversed(speeds)}
    return head + "".join(
        f"| {s.runtime} | {s.threads} | {s.words_per_second:,.0f} | {s.words_per_second / slow[s.threads]:.1f} "
        f"| {s.megabytes:.1f} | {s.same:.3f} |\n"
        for s in speeds
    )


def _seconds(runner: _Runner, texts: Sequence[str]) -> float:
    start = time.perf_counter()
    runner.translate(texts)
    return time.perf_counter() - start


def _ctranslate2(folder: Path, direction: Direction) -> Iterator[_Runner]:
    megabytes = (folder / "model.bin").stat().st_size / MEGABYTE
    for threads in THREADS:
        model = Model(folder, threads)

        def translate(texts: Sequence[str], model: Model = model) -> list[str]:
            return model.translate(texts, [direction.tag], [EOS], beam=BEAM, seconds=FOREVER)

        yield _Runner(runtime="CTranslate2 int8", threads=threads, megabytes=megabytes, translate=translate)


def _transformers(held: MarianMTModel, pieces: Pieces, direction: Direction) -> Iterator[_Runner]:
    import torch

    held = held.float().eval()
    megabytes = sum(weight.numel() * weight.element_size() for weight in held.parameters()) / MEGABYTE
    for threads in THREADS:

        def translate(texts: Sequence[str], threads: int = threads) -> list[str]:
            torch.set_num_threads(threads)
            rows = [[pieces.id(direction.tag), *ids, pieces.eos] for ids in pieces.encode(texts)]
            said = [""] * len(rows)
            for batch in batches([len(row) for row in rows], MOST_TOKENS):
                for at, text in zip(batch, _generated(held, pieces, [rows[at] for at in batch]), strict=True):
                    said[at] = text
            return said

        yield _Runner(runtime="transformers float32", threads=threads, megabytes=megabytes, translate=translate)


def _generated(held: MarianMTModel, pieces: Pieces, rows: Sequence[list[int]]) -> Iterator[str]:
    import torch

    longest = max(map(len, rows))
    ids = torch.full((len(rows), longest), pieces.pad)
    for at, row in enumerate(rows):
        ids[at, : len(row)] = torch.tensor(row)
    with torch.inference_mode(), quietly():
        said = held.generate(
            input_ids=ids,
            attention_mask=(ids != pieces.pad).long(),
            num_beams=BEAM,
            do_sample=False,
            suppress_tokens=[pieces.pad],
            max_new_tokens=GROWTH * longest + SLACK,
        )
    names = pieces.names()
    for answer in said.tolist():
        yield pieces.decode([names[at] for at in answer if at not in {pieces.pad, pieces.eos}])
