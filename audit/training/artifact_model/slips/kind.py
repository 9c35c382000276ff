"""What a slip is: a function that plants one fault of a kind in a sentence."""

from __future__ import annotations

import random
from collections.abc import Callable

from audit.training.artifact_model.draft import Draft
from audit.training.artifact_model.knowledge import Knowledge

Slip = Callable[[Draft, random.Random, Knowledge], bool]
"""Changes a draft in place, marks what it made bad, and tells whether it found a place."""


def places(words: Draft, wanted: Callable[[str], bool], start: int = 0) -> list[int]:
    """Where words pass a test on their lower-case form, bad ones left out."""
    return [i for i, word in enumerate(words) if i >= start and not word.bad and wanted(word.text.lower())]


def cased(model: str, word: str) -> str:
    """A word with the capital of the one it stands for."""
    return word[:1].upper() + word[1:] if model[:1].isupper() and not model.isupper() else word
