"""The joint vocabulary: one SentencePiece unigram model for all languages of a translator."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from audit.errors import ConfigError

EOS, UNKNOWN, PAD = "</s>", "<unk>", "<pad>"
"""Names as in Marian's vocabularies. The padding is no piece: it is the last row of the embeddings."""
SAMPLE = 400_000
"""Texts the vocabulary is made from: more change the pieces little and take minutes."""
THREADS = 4
"""Threads it is made with, on any machine: the order of sums, and so the pieces, hang on it."""
COVERAGE = 0.9995
"""Share of the characters that become pieces, SentencePiece's default; rarer ones are written in bytes."""


class Pieces:
    """A vocabulary: texts to ids and back. Raises ConfigError when the file holds none."""

    def __init__(self, path: Path) -> None:
        """Read `spm.model`."""
        from sentencepiece import SentencePieceProcessor

        try:
            self._held: Any = SentencePieceProcessor(model_file=str(path))
        except (OSError, RuntimeError) as cause:
            raise ConfigError(f"{path}: not a SentencePiece model") from cause
        self.eos: int = self._held.piece_to_id(EOS)

    @property
    def pad(self) -> int:
        """The id of the padding, one past the last piece."""
        return len(self._held)

    def names(self) -> list[str]:
        """All pieces in order of their ids."""
        return [self._held.id_to_piece(at) for at in range(len(self._held))]

    def id(self, piece: str) -> int:
        """The id of a piece."""
        return int(self._held.piece_to_id(piece))

    def encode(self, texts: Sequence[str], threads: int = 1) -> list[list[int]]:
        """The ids of each text, without tag or end."""
        held: list[list[int]] = self._held.encode(list(texts), out_type=int, num_threads=threads)
        return held

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of pieces; tags and ends are nothing."""
        return str(self._held.decode(list(pieces)))


def make(texts: Iterable[str], tags: Sequence[str], size: int, seed: int, path: Path) -> None:
    """Train a vocabulary of at most `size` pieces and write it to `path`; raises ConfigError when it cannot be.

    Text is taken as it is, without normalisation, and figures are split into digits. The tags are control symbols:
    text that happens to contain `<2en>` is never read as one.
    """
    import sentencepiece

    held = list(texts)
    random.Random(seed).shuffle(held)  # noqa: S311 - reproducible, not secret
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".new").open("wb") as stream:
        try:
            sentencepiece.SentencePieceTrainer.train(
                sentence_iterator=iter(held[:SAMPLE]),
                model_writer=stream,
                model_type="unigram",
                vocab_size=size,
                hard_vocab_limit=False,
                character_coverage=COVERAGE,
                byte_fallback=True,
                split_digits=True,
                normalization_rule_name="identity",
                control_symbols=list(tags),
                eos_id=0,
                unk_id=1,
                bos_id=-1,
                pad_id=-1,
                eos_piece=EOS,
                unk_piece=UNKNOWN,
                num_threads=THREADS,
                minloglevel=2,
            )
        except RuntimeError as cause:
            raise ConfigError(f"no vocabulary of {size} pieces: {str(cause).splitlines()[0]}") from cause
    path.with_suffix(".new").replace(path)
