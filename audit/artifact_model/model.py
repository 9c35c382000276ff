"""The artifact model: paragraphs in, raw readings of their sentences out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audit.artifact_model.calibration import Calibration, load_calibration
from audit.artifact_model.encoder import Encoder, Row
from audit.artifact_model.heads import Heads, load_heads
from audit.artifact_model.ngrams import NgramCounts, load_ngrams
from audit.artifact_model.passages import passages
from audit.artifact_model.pieces import Pieces, batch, marks, open_tokenizer
from audit.artifact_model.reading import SentenceReading, TextReading, WindowReading, grouped, joined, of_sentence
from audit.artifact_model.recent import Recent
from audit.artifact_model.windows import windows
from audit.document import Paragraph
from audit.errors import PluginError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FILES = ("model.bin", "config.json", "vocabulary.json", "tokenizer.json", "ngrams.npz", "heads.npz", "calibration.json")
"""Files of a model folder."""
REMEMBERED = 4096
"""Texts whose reading is kept: the sentences of about a hundred articles, under 10 MiB with four heads."""


class ArtifactModel:
    """One model of a folder. The encoder is loaded when the first text is read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.calibration: Calibration = load_calibration(folder / "calibration.json")
        self._texts: Recent[str, TextReading] = Recent(REMEMBERED)

    def read(self, paragraphs: Sequence[Paragraph]) -> list[tuple[SentenceReading, ...]]:
        """The readings of each paragraph's sentences, in order.

        A paragraph without sentences, or with none of four words, is read as one. A reading does not depend on the
        other paragraphs. Raises PluginError when a file of the model is broken.
        """
        plans = [passages(paragraph.text, paragraph.sentences) for paragraph in paragraphs]
        parts = [
            [(passage, paragraph.text[passage.low : passage.high]) for passage in plan]
            for paragraph, plan in zip(paragraphs, plans, strict=True)
        ]
        held = self._texts.get_all((text for part in parts for _, text in part), self._read)
        names = self.calibration.token_heads, self.calibration.sentence_heads
        return [tuple(of_sentence(passage, held[text], *names) for passage, text in part) for part in parts]

    def _read(self, texts: list[str]) -> list[TextReading]:
        found = batch(texts, self._tokenizer, self.ngrams)
        heads = self._heads.shape[:2]
        answers = grouped(self._windows(found), len(texts))
        return [joined(pieces, held, heads) for pieces, held in zip(found, answers, strict=True)]

    def _windows(self, found: Sequence[Pieces]) -> Iterator[tuple[int, WindowReading]]:
        cut = [(at, window) for at, pieces in enumerate(found) for window in windows(pieces.word)]
        rows = [self._row(found[at], window.start, window.end) for at, window in cut]
        for index, vectors in self._encoder.read(rows):
            if vectors.shape[1] != self._heads.shape[2]:
                raise self._broken(f"heads.npz is {self._heads.shape[2]} wide, model.bin {vectors.shape[1]}")
            at, window = cut[index]
            yield (
                at,
                WindowReading(
                    window=window,
                    token_logits=self._heads.token_logits(vectors[1:-1]),
                    sentence_values=self._heads.sentence_values(vectors),
                ),
            )

    def _row(self, found: Pieces, start: int, end: int) -> Row:
        first, last = self._marks
        return Row(ids=(first, *found.ids[start:end], last), types=(0, *found.types[start:end], 0))

    @cached_property
    def _encoder(self) -> Encoder:
        return Encoder(self._folder)

    @cached_property
    def _heads(self) -> Heads:
        heads = load_heads(self._folder / "heads.npz")
        named = len(self.calibration.token_heads), len(self.calibration.sentence_heads)
        if heads.shape[:2] != named:
            raise self._broken(f"heads.npz has {heads.shape[:2]} heads, calibration.json names {named}")
        return heads

    @cached_property
    def ngrams(self) -> NgramCounts:
        """The counts of human English that words are read with."""
        return load_ngrams(self._folder / "ngrams.npz")

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        try:
            tokenizer = open_tokenizer(self._folder / "tokenizer.json")
            marks(tokenizer)
        except Exception as cause:  # tokenizers raises bare Exception
            raise self._broken(f"tokenizer.json does not load: {cause}") from cause
        # The encoder does not check what it looks up: an id past its table would read foreign memory.
        if tokenizer.get_vocab_size() > len(_vocabulary(self._folder / "vocabulary.json")):
            raise self._broken("tokenizer.json has more pieces than vocabulary.json")
        return tokenizer

    @cached_property
    def _marks(self) -> tuple[int, int]:
        return marks(self._tokenizer)

    def _broken(self, cause: str) -> PluginError:
        return PluginError(f"artifact model {self._folder}: {cause} – export it again")


def shipped() -> Path:
    """The folder of the model that comes with the package."""
    return Path(str(resources.files("audit") / "data" / "artifact_model"))


@lru_cache(maxsize=4)
def load(folder: Path) -> ArtifactModel:
    """The model of a folder, loaded once; raises PluginError when a file is missing or the calibration is broken."""
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise PluginError(
            f"artifact model {folder}: {', '.join(missing)} missing – name the folder of an exported model"
            " (artifact:DIR) or use the scorer none"
        )
    return ArtifactModel(folder)


def _vocabulary(path: Path) -> list[Any]:
    try:
        held = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as cause:
        raise PluginError(f"artifact model {path.parent}: vocabulary.json does not load: {cause}") from cause
    return held if isinstance(held, list) else []
