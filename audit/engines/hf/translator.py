"""Loads a translation model of transformers with its tokenizer, and runs it over units."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.engines.hf.direction import Direction
from audit.neural.batching import batches
from audit.neural.loudness import Failure, clearly, quietly
from audit.neural.place import Place
from audit.neural.weights import weights

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizer

SUPPORTED = {"marian": "MarianMT", "m2m_100": "M2M100 and NLLB", "mbart": "mBART-50"}
"""Kinds of model by the `model_type` of their configuration."""

_BEAM = 2
"""As with CTranslate2 models, so that the two engines are alike in speed and result."""
_MOST_UNIT = 128
"""Tokens of a unit: far above a sentence of news, and within what models trained on sentences have seen."""
_MOST_TOKENS = 512
"""Of a batch, padding included: 170 rows at most, whose logits of two beams over NLLB's 256,000 tokens take 350 MB."""
_GROWTH, _SLACK = 2, 16
"""A translation is ended at twice the tokens of its source and some: only a model that repeats itself needs that."""
_AROUND = 4
"""Tokens of language, begin and end that stand around a unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translator:
    """A model in evaluation mode with its tokenizer."""

    model: PreTrainedModel
    tokenizer: PreTrainedTokenizer

    @property
    def most(self) -> int:
        """The most tokens of a unit."""
        return max(1, min(_MOST_UNIT, (self._positions - _SLACK) // _GROWTH))

    def length(self, text: str) -> int:
        """Tokens of a text, without those around it."""
        return len(self.tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"])

    def translate(self, units: Sequence[str], towards: Direction, seconds: float) -> list[str]:
        """Translate units in batches of like length; raises TimeoutError where one takes longer."""
        if towards.source:
            self.tokenizer.src_lang = towards.source
        rows = [self.tokenizer(towards.tag + unit, verbose=False)["input_ids"] for unit in units]
        held = list(units)
        for batch in batches([len(row) for row in rows], _MOST_TOKENS):
            begin = time.monotonic()
            answers = list(self._answers([rows[at] for at in batch], towards))
            if time.monotonic() - begin > seconds:
                raise TimeoutError
            for at, answer in zip(batch, answers, strict=True):
                held[at] = answer
        return held

    @property
    def _positions(self) -> int:
        return int(getattr(self.model.config, "max_position_embeddings", None) or _GROWTH * _MOST_UNIT + _SLACK)

    def _answers(self, rows: Sequence[list[int]], towards: Direction) -> Iterator[str]:
        import torch

        longest = max(map(len, rows))
        pad = self.model.config.pad_token_id
        ids = torch.tensor([[*row, *[pad] * (longest - len(row))] for row in rows], device=self.model.device)
        mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows], device=self.model.device)
        first = self.tokenizer.convert_tokens_to_ids(towards.first) if towards.first else None
        with torch.inference_mode(), quietly():
            answers = self.model.generate(
                input_ids=ids,
                attention_mask=mask,
                forced_bos_token_id=first,
                num_beams=_BEAM,
                do_sample=False,
                max_new_tokens=min(_GROWTH * longest + _SLACK, self._positions - _AROUND),
            )
        languages = getattr(self.tokenizer, "lang_token_to_id", None) or {}  # M2M100's are not always special
        special = {*self.tokenizer.all_special_ids, *languages.values()}
        for answer in answers.tolist():
            kept = [token for token in answer if token not in special]
            yield self.tokenizer.decode(kept, clean_up_tokenization_spaces=False)


def load_tokenizer(place: Place, failure: Failure) -> PreTrainedTokenizer:
    """The tokenizer at a place; raises `failure` where there is none, or the model is of no kind that translates."""
    from transformers import AutoTokenizer

    if place.config.model_type not in SUPPORTED:
        kinds = ", ".join(SUPPORTED.values())
        raise failure(f"cannot translate with a model of type {place.config.model_type} – the kinds that can: {kinds}")
    with clearly(failure, "cannot load the tokenizer"), quietly():
        tokenizer = AutoTokenizer.from_pretrained(place.path, revision=place.commit or "main", trust_remote_code=False)
    if len(tokenizer) <= len(set(tokenizer.all_special_ids)):  # what from_pretrained makes of a folder without one
        raise failure("no tokenizer beside the weights – save it there too with save_pretrained")
    return tokenizer


def load(place: Place, tokenizer: PreTrainedTokenizer, failure: Failure) -> Translator:
    """The model at a place with its tokenizer; raises `failure` where the weights are missing, broken or not whole."""
    with quietly():
        return Translator(model=weights(place, "AutoModelForSeq2SeqLM", failure), tokenizer=tokenizer)
