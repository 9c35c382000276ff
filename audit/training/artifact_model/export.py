"""Writes a trained network as the files that the run time reads."""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.artifact_model.calibration import load_calibration
from audit.artifact_model.heads import NAMES, load_heads
from audit.artifact_model.ngrams import save
from audit.artifact_model.pieces import TYPES
from audit.artifact_model.windows import MOST
from audit.errors import PluginError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer
    from transformers import BertModel

    from audit.artifact_model.ngrams import NgramCounts

ENCODER_FILES = ("model.bin", "config.json", "vocabulary.json")
POSITIONS = MOST + 2
"""Rows of the position table that are ever read: a window with the marks of start and end."""
OPSET = 17
"""ONNX operators: the first set with layer normalisation as one, which the quantiser leaves in float."""


def export(  # noqa: PLR0913 - one argument per file
    bert: BertModel,
    tokenizer: Tokenizer,
    ngrams: NgramCounts,
    *,
    heads: Mapping[str, NDArray[np.float32]],
    calibration: Mapping[str, Any],
    folder: Path,
) -> None:
    """Write a model folder: int8 encoder, tokenizer, counts, heads and calibration; other files in it stay.

    `heads` are the arrays of `heads.npz`, by name. Raises PluginError when encoder, heads or calibration do not hold
    together, KeyError when an array is missing.
    """
    import numpy as np

    # The run time does not check what it looks up: a type past the table would read foreign memory.
    if bert.config.type_vocab_size != TYPES:
        raise PluginError(f"an artifact model has {TYPES} token types, this encoder {bert.config.type_vocab_size}")
    folder.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = {name: np.asarray(heads[name], np.float32) for name in NAMES}
    np.savez(folder / "heads.npz", **arrays)
    (folder / "calibration.json").write_text(json.dumps(calibration, indent=1, ensure_ascii=False) + "\n", "utf-8")
    load_heads(folder / "heads.npz")
    load_calibration(folder / "calibration.json")
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    save(ngrams, folder / "ngrams.npz")
    convert(bert, tokenizer, folder)


def convert(bert: BertModel, tokenizer: Tokenizer, folder: Path, quantization: str = "int8") -> None:
    """Write the encoder for CTranslate2; `quantization` as in its converters (`float32` keeps the weights)."""
    from ctranslate2.converters import TransformersConverter
    from transformers import PreTrainedTokenizerFast

    with tempfile.TemporaryDirectory() as work:
        source, made = Path(work, "torch"), Path(work, "ctranslate2")
        _whole(bert).save_pretrained(source)
        PreTrainedTokenizerFast(tokenizer_object=tokenizer, unk_token="[UNK]").save_pretrained(source)  # noqa: S106 - no password
        TransformersConverter(str(source)).convert(str(made), quantization=quantization)
        folder.mkdir(parents=True, exist_ok=True)
        for name in ENCODER_FILES:
            shutil.copyfile(made / name, folder / name)


def _whole(bert: BertModel) -> BertModel:
    """A copy as the converter wants it: with a pooling layer (of zeros, never read), and only the positions in use."""
    from transformers import BertModel

    config = copy.deepcopy(bert.config)
    config.position_embedding_type = "absolute"  # the only type transformers 5 knows; the converter still asks
    config.max_position_embeddings = min(POSITIONS, config.max_position_embeddings)
    state = {name: value for name, value in bert.state_dict().items() if not name.startswith("pooler.")}
    positions = "embeddings.position_embeddings.weight"
    state[positions] = state[positions][: config.max_position_embeddings]
    whole = BertModel(config)
    whole.load_state_dict(state, strict=False)
    for parameter in whole.pooler.parameters():
        parameter.data.zero_()
    return whole.eval()


def export_onnx(bert: BertModel, folder: Path) -> Path:
    """Write `encoder.onnx` and `encoder.int8.onnx` (weights int8 per channel, activations at run time).

    Inputs `ids`, `types` and `mask` [rows, length], output `hidden` [rows, length, width]. Returns the int8 file.
    """
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    plain, small = folder / "encoder.onnx", folder / "encoder.int8.onnx"
    ids = torch.ones(2, 8, dtype=torch.long)
    names = ("ids", "types", "mask")
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the tracing exporter says it is old; the new one needs a further package
        torch.onnx.export(
            _traceable(bert),
            (ids, torch.zeros_like(ids), torch.ones_like(ids)),
            str(plain),
            input_names=list(names),
            output_names=["hidden"],
            dynamic_axes={name: {0: "rows", 1: "length"} for name in (*names, "hidden")},
            opset_version=OPSET,
            dynamo=False,
        )
    quantize_dynamic(plain, small, per_channel=True, weight_type=QuantType.QInt8)
    return small


def _traceable(bert: BertModel) -> Any:  # noqa: ANN401 - a torch module
    """The encoder as a module that gives its last vectors, with attention written out so that it can be traced."""
    import torch
    from transformers import BertModel

    plain = _whole(bert)
    config = copy.deepcopy(plain.config)
    config._attn_implementation = "eager"  # noqa: SLF001 - from_pretrained alone has an argument for it
    traced = BertModel(config)
    traced.load_state_dict(plain.state_dict())

    class Vectors(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.bert = traced

        def forward(self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor) -> Any:  # noqa: ANN401
            return self.bert(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state

    return Vectors().eval()
