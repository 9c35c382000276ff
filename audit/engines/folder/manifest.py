"""What a model's `engine.json` says: the pairs it serves and what stands around a source sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from audit.languages import two_letter
from audit.neural.digest import digest

FILE_NAME = "engine.json"
MODEL_NAME, CONFIG_NAME = "model.bin", "config.json"
_END = "</s>"
"""Marian's models end a source so; `"source_end": ""` is for models that do not."""
_BEAM = 2
"""CTranslate2's default."""
_PAIR = re.compile(r"[a-z]{2,3}(?:_\w+)?-[a-z]{2,3}(?:_\w+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Pairs such as `es-en`, the model's revision, the piece put before the source for each target language.

    `end` is the piece put after it: nothing where CTranslate2 does so itself. `beam` is how many are searched with.
    """

    pairs: tuple[str, ...]
    revision: str
    tags: Mapping[str, str] = field(default_factory=dict)
    end: tuple[str, ...] = ()
    beam: int = _BEAM

    def serves(self, source_lang: str, target_lang: str) -> bool:
        """Whether a pair, given in two- or three-letter codes, is among them."""
        return f"{two_letter(source_lang)}-{two_letter(target_lang)}" in self.pairs

    def tag(self, target_lang: str) -> tuple[str, ...]:
        """The tag of a target language, or nothing."""
        held = self.tags.get(two_letter(target_lang))
        return (held,) if held else ()


def read(folder: Path) -> Manifest:
    """The manifest of a folder; raises ValueError, in one line, where the folder holds no model that can be served.

    Where `engine.json` tells no revision, it is a digest of the weights.
    """
    _require(folder)
    told = _json(folder / FILE_NAME)
    pairs, tags = _pairs(told), _tags(told)
    ended = folder.joinpath(CONFIG_NAME).is_file() and _json(folder / CONFIG_NAME).get("add_source_eos")
    end = _text(told, "source_end", _END)
    return Manifest(
        pairs=tuple(_short(pair) for pair in pairs),
        revision=_text(told, "revision", "") or digest([folder / MODEL_NAME]),
        tags={two_letter(lang): tag for lang, tag in tags.items()},
        end=(end,) if end and not ended else (),
        beam=_beam(told),
    )


def _require(folder: Path) -> None:
    if not folder.is_dir():
        raise ValueError("there is no such folder" if not folder.exists() else "a file – name the folder it is in")
    for name in (MODEL_NAME, FILE_NAME):
        if not (folder / name).is_file():
            raise ValueError(f"the folder holds no {name} – name one with a CTranslate2 model and its {FILE_NAME}")


def _json(path: Path) -> dict[str, Any]:
    try:
        held = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as cause:
        raise ValueError(f"cannot read {path.name}: {' '.join(str(cause).split())}") from cause
    return held if isinstance(held, dict) else {}


def _pairs(told: Mapping[str, Any]) -> list[str]:
    held = told.get("pairs")
    if not isinstance(held, list) or not held or not all(isinstance(p, str) and _PAIR.fullmatch(p) for p in held):
        raise ValueError(f'{FILE_NAME}: "pairs" is no list of pairs such as "es-en"')
    return held


def _tags(told: Mapping[str, Any]) -> dict[str, str]:
    held = told.get("tags") or {}
    if not isinstance(held, dict) or not all(isinstance(tag, str) for tag in held.values()):
        raise ValueError(f'{FILE_NAME}: "tags" does not give a text for each target language')
    return held


def _text(told: Mapping[str, Any], key: str, default: str) -> str:
    held = told.get(key, default)
    if not isinstance(held, str):
        raise ValueError(f'{FILE_NAME}: "{key}" is no text')  # noqa: TRY004 - one kind of error for the file
    return held


def _beam(told: Mapping[str, Any]) -> int:
    held = told.get("beam", _BEAM)
    if type(held) is not int or held < 1:
        raise ValueError(f'{FILE_NAME}: "beam" is no whole number above nothing')
    return held


def _short(pair: str) -> str:
    return "-".join(map(two_letter, pair.split("-")))
