"""Translates held-out text with an exported translator and compares it with the human translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.training.translator.direction import Direction
from audit.training.translator.export import SPM
from audit.training.translator.pieces import EOS, Pieces
from audit.training.translator.reading import Pair

TOKENIZERS = {"zh": "zh", "ja": "char", "th": "char", "my": "char", "km": "char", "lo": "char"}
"""How sacrebleu counts the words of a target language without spaces; `13a` for all others."""
ROWS = 32
"""Texts translated at a time."""

TIMES = 2
"""Most pieces of a translation, in pieces of the longest source: an untrained network finds no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """BLEU and chrF of one direction, 0–100, as sacrebleu counts them."""

    direction: str
    bleu: float
    chrf: float


def scores(folder: Path, pairs: Sequence[Pair], directions: Sequence[Direction], threads: int) -> list[Score]:
    """The scores of every direction over `pairs`, which are in the order of the first direction."""
    from sacrebleu import corpus_bleu, corpus_chrf

    held = []
    for direction in directions:
        sides = [pair if direction == directions[0] else pair[::-1] for pair in pairs]
        translated = translations(folder, [one for one, _ in sides], direction, threads)
        references = [[other for _, other in sides]]
        tokenizer = TOKENIZERS.get(direction.target.replace("_", "-").partition("-")[0], "13a")
        # With `force`, sacrebleu does not warn of references that end in " .".
        bleu = corpus_bleu(translated, references, tokenize=tokenizer, force=True).score
        chrf = corpus_chrf(translated, references).score
        held.append(Score(direction=direction.name, bleu=round(bleu, 2), chrf=round(chrf, 2)))
    return held


def translations(folder: Path, texts: Sequence[str], direction: Direction, threads: int) -> list[str]:
    """Each text's greedy translation by an exported folder."""
    import ctranslate2

    pieces, names = Pieces(folder / SPM), Pieces(folder / SPM).names()
    rows = [[direction.tag, *(names[at] for at in ids), EOS] for ids in pieces.encode(texts, threads)]
    translator: Any = ctranslate2.Translator(str(folder), device="cpu", intra_threads=threads)
    longest = TIMES * max(map(len, rows), default=1)
    held = translator.translate_batch(rows, beam_size=1, max_batch_size=ROWS, max_decoding_length=longest)
    return [pieces.decode(one.hypotheses[0]) for one in held]
