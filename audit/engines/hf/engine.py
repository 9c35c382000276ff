"""The engine of any translation model of transformers: MarianMT, NLLB, M2M100 or mBART-50."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from audit.engines.hf.direction import direction
from audit.engines.hf.translator import Translator, load, load_tokenizer
from audit.engines.sentencewise import sentencewise
from audit.errors import EngineError
from audit.neural.loudness import clearly
from audit.neural.place import Place, find

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizer


class HfEngine:
    """`hf:NAME-OR-FOLDER`: a model of the Hugging Face hub or of a folder; its weights are loaded on first use.

    `revision` is the hub's commit, or a digest of the folder's weights. `timeout` is the seconds one batch of
    sentences may take. May be shared by threads, which then take turns.
    """

    model_help = "MarianMT, NLLB, M2M100 or mBART-50; pip install 'mt-audit[neural]'"

    def __init__(self, model: str, timeout: float = 60.0) -> None:
        """Load nothing; `timeout` is in seconds."""
        self.model = model
        self.name = f"hf:{model}"
        self._timeout = timeout
        self._lock = threading.RLock()
        self._held: Translator | None = None

    @cached_property
    def revision(self) -> str:
        """Changes when the weights do; raises EngineError where the model cannot be had."""
        return self._place.revision

    def unavailable(self, source_lang: str, target_lang: str) -> str | None:
        """What is missing, or what the model was made for where that is another pair; reads its tokenizer."""
        try:
            direction(self._tokenizer, self.model, source_lang, target_lang)
        except EngineError as cause:
            return cause.cause
        except LookupError as cause:
            return str(cause)
        return None

    def translate(self, texts: Sequence[str], source_lang: str, target_lang: str) -> list[str]:
        """Translate each text sentence by sentence, all of them in shared batches; line breaks stay.

        Raises EngineError when the model does not have the pair, cannot be loaded, or a batch exceeds the time limit.
        """
        if why := self.unavailable(source_lang, target_lang):
            raise EngineError(self.name, why)
        towards = direction(self._tokenizer, self.model, source_lang, target_lang)
        with self._lock, clearly(self._failure, "the model failed on a text"):
            model = self._translator()
            try:
                return sentencewise(
                    texts,
                    source_lang,
                    lambda units: model.translate(units, towards, self._timeout),
                    length=model.length,
                    most=model.most,
                )
            except TimeoutError as late:
                told = f"a batch took longer than {self._timeout:g} s"
                raise EngineError(self.name, told, install="raise engine-timeout, or choose another --engine") from late

    def close(self) -> None:
        """Free the model."""
        with self._lock:
            self._held = None

    def _failure(self, told: str) -> EngineError:
        return EngineError(self.name, told)

    @cached_property
    def _place(self) -> Place:
        return find(self.model, self._failure)

    @cached_property
    def _tokenizer(self) -> PreTrainedTokenizer:
        return load_tokenizer(self._place, self._failure)

    def _translator(self) -> Translator:
        if self._held is None:
            self._held = load(self._place, self._tokenizer, self._failure)
        return self._held
