"""How often each slip is planted, and how many in one sentence."""

from __future__ import annotations

import random

from audit.training.artifact_model.draft import Draft, draft
from audit.training.artifact_model.knowledge import Knowledge
from audit.training.artifact_model.slips import grammar, order, surface, wording
from audit.training.artifact_model.slips.kind import Slip

WEIGHTS: tuple[tuple[Slip, float], ...] = (
    (grammar.preposition_swap, 9),
    (grammar.preposition_drop, 3),
    (grammar.preposition_insert, 5),
    (grammar.article_drop, 6),
    (grammar.article_insert, 6),
    (grammar.article_swap, 3),
    (grammar.inflect, 12),
    (grammar.pronoun, 6),
    (grammar.auxiliary_drop, 4),
    (grammar.subject_drop, 3),
    (grammar.redundant_subject, 3),
    (grammar.more_big, 1),
    (order.adjective_after, 4),
    (order.neighbours, 4),
    (order.moved_word, 4),
    (order.moved_phrase, 3),
    (order.genitive_of, 2),
    (order.compound_of, 2),
    (order.late_verb, 4),
    (wording.other_sense, 16),
    (wording.untranslated, 3),
    (wording.follower, 7),
    (wording.stranger, 6),
    (wording.dropped, 5),
    (wording.cut_short, 2),
    (wording.doubled, 2),
    (wording.misspelt, 2),
    (wording.named_thing, 2),
    (surface.stray_capital, 2),
    (surface.lost_capital, 2),
    (surface.all_lower, 0.5),
    (surface.lost_stop, 1),
    (surface.spare_mark, 1.5),
    (surface.lost_comma, 1),
    (surface.loose_mark, 1),
)
"""Relative frequencies: by judgement after reading machine-translated pages, grammar and wording before surface,
which the rules see better than a model does."""

COUNTS = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4)
"""Slips in one sentence, drawn evenly, to begin with: a few faults make an easy lesson."""
FEW = (1, 1, 1, 2)
"""The same for the last pass: mostly the single slip that is left in good English."""


def corrupted(text: str, rng: random.Random, known: Knowledge, counts: tuple[int, ...] = COUNTS) -> Draft | None:
    """The sentence with slips planted, as many as one of `counts`, or None where none found a place."""
    words = draft(text)
    return words if plant(words, rng, known, counts) else None


def plant(words: Draft, rng: random.Random, known: Knowledge, counts: tuple[int, ...]) -> int:
    """Plant slips in a draft, as many as one of `counts` where they find a place; gives how many."""
    slips, weights = zip(*WEIGHTS, strict=True)
    planted = 0
    wanted = rng.choice(counts)
    for slip in rng.choices(slips, weights, k=4 * wanted):
        planted += bool(words) and slip(words, rng, known)
        if planted == wanted:
            break
    return planted
