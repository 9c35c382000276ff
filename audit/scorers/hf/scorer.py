"""The scorer of any transformers model: a causal or masked language model, or a sequence classifier for quality."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from audit.document import Paragraph
from audit.errors import PluginError
from audit.neural.loudness import clearly
from audit.neural.place import Place, find
from audit.scorer import Fluency
from audit.scorers.hf.architecture import Kind
from audit.scorers.hf.classifier import Classifier
from audit.scorers.hf.language_model import LanguageModel
from audit.scorers.hf.loading import load, named
from audit.scorers.hf.surprisal import TokenSurprisal
from audit.scorers.hf.verdict import SHORT, from_sentences, from_words, sentences


class HfScorer:
    """`hf:NAME-OR-FOLDER`: fluency from a model of the Hugging Face hub or of a folder; nothing is loaded before use.

    Language models give words a surprisal, and fluency falls with the mean bits per word; classifiers give sentences a
    quality. `revision` is the hub's commit, or a digest of the folder's weights. Every method and `revision` raise
    PluginError where the model cannot be had, loaded or run.
    """

    calibrated = False

    def __init__(self, model: str) -> None:
        self.model = model
        self.name = f"hf:{model}"

    @cached_property
    def revision(self) -> str:
        """Changes when the weights do."""
        return self._place.revision

    def score(self, paragraphs: Sequence[Paragraph], target_lang: str) -> list[Fluency]:  # noqa: ARG002 - the model's
        """One Fluency on 0–100 per paragraph, without interval; only sentences of at least 4 words are scored."""
        read = [paragraph for paragraph in paragraphs if sentences(paragraph)]
        scored = iter(self._scored(read) if read else ())
        return [next(scored) if sentences(paragraph) else Fluency(reason=SHORT) for paragraph in paragraphs]

    def surprisals(self, texts: Sequence[str]) -> list[tuple[TokenSurprisal, ...]]:
        """Of each text, its white-space separated words with their surprisal in bits, in order.

        The whole text is the context of its words. A word of which the model reads nothing is left out. Raises
        PluginError for a classifier, which knows no surprisal.
        """
        if isinstance(self._reader, Classifier):
            raise PluginError(f"scorer {self.name}: a classifier knows no surprisal – name a language model")
        with clearly(named(f"scorer {self.name}"), "the model failed on a text"):
            return self._reader.surprisals(texts)

    def _scored(self, paragraphs: Sequence[Paragraph]) -> list[Fluency]:
        if isinstance(self._reader, Classifier):
            return self._judged(self._reader, paragraphs)
        words = self.surprisals([paragraph.text for paragraph in paragraphs])
        return [from_words(paragraph, held) for paragraph, held in zip(paragraphs, words, strict=True)]

    def _judged(self, reader: Classifier, paragraphs: Sequence[Paragraph]) -> list[Fluency]:
        texts = [p.text[start:end] for p in paragraphs for start, end in sentences(p)]
        with clearly(named(f"scorer {self.name}"), "the model failed on a sentence"):
            quality = iter(reader.quality(texts))
        return [from_sentences(p, [next(quality) for _ in sentences(p)]) for p in paragraphs]

    @cached_property
    def _place(self) -> Place:
        return find(self.model, named(f"scorer {self.name}"))

    @cached_property
    def _reader(self) -> Classifier | LanguageModel:
        name = f"scorer {self.name}"
        loaded = load(self._place, name)
        if loaded.kind is not Kind.CLASSIFIER:
            return LanguageModel(loaded)
        with clearly(named(name), "the model failed on a sentence"):
            return Classifier(loaded)
