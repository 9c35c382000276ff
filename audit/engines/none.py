"""The engine that translates nothing: `--engine none` turns back-translation off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from audit.errors import EngineError

_OFF = "back-translation is off (engine none)"


class NoEngine:
    """An engine for runs without back-translation; takes and ignores the options of other engines."""

    name = "none"
    revision = "0"

    def __init__(self, **_options: object) -> None:
        """Take whatever another engine would."""

    def unavailable(self, source_lang: str, target_lang: str) -> str:  # noqa: ARG002 - the protocol's
        """Say that back-translation is off, for every pair."""
        return _OFF

    def translate(self, texts: Sequence[str], source_lang: str, target_lang: str) -> NoReturn:  # noqa: ARG002 - the protocol's
        """Raise EngineError, always."""
        raise EngineError(self.name, _OFF, install="choose another with --engine")

    def close(self) -> None:
        """Do nothing: there is nothing to free."""
