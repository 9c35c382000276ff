"""The sentences of a paragraph paired with those of its source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from audit.bitext.alignment import align


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that render each other: ranges of the source's text and of the target's; None where nothing does."""

    source: tuple[int, int] | None
    target: tuple[int, int] | None
    likeness: float


Spans = tuple[tuple[int, int], ...]


@lru_cache(maxsize=256)
def passages(  # noqa: PLR0913, PLR0917 - both sides: text, sentences, language
    source: str, sources: Spans, target: str, targets: Spans, lang: str, target_lang: str
) -> tuple[Passage, ...]:
    """Pair the sentences at `sources` in one text with those at `targets` in another."""
    beads = align([source[a:b] for a, b in sources], [target[a:b] for a, b in targets], lang, target_lang, free=0.0)
    return tuple(
        Passage(
            (sources[bead.source[0]][0], sources[bead.source[-1]][1]) if bead.source else None,
            (targets[bead.target[0]][0], targets[bead.target[-1]][1]) if bead.target else None,
            bead.likeness,
        )
        for bead in beads
    )
