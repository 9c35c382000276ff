"""Keeps a foreign library's failures to one line, and its loading reports off standard error."""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from audit.errors import AuditError

Failure: TypeAlias = Callable[[str], AuditError]
"""Makes the error of a plugin from what went wrong; the error names the plugin."""

_LOUD = ("transformers", "huggingface_hub")
_LONGEST = 300
"""Characters of a foreign error that are told: those of transformers run to whole pages of advice."""


@contextmanager
def clearly(failure: Failure, doing: str) -> Iterator[None]:
    """Turn whatever is raised inside into the plugin's error, of one line: who, what failed, why."""
    try:
        yield
    except AuditError:
        raise
    except Exception as cause:
        why = " ".join(str(cause).split()) or type(cause).__name__
        told = why if len(why) <= _LONGEST else f"{why[:_LONGEST]}…"
        raise failure(f"{doing}: {told}") from cause


@contextmanager
def quietly() -> Iterator[None]:
    """Hold back the libraries' reports and warnings, and their progress bars unless on a terminal; restores all."""
    from transformers.utils import logging as bars

    loggers = [(logger := logging.getLogger(name), logger.level) for name in _LOUD]
    hidden = bars.is_progress_bar_enabled() and not sys.stderr.isatty()
    for logger, _ in loggers:
        logger.setLevel(logging.ERROR)
    if hidden:
        bars.disable_progress_bar()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in loggers:
            logger.setLevel(level)
        if hidden:
            bars.enable_progress_bar()
