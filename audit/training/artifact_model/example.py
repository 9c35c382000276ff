"""What the model learns from: one text with what is known of its words and of the whole."""

from __future__ import annotations

from dataclasses import dataclass, field

TOKEN_HEADS = ("post_edit", "mqm", "slip", "literal")
"""Kinds of word label: changed by a post-editor, marked by an MQM annotator, planted, unlike the human translation."""
SENTENCE_HEADS = ("da_z", "da", "mqm", "rank", "slips")
"""Kinds of sentence label: DA standardised per rater, DA on its own scale, MQM penalty, better of a group, share of
planted words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One text of a group; texts of one group are rivals that say the same.

    `bad` holds, per token head that labels this text, the spans (code points) of its bad words; every other word is
    good by that head. `values` holds sentence labels by head; `rank` orders the rivals of a group, higher is better.
    A `twin` says what
    the example before it says with other names, figures or spelling: both deserve the same values.
    """

    text: str
    bad: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    values: dict[str, float] = field(default_factory=dict)
    rank: int | None = None
    twin: bool = False


Group = tuple[Example, ...]
"""Rivals that are trained in one batch."""
