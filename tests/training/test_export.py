"""Export: what the run time reads says what the network says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from audit.artifact_model.encoder import Encoder, Row
from audit.artifact_model.model import FILES
from audit.errors import PluginError
from tests.artifact_model import tiny

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from audit.training.artifact_model.export import convert, export, export_onnx

ROWS = [
    Row(ids=(2, *range(10, 10 + size), 3), types=(0, *(at % 6 for at in range(size)), 0)) for size in (1, 4, 9, 30, 80)
]


def exact(bert: Any, row: Row) -> Any:  # noqa: ANN401 - torch is optional
    """Torch's vectors of one row."""
    with torch.no_grad():
        held = bert(input_ids=torch.tensor([row.ids]), token_type_ids=torch.tensor([row.types]))
    return held.last_hidden_state[0].numpy()


def exported(bert: Any, folder: Path, calibration: dict[str, Any] = tiny.CALIBRATION) -> None:  # noqa: ANN401 - as above
    """Export an encoder with the other parts of the tiny model."""
    export(bert, tiny.tokenizer(), tiny.ngrams(), heads=tiny.heads(), calibration=calibration, folder=folder)


def read(folder: Path) -> list[Any]:
    """The run time's vectors of all rows, read as one batch."""
    held = dict(Encoder(folder, 1).read(ROWS))
    return [held[at] for at in range(len(ROWS))]


def test_float_vectors_are_those_of_torch(tmp_path: Path) -> None:
    """Embeddings, token types, positions, norms, activation and mask are all converted right."""
    convert(tiny.bert(), tiny.tokenizer(), tmp_path, "float32")
    for row, vectors in zip(ROWS, read(tmp_path), strict=True):
        assert np.abs(vectors - exact(tiny.bert(), row)).max() < 1e-4


def test_a_pooling_layer_changes_nothing(tmp_path: Path) -> None:
    """A network that has one is converted like one that has none."""
    bert = tiny.bert(pooling=True)
    convert(bert, tiny.tokenizer(), tmp_path, "float32")
    assert np.abs(read(tmp_path)[2] - exact(bert, ROWS[2])).max() < 1e-4


def test_int8_vectors_follow_those_of_torch(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What eight bits lose is little."""
    ours = np.concatenate(read(tiny.exported(tmp_path_factory)))
    theirs = np.concatenate([exact(tiny.bert(), row) for row in ROWS])
    assert np.corrcoef(ours.ravel(), theirs.ravel())[0, 1] > 0.99


def test_int8_is_about_a_quarter(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The encoder's file shrinks with its weights."""
    convert(tiny.bert(), tiny.tokenizer(), tmp_path, "float32")
    small = (tiny.exported(tmp_path_factory) / "model.bin").stat().st_size
    assert small < 0.5 * (tmp_path / "model.bin").stat().st_size


def test_a_folder_is_complete_and_other_files_stay(tmp_path: Path) -> None:
    """All files the run time asks for are written, a card beside them is left alone, and the network is not changed."""
    (tmp_path / "CARD.md").write_text("Card.", "utf-8")
    bert = tiny.bert()
    exported(bert, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*FILES, "CARD.md"}
    assert json.loads((tmp_path / "calibration.json").read_text("utf-8")) == tiny.CALIBRATION
    assert bert.config.max_position_embeddings == 160
    assert bert.pooler is None


def test_an_export_is_reproducible(tmp_path: Path) -> None:
    """The same network gives the same bytes."""
    for name in ("one", "other"):
        exported(tiny.bert(), tmp_path / name)
    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_a_calibration_that_contradicts_itself_is_not_exported(tmp_path: Path) -> None:
    """The error comes before the encoder is converted."""
    with pytest.raises(PluginError, match="one weight per token head"):
        exported(tiny.bert(), tmp_path, {**tiny.CALIBRATION, "token_heads": ["slip"]})
    assert not (tmp_path / "model.bin").exists()


def test_an_encoder_with_other_token_types_is_not_exported(tmp_path: Path) -> None:
    """The run time would look types up past the end of its table."""
    bert = tiny.bert()
    bert.config.type_vocab_size = 6
    with pytest.raises(PluginError, match="token types, this encoder 6"):
        exported(bert, tmp_path)


def test_onnx_vectors_are_those_of_torch(tmp_path: Path) -> None:
    """In float they are the same, mask and token types included; in int8 they are near."""
    onnxruntime = pytest.importorskip("onnxruntime")
    pytest.importorskip("onnx")
    small = export_onnx(tiny.bert(), tmp_path)
    longest = max(len(row.ids) for row in ROWS)
    feed = {
        name: np.array([(*values, *(0,) * (longest - len(values))) for values in rows], np.int64)
        for name, rows in {
            "ids": [row.ids for row in ROWS],
            "types": [row.types for row in ROWS],
            "mask": [(1,) * len(row.ids) for row in ROWS],
        }.items()
    }
    theirs = [exact(tiny.bert(), row) for row in ROWS]
    for path, least in ((tmp_path / "encoder.onnx", 0.999999), (small, 0.97)):
        session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
        held = session.run(None, feed)[0]
        ours = [vectors[: len(row.ids)] for vectors, row in zip(held, ROWS, strict=True)]
        assert np.corrcoef(np.concatenate(ours).ravel(), np.concatenate(theirs).ravel())[0, 1] > least
