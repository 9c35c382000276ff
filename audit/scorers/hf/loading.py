"""Loads a model with its tokenizer, and computes its logits over rows of tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.errors import PluginError
from audit.neural.loudness import Failure, clearly, quietly
from audit.neural.place import Place
from audit.neural.weights import weights
from audit.scorers.hf.architecture import SUPPORTED, Kind, kind_of
from audit.scorers.hf.positions import positions_of

if TYPE_CHECKING:
    from torch import Tensor
    from transformers import PreTrainedModel, PreTrainedTokenizerFast

_CLASSES = {
    Kind.CAUSAL: "AutoModelForCausalLM",
    Kind.MASKED: "AutoModelForMaskedLM",
    Kind.CLASSIFIER: "AutoModelForSequenceClassification",
}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_TOKENS = 4096
"""Of a batch, padding included: keeps a base model's activations under a few hundred megabytes."""
_MOST_LOGITS = 1 << 26
"""Of a batch, as 32-bit floats: 256 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A model in evaluation mode with its tokenizer.

    `positions` is the most tokens it reads at once, special ones included; `prefix` and `suffix` are the special
    tokens its tokenizer puts around a text.
    """

    name: str
    kind: Kind
    model: PreTrainedModel
    tokenizer: PreTrainedTokenizerFast
    positions: int
    prefix: tuple[int, ...]
    suffix: tuple[int, ...]

    @property
    def most_tokens(self) -> int:
        """The most tokens to compute in one batch."""
        if self.kind is Kind.CLASSIFIER:
            return _MOST_TOKENS if _known(self.model.config.pad_token_id) else 1
        return min(_MOST_TOKENS, _MOST_LOGITS // len(self.tokenizer))

    def encode(self, texts: Sequence[str]) -> list[tuple[list[int], list[tuple[int, int]]]]:
        """Each text's token ids, without special ones, and their (start, end) in code points of the text."""
        if not texts:
            return []
        clean = [_LONE_SURROGATE.sub("\ufffd", text) for text in texts]
        held = self.tokenizer(clean, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
        return list(zip(held["input_ids"], held["offset_mapping"], strict=True))

    def logits(self, rows: Sequence[Sequence[int]]) -> Tensor:
        """Of rows of token ids: (rows, longest row, vocabulary), or (rows, labels) from a classifier; 32-bit floats."""
        import torch

        longest = max(len(row) for row in rows)
        pad = self.model.config.pad_token_id if _known(self.model.config.pad_token_id) else 0
        ids = torch.tensor([[*row, *[pad] * (longest - len(row))] for row in rows])
        mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
        device = self.model.device
        with torch.no_grad():
            logits: Tensor = self.model(input_ids=ids.to(device), attention_mask=mask.to(device)).logits
        return logits.float().cpu()


def load(place: Place, name: str) -> Loaded:
    """Load what stands at a place, on the GPU where there is one.

    Raises PluginError where the model is of no kind that can be read, or its files are missing, broken or not whole.
    """
    kind = kind_of(place.config.architectures)
    if kind is None:
        told = ", ".join(place.config.architectures or ()) or "no architecture"
        raise PluginError(f"{name}: cannot read {told} – the kinds that can be are {SUPPORTED}")
    with quietly():
        tokenizer = _tokenizer(place, name)
        model = weights(place, _CLASSES[kind], named(name))
    if kind is Kind.MASKED and tokenizer.mask_token_id is None:
        raise PluginError(f"{name}: a masked model whose tokenizer has no mask token")
    prefix, suffix = _around(tokenizer)
    return Loaded(
        name=name,
        kind=kind,
        model=model,
        tokenizer=tokenizer,
        positions=positions_of(model, tokenizer),
        prefix=prefix,
        suffix=suffix,
    )


def named(name: str) -> Failure:
    """Makes the scorer's errors."""
    return lambda told: PluginError(f"{name}: {told}")


def _tokenizer(place: Place, name: str) -> PreTrainedTokenizerFast:
    from transformers import AutoTokenizer

    with clearly(named(name), "cannot load the tokenizer"):
        tokenizer = AutoTokenizer.from_pretrained(place.path, revision=place.commit or "main", trust_remote_code=False)
    if not tokenizer.is_fast:
        raise PluginError(f"{name}: its tokenizer tells no offsets – a model with a tokenizer.json is needed")
    if len(tokenizer) <= len(set(tokenizer.all_special_ids)):  # what from_pretrained makes of a folder without one
        raise PluginError(f"{name}: no tokenizer beside the weights – save it there too with save_pretrained")
    return tokenizer


def _around(tokenizer: PreTrainedTokenizerFast) -> tuple[tuple[int, ...], tuple[int, ...]]:
    whole, bare = (tokenizer("a", add_special_tokens=special)["input_ids"] for special in (True, False))
    at = next((i for i in range(len(whole)) if whole[i : i + len(bare)] == bare), len(whole))
    return tuple(whole[:at]), tuple(whole[at + len(bare) :])


def _known(token: int | None) -> bool:
    """Whether the configuration names a token at all; some older ones write -1 for none."""
    return token is not None and token >= 0
