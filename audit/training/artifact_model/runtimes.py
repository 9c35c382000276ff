"""Compares run times for the encoder on the same sentences: speed, size, and how near they stay to the weights."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.artifact_model.encoder import Encoder, Row, batches
from audit.artifact_model.pieces import batch, marks, open_tokenizer
from audit.artifact_model.windows import MOST
from audit.training.artifact_model.export import convert, export_onnx

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from transformers import BertModel

ROUNDS = 5
"""Times each run time reads all texts, in turn with the others; the fastest counts, being the least disturbed."""
THREADS = (1, 2)
MEGABYTE = 1_000_000

Vectors = Iterable[tuple[int, "NDArray[np.float32]"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """One run time: words per second, size of its model file in MB, correlation of its vectors with torch's float32."""

    runtime: str
    threads: int
    words_per_second: float
    megabytes: float
    correlation: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Runner:
    runtime: str
    threads: int
    file: Path
    read: Callable[[Sequence[Row]], Vectors]


def compare(folder: Path, texts: Sequence[str]) -> list[Speed]:
    """The speed of each run time on the same texts, in one process and in turns.

    `folder` holds a saved BertModel with `tokenizer.json`. A text over one window, or without pieces, is left out.
    """
    from transformers import BertModel

    bert = BertModel.from_pretrained(folder).eval()
    tokenizer = open_tokenizer(folder / "tokenizer.json")
    first, last = marks(tokenizer)
    found = [
        (text, pieces) for text, pieces in zip(texts, batch(texts, tokenizer), strict=True) if 0 < len(pieces) <= MOST
    ]
    most = bert.config.type_vocab_size - 1  # a base encoder has two
    rows = [
        Row(ids=(first, *pieces.ids, last), types=(0, *(min(kind, most) for kind in pieces.types), 0))
        for _, pieces in found
    ]
    words = sum(len(text.split()) for text, _ in found)
    with tempfile.TemporaryDirectory() as work:
        convert(bert, tokenizer, Path(work, "ctranslate2"))
        runners = [*_ctranslate2(Path(work, "ctranslate2")), *_onnx(export_onnx(bert, Path(work, "onnx")))]
        return _measured(runners, rows, words, _exact(bert, rows))


def table(speeds: Sequence[Speed]) -> str:
    """The comparison as a Markdown table."""
    head = "| run time | threads | words/s | model MB | correlation with float32 |\n|---|---:|---:|---:|---:|\n"
    return head + "".join(
        f"| {s.runtime} | {s.threads} | {s.words_per_second:,.0f} | {s.megabytes:.1f} | {s.correlation:.4f} |\n"
        for s in speeds
    )


def _measured(
    runners: Sequence[_Runner], rows: Sequence[Row], words: int, exact: Sequence[NDArray[np.float32]]
) -> list[Speed]:
    correlations = [_correlation(runner.read(rows), exact) for runner in runners]
    seconds = [[_seconds(runner, rows) for runner in runners] for _ in range(ROUNDS)]
    return [
        Speed(
            runtime=runner.runtime,
            threads=runner.threads,
            words_per_second=words / min(taken),
            megabytes=runner.file.stat().st_size / MEGABYTE,
            correlation=correlation,
        )
        for runner, taken, correlation in zip(runners, zip(*seconds, strict=True), correlations, strict=True)
    ]


def _seconds(runner: _Runner, rows: Sequence[Row]) -> float:
    start = time.perf_counter()
    for _ in runner.read(rows):
        pass
    return time.perf_counter() - start


def _correlation(read: Vectors, exact: Sequence[NDArray[np.float32]]) -> float:
    import numpy as np

    held = sorted(read, key=lambda answer: answer[0])
    return float(np.corrcoef(np.concatenate([v for _, v in held]).ravel(), np.concatenate(exact).ravel())[0, 1])


def _ctranslate2(folder: Path) -> list[_Runner]:
    return [
        _Runner(
            runtime="CTranslate2 int8", threads=threads, file=folder / "model.bin", read=Encoder(folder, threads).read
        )
        for threads in THREADS
    ]


def _onnx(path: Path) -> list[_Runner]:
    import onnxruntime

    held = []
    for threads in THREADS:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        held.append(_Runner(runtime="ONNX Runtime int8", threads=threads, file=path, read=_session_reader(session)))
    return held


def _session_reader(session: Any) -> Callable[[Sequence[Row]], Vectors]:  # noqa: ANN401 - an untyped package's session
    def read(rows: Sequence[Row]) -> Vectors:
        import numpy as np

        for members in batches([len(row.ids) for row in rows]):
            shape = len(members), max(len(rows[at].ids) for at in members)
            feed = {name: np.zeros(shape, np.int64) for name in ("ids", "types", "mask")}
            for line, at in enumerate(members):
                size = len(rows[at].ids)
                feed["ids"][line, :size], feed["types"][line, :size] = rows[at].ids, rows[at].types
                feed["mask"][line, :size] = 1
            for at, vectors in zip(members, session.run(None, feed)[0], strict=True):
                yield at, vectors[: len(rows[at].ids)]

    return read


def _exact(bert: BertModel, rows: Sequence[Row]) -> list[NDArray[np.float32]]:
    import torch

    with torch.no_grad():
        return [
            bert(input_ids=torch.tensor([row.ids]), token_type_ids=torch.tensor([row.types]))
            .last_hidden_state[0]
            .numpy()
            for row in rows
        ]
