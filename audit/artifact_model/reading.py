"""What the model says of a text and of its sentences, before calibration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.artifact_model.calibration import feature_names, sigmoid
from audit.artifact_model.passages import LEAST_WORDS, Passage
from audit.artifact_model.pieces import Pieces
from audit.artifact_model.windows import Window

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TextReading:
    """The raw answer for one text.

    `words` are spans (code points) of the words that have pieces, `token_logits` [n, k] theirs, `sentence_values` [m]
    those of the whole text.
    """

    words: tuple[tuple[int, int], ...]
    token_logits: NDArray[np.float32]
    sentence_values: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SentenceReading:
    """The raw answer for one sentence of a paragraph; all spans are code points into the paragraph's text.

    `words` (n) and `token_logits` [n, k] are as in `TextReading`. `features` are what the calibration weighs, by name,
    or None where the sentence is too short for a score: `sentence:HEAD` is the value of a sentence head, `mean:HEAD`
    and `max:HEAD` are of the words' probabilities by a token head.
    """

    start: int
    end: int
    words: tuple[tuple[int, int], ...]
    token_logits: NDArray[np.float32]
    features: Mapping[str, float] | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WindowReading:
    """The logits [pieces, k] of a window's pieces and the values [m] of its mean."""

    window: Window
    token_logits: NDArray[np.float32]
    sentence_values: NDArray[np.float32]


def joined(found: Pieces, windows: Sequence[WindowReading], heads: tuple[int, int]) -> TextReading:
    """The reading of a text from those of its windows; a word has the highest logit of its pieces.

    `heads` are the counts of token and sentence heads.
    """
    import numpy as np

    words: list[tuple[int, int]] = []
    logits = [np.zeros((0, heads[0]), np.float32)]
    for read in windows:
        of = np.array(found.word[read.window.start : read.window.end])
        own = np.flatnonzero((of >= read.window.first) & (of < read.window.last))
        firsts = np.flatnonzero(np.diff(of[own], prepend=-1))
        words += [found.words[word] for word in of[own][firsts].tolist()]
        if len(own):
            logits.append(np.maximum.reduceat(read.token_logits[own], firsts, axis=0))
    values = np.zeros(heads[1], np.float32)
    if windows:
        sizes = [read.window.end - read.window.start for read in windows]
        values = np.average([read.sentence_values for read in windows], axis=0, weights=sizes)
    return TextReading(words=tuple(words), token_logits=np.concatenate(logits), sentence_values=values)


def of_sentence(
    passage: Passage, text: TextReading, token_heads: tuple[str, ...], sentence_heads: tuple[str, ...]
) -> SentenceReading:
    """The reading of one sentence from that of the text it was read in."""
    words = [(start + passage.low, end + passage.low) for start, end in text.words]
    inside = [at for at, (start, end) in enumerate(words) if passage.start <= start and end <= passage.end]
    logits = text.token_logits[inside]
    features = None
    if passage.scored and len(inside) >= LEAST_WORDS:
        held = sigmoid(logits)
        values = (*text.sentence_values.tolist(), *held.mean(axis=0).tolist(), *held.max(axis=0).tolist())
        features = dict(zip(feature_names(token_heads, sentence_heads), values, strict=True))
    return SentenceReading(
        start=passage.start,
        end=passage.end,
        words=tuple(words[at] for at in inside),
        token_logits=logits,
        features=features,
    )


def grouped(answers: Iterable[tuple[int, WindowReading]], texts: int) -> list[list[WindowReading]]:
    """The readings of windows by the text they belong to, in order of the text."""
    held: list[list[WindowReading]] = [[] for _ in range(texts)]
    for text, reading in answers:
        held[text].append(reading)
    return [sorted(readings, key=lambda reading: reading.window.start) for readings in held]
