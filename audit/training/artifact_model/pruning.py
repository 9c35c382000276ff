"""Drops the pieces of a vocabulary that clean English hardly needs: their vectors are half of the model's size."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import BertModel

LEAST_SEEN = 5
"""Occurrences from which a piece is kept: rarer ones are read as the shorter pieces they are made of."""
BATCH = 10_000


def kept(tokenizer: Tokenizer, texts: Iterable[str]) -> list[int]:
    """The ids worth keeping, in order: special tokens, single characters, and pieces seen often enough."""
    seen: Counter[int] = Counter()
    stream = iter(texts)
    while some := list(islice(stream, BATCH)):
        for encoding in tokenizer.encode_batch_fast(some, add_special_tokens=False):
            seen.update(encoding.ids)
    return sorted(
        at
        for piece, at in tokenizer.get_vocab().items()
        if seen[at] >= LEAST_SEEN or len(piece.removeprefix("##")) == 1 or _special(piece)
    )


def _special(piece: str) -> bool:
    return piece in {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}


def pruned_tokenizer(tokenizer: Tokenizer, ids: list[int]) -> Tokenizer:
    """The tokenizer with those pieces alone, numbered anew in their order."""
    from tokenizers import Tokenizer

    held = json.loads(tokenizer.to_str())
    pieces = {at: piece for piece, at in tokenizer.get_vocab().items()}
    numbers = {pieces[at]: new for new, at in enumerate(ids)}
    held["model"]["vocab"] = numbers
    held["added_tokens"] = [
        token | {"id": numbers[token["content"]]} for token in held["added_tokens"] if token["content"] in numbers
    ]
    for name in ("post_processor", "padding", "truncation"):
        held[name] = None
    return Tokenizer.from_str(json.dumps(held))


def prune(bert: BertModel, ids: list[int]) -> None:
    """Keep the vectors of those pieces alone, in their order."""
    from torch import nn

    vectors = bert.embeddings.word_embeddings.weight.data[ids].clone()
    bert.embeddings.word_embeddings = nn.Embedding.from_pretrained(vectors, padding_idx=0)
    bert.config.vocab_size = len(ids)
