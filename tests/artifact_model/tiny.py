"""A tiny random model: the files of a real one, made in a second."""

from __future__ import annotations

import string
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from audit.artifact_model.pieces import TYPES
from audit.document import Paragraph
from audit.training.artifact_model.counting import count

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import BertModel

    from audit.artifact_model.ngrams import NgramCounts

WIDTH = 32
TOKEN_HEADS = ("post_edit", "slip")
SENTENCE_HEADS = ("da", "rank")
WORDS = "the president said that it is a big problem for all of them city house going not no yes will he she on".split()
CALIBRATION: dict[str, Any] = {
    "revision": "tiny-1",
    "token_heads": list(TOKEN_HEADS),
    "sentence_heads": list(SENTENCE_HEADS),
    "word": {"weights": [1.0, 0.5], "bias": -0.5},
    "fluency": {
        "features": ["sentence:da", "mean:slip", "max:post_edit"],
        "weights": [1.0, -1.0, 0.5],
        "bias": 0.1,
        "knots": [[-4.0, 0.0], [0.0, 60.0], [4.0, 100.0]],
        "interval": [[0.0, 0.0, 20.0], [100.0, 80.0, 100.0]],
    },
}


def tokenizer() -> Tokenizer:
    """A lower-casing WordPiece tokenizer of a few words and every letter; it pads and cuts unless told not to."""
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer

    letters = string.ascii_lowercase + string.digits
    marks = string.punctuation + "“”’—"
    known = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *marks, *letters, *("##" + letter for letter in letters), *WORDS]
    held = Tokenizer(WordPiece({piece: at for at, piece in enumerate(dict.fromkeys(known))}, unk_token="[UNK]"))  # noqa: S106
    held.normalizer = BertNormalizer(lowercase=True)
    held.pre_tokenizer = BertPreTokenizer()
    held.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
    held.enable_padding(length=16)
    held.enable_truncation(16)
    return held


def bert(*, pooling: bool = False) -> BertModel:
    """A random encoder of two layers for that vocabulary, the same on every call."""
    import torch
    from transformers import BertConfig, BertModel

    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=tokenizer().get_vocab_size(),
        hidden_size=WIDTH,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=64,
        max_position_embeddings=160,
        type_vocab_size=TYPES,
        initializer_range=0.2,
    )
    return BertModel(config, add_pooling_layer=pooling).eval()


def heads() -> dict[str, Any]:
    """Random heads of that width."""
    rng = np.random.default_rng(3)
    return {
        "token_weight": rng.normal(0, 0.3, (len(TOKEN_HEADS), WIDTH)).astype(np.float32),
        "token_bias": np.array([-1.0, -2.0], np.float32),
        "sentence_weight": rng.normal(0, 0.3, (len(SENTENCE_HEADS), WIDTH)).astype(np.float32),
        "sentence_bias": np.array([0.5, 0.0], np.float32),
    }


def ngrams() -> NgramCounts:
    """Counts of one sentence said often."""
    return count(["The president said that it is a big problem for all of them."] * 20)


def exported(factory: pytest.TempPathFactory) -> Path:
    """The folder of the exported model, made once a run; skips the test where nothing can export it."""
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    return _exported(factory.getbasetemp() / "tiny")


@cache
def _exported(folder: Path) -> Path:
    from audit.training.artifact_model.export import export

    folder.mkdir()
    export(bert(), tokenizer(), ngrams(), heads=heads(), calibration=CALIBRATION, folder=folder / "model")
    return folder / "model"


def paragraph(text: str, *sentences: str, index: int = 0) -> Paragraph:
    """A paragraph whose sentences are the given parts of its text."""
    spans, at = [], 0
    for sentence in sentences:
        at = text.index(sentence, at)
        spans.append((at, at + len(sentence)))
        at += len(sentence)
    return Paragraph(index=index, start=0, end=len(text), text=text, sentences=tuple(spans))
