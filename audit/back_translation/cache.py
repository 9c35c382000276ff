"""Translations remembered: in memory for this run, and in a file for the next."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from audit.back_translation.store import Store
from audit.engine import Engine
from audit.errors import AuditError, EngineError

FILE_NAME = "back-translations.sqlite"
MEMORY_ROWS = 20_000
"""Translations held in memory before it is emptied: about 10 MB, more than any one article needs."""


class Cache:
    """Asks an engine only for what was not translated before by the same engine at the same revision."""

    def __init__(self, store: Store | None = None) -> None:
        """Remember in memory, and in `store` where one is given."""
        self._store = store
        self._memory: dict[bytes, str] = {}

    @property
    def note(self) -> str | None:
        """Why translations are not kept for the next run, when that was wanted."""
        return self._store.note if self._store else None

    def translate(self, engine: Engine, texts: Sequence[str], source_lang: str, target_lang: str) -> list[str]:
        """Translate texts in order; white space around each stays as it is, and blank texts come back unchanged.

        Raises EngineError when the engine fails, or returns another number of texts than it was given.
        """
        label = (source_lang, target_lang, engine.name, engine.revision)
        wanted = {text: _key(*label, text) for text in dict.fromkeys(map(str.strip, texts)) if text}
        held = self._recall(wanted.values())
        if missing := [text for text, key in wanted.items() if key not in held]:
            answers = _translated(engine, missing, source_lang, target_lang)
            if len(answers) != len(missing):
                raise EngineError(engine.name, f"gave {len(answers)} translations for {len(missing)} texts")
            held |= self._remember({wanted[text]: answer for text, answer in zip(missing, answers, strict=True)})
        return [_swap(text, held[wanted[text.strip()]]) if text.strip() else text for text in texts]

    def close(self) -> None:
        """Close the file."""
        if self._store:
            self._store.close()

    def _recall(self, keys: Iterable[bytes]) -> dict[bytes, str]:
        held = {key: self._memory.get(key) for key in keys}
        absent = [key for key, text in held.items() if text is None]
        read = self._store.get(absent) if self._store and absent else {}
        self._hold(read)
        return {key: text for key, text in held.items() if text is not None} | read

    def _remember(self, fresh: dict[bytes, str]) -> dict[bytes, str]:
        self._hold(fresh)
        if self._store:
            self._store.put(fresh)
        return fresh

    def _hold(self, fresh: dict[bytes, str]) -> None:
        if len(self._memory) + len(fresh) > MEMORY_ROWS:
            self._memory.clear()
        self._memory |= fresh


def open_cache(setting: str | None) -> Cache:
    """The cache of `Config.cache`: a file, `""` for memory only, None for the user's cache folder."""
    if setting == "":
        return Cache()
    return Cache(Store(Path(setting).expanduser() if setting else default_path()))


def default_path() -> Path:
    """The file in the user's cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path("mt-audit") / FILE_NAME


def _translated(engine: Engine, texts: list[str], source_lang: str, target_lang: str) -> list[str]:
    try:
        return list(engine.translate(texts, source_lang, target_lang))
    except AuditError:
        raise
    except Exception as cause:
        raise EngineError(engine.name, f"failed: {cause!r}") from cause


def _key(*parts: str) -> bytes:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()


def _swap(text: str, translation: str) -> str:
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    return before + translation.strip() + after
