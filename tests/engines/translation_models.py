"""Tiny translation models, random or trained for a moment, saved as the hub and CTranslate2 have them."""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PAIRS = (("El perro come.", "The dog eats."), ("La casa es roja.", "The house is red."), ("Hoy llueve.", "It rains."))
"""Sentences in Spanish and English, all that a trained model knows."""

TAGS = {"en": ">>en<<", "es": ">>es<<"}
"""What tells a trained model the target language."""

WIDTH = 32
"""Of all models here; with one layer each side they load in milliseconds."""


@contextmanager
def calm() -> Iterator[None]:
    """Let the libraries that make and save models warn of what they like."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def spm(path: Path) -> list[str]:
    """Train sentencepiece on PAIRS into a file; the pieces it has."""
    import sentencepiece

    held = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([text for pair in PAIRS for text in pair]),
        model_writer=held,
        vocab_size=60,
        hard_vocab_limit=False,
        model_type="unigram",
        num_threads=1,
        minloglevel=3,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(held.getvalue())
    model = sentencepiece.SentencePieceProcessor(model_proto=held.getvalue())
    return [model.id_to_piece(i) for i in range(model.get_piece_size())]


@calm()
def marian(folder: Path, source: str | None, target: str | None, tags: Sequence[str] = (), steps: int = 0) -> Path:
    """A MarianMT in a folder, trained for `steps` on PAIRS into each language that has a tag (`>>en<<`)."""
    import torch
    from transformers import MarianConfig, MarianMTModel, MarianTokenizer

    pieces = [piece for piece in spm(folder / "source.spm") if not piece.startswith("<")]
    spm(folder / "target.spm")
    words = ["</s>", "<unk>", *pieces, *tags, "<pad>"]
    (folder / "vocab.json").write_text(json.dumps({word: i for i, word in enumerate(words)}), "utf-8")
    files = (str(folder / name) for name in ("source.spm", "target.spm", "vocab.json"))
    tokenizer = MarianTokenizer(*files, source_lang=source, target_lang=target)
    torch.manual_seed(0)
    pad = len(words) - 1
    config = MarianConfig(
        vocab_size=len(words),
        pad_token_id=pad,
        eos_token_id=0,
        decoder_start_token_id=pad,
        forced_eos_token_id=0,
        max_position_embeddings=64,
        **size(),
    )
    model = MarianMTModel(config)
    _train(model, tokenizer, steps)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


@calm()
def m2m100(folder: Path) -> Path:
    """An M2M100 with random weights in a folder."""
    from transformers import M2M100Tokenizer

    pieces = [piece for piece in spm(folder / "sentencepiece.bpe.model") if not piece.startswith("<")]
    words = ["<s>", "<pad>", "</s>", "<unk>", *pieces]
    (folder / "vocab.json").write_text(json.dumps({word: i for i, word in enumerate(words)}), "utf-8")
    tokenizer = M2M100Tokenizer(str(folder / "vocab.json"), str(folder / "sentencepiece.bpe.model"))
    return multilingual(folder, "M2M100", tokenizer, len(words) + 110)


@calm()
def nllb(folder: Path) -> Path:
    """An NLLB with random weights in a folder."""
    from transformers import NllbTokenizer

    words = ["<s>", "<pad>", "</s>", "<unk>", "▁", *_letters()]
    tokenizer = NllbTokenizer(vocab={word: i for i, word in enumerate(words)}, merges=[])
    return multilingual(folder, "M2M100", tokenizer, len(tokenizer))


@calm()
def mbart50(folder: Path) -> Path:
    """An mBART-50 with random weights in a folder."""
    from transformers import MBart50Tokenizer

    words = ["<unk>", "<s>", "</s>", "▁", *_letters()]
    tokenizer = MBart50Tokenizer(vocab=[(word, -1.0) for word in words])
    return multilingual(folder, "MBart", tokenizer, len(tokenizer))


def multilingual(folder: Path, kind: str, tokenizer: Any, vocabulary: int) -> Path:  # noqa: ANN401 - any tokenizer
    """A model of M2M100's or mBART's build with random weights in a folder."""
    import torch
    import transformers

    torch.manual_seed(0)
    ends = {"pad_token_id": 1, "eos_token_id": 2, "decoder_start_token_id": 2}
    config = getattr(transformers, f"{kind}Config")(
        vocab_size=vocabulary, max_position_embeddings=64, init_std=0.5, **ends, **size()
    )
    getattr(transformers, f"{kind}ForConditionalGeneration")(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


@calm()
def ct2(folder: Path, source: Path, **manifest: object) -> Path:
    """A MarianMT folder converted for CTranslate2, as the engine `ct2` reads it."""
    from ctranslate2.converters import TransformersConverter

    TransformersConverter(str(source)).convert(str(folder))
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes((source / name).read_bytes())
    return described(folder, **manifest)


def described(folder: Path, **manifest: object) -> Path:
    """The folder with a new `engine.json`."""
    (folder / "engine.json").write_text(json.dumps(manifest), "utf-8")
    return folder


def size() -> Mapping[str, int]:
    """What makes a configuration small."""
    sides = ("encoder", "decoder")
    held = {
        f"{side}_{name}": n for side in sides for name, n in (("layers", 1), ("ffn_dim", 64), ("attention_heads", 2))
    }
    return {"d_model": WIDTH, **held}


def _letters() -> list[str]:
    return sorted({letter for pair in PAIRS for text in pair for letter in text if letter != " "})


def _train(model: Any, tokenizer: Any, steps: int) -> None:  # noqa: ANN401 - of transformers
    import torch

    sources = [f"{TAGS['en']} {es}" for es, _ in PAIRS] + [f"{TAGS['es']} {en}" for _, en in PAIRS]
    targets = [en for _, en in PAIRS] + [es for es, _ in PAIRS]
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    batch["labels"][batch["labels"] == tokenizer.pad_token_id] = -100
    model.config.dropout = 0.0
    model.eval()
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
    for _ in range(steps):
        model(**batch).loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        with torch.no_grad():  # as in Marian, where decoding starts from a row of zeros
            model.model.shared.weight[tokenizer.pad_token_id] = 0
