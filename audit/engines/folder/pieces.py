"""The sentencepiece models of a folder: sentences to pieces and back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

SHARED, SOURCE, TARGET = "spm.model", "source.spm", "target.spm"


class Pieces:
    """`source.spm` and `target.spm`, or one `spm.model` for both; raises ValueError or OSError where they are not."""

    def __init__(self, folder: Path) -> None:
        self._source = _loaded(folder, SOURCE)
        self._target = _loaded(folder, TARGET)

    def encode(self, text: str) -> list[str]:
        """The pieces of a sentence in the source language."""
        held: list[str] = self._source.encode(text, out_type=str)
        return held

    def placed(self, text: str) -> list[tuple[str, int, int]]:
        """The pieces of a sentence in the target language with start and end, code points into it."""
        points = [at for at, mark in enumerate(text) for _ in mark.encode()]
        points.append(len(text))
        held = self._target.encode(text, return_type="proto").pieces
        return [(one.piece, points[one.begin], points[one.end]) for one in held]

    def decode(self, pieces: Sequence[str]) -> str:
        """The sentence in the target language, without pieces that are none of its own: tags and control symbols."""
        model = self._target
        ids = [i for i in map(model.piece_to_id, pieces) if not model.is_unknown(i) and not model.is_control(i)]
        text: str = model.decode(ids)
        return text


def _loaded(folder: Path, name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - sentencepiece has no types
    from sentencepiece import SentencePieceProcessor

    path = next((folder / held for held in (name, SHARED) if (folder / held).is_file()), None)
    if path is None:
        raise ValueError(f"the folder holds neither {name} nor {SHARED}")
    return SentencePieceProcessor(model_file=str(path))
