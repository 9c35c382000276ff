"""Training groups from the lexicons: a good sentence above bad ones, the bad phrase in several wordings."""

from __future__ import annotations

import random

from audit.training.artifact_model.phrases import HEADS, held_out, phrases
from tests.lexicon.entries import made

PRESS = {"bad": "She <v>realized a wheel of press</v> there.", "good": "She held a press conference there."}


def test_group_is_a_good_sentence_above_a_bad_one() -> None:
    """The phrase's words are bad for both heads, those of the natural sentence good."""
    good, bad = next(phrases([made("{person} realized", **PRESS)], random.Random(1)))
    assert (good.text, good.rank, bad.rank) == (PRESS["good"], 1, 0)
    for head in HEADS:
        assert good.bad[head] == ()
        assert [bad.text[start:end] for start, end in bad.bad[head]] == ["realized a wheel of press"]


def test_pattern_gives_other_wordings() -> None:
    """Alternatives are drawn, verbs keep their tense and optional words come and go."""
    entry = made("~realize|~make a (big)? (wheel of press|press wheel)", **PRESS)
    texts = {bad.text for _, bad in phrases([entry] * 20, random.Random(1))}
    assert {"She made a press wheel there.", "She realized a big wheel of press there."} <= texts
    assert all(text.startswith("She ") and text.endswith(" there.") for text in texts)


def test_what_cannot_be_worded_keeps_its_example() -> None:
    """Gaps, slots and patterns that mark only a part give the example alone."""
    for pattern in ("realized * wheel", "{determiner} wheel of press", "realized a [wheel of press]"):
        assert len(list(phrases([made(pattern, **PRESS)], random.Random(1)))) == 1


def test_one_entry_in_twenty_is_held_out() -> None:
    """By its id, so that it stays held out when others come and go."""
    share = sum(held_out(made("pair", id=f"entry-{n}")) for n in range(2000)) / 2000
    assert 0.03 < share < 0.07
