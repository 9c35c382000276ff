"""What a suspicion is worth."""

from __future__ import annotations

from itertools import pairwise

import pytest

from audit.config import Config
from audit.pipeline import Auditor
from audit.training.artifact_model.confidence import LEAST_SPANS, Marked, suspected, table
from tests.scorers.word_list import WordList


def test_spans_are_right_where_people_marked_something() -> None:
    """Of two suspected words one was marked."""
    scorer = WordList(words={"badly": 0.8, "slept": 0.9})
    text = "It rained badly on the roof. The cat never slept in the house."
    start = text.index("slept")
    with Auditor(Config(engine="none", cache=""), scorer=scorer) as auditor:
        found = suspected(auditor, [Marked(text=text, spans=((start, start + 5),))])
    assert found == [(0.8, False), (0.9, True)]


def test_the_table_rises() -> None:
    """A bin that would fall is joined with the one before it."""
    rows = [(0.5 + at / 1000, at % 2 == 0) for at in range(100)]
    rows += [(0.6 + at / 1000, at % 4 == 0) for at in range(100)]
    rows += [(0.9, True) for _ in range(100)]
    held = table(rows)
    assert [a < b for (_, a), (_, b) in pairwise(held)] == [True] * (len(held) - 1)
    assert held[-1][1] > 0.9
    assert held[0][1] == pytest.approx(0.375, abs=0.05)


def test_few_spans_are_never_certain() -> None:
    """All right, and yet below one."""
    ((_, confidence),) = table([(0.7, True)] * LEAST_SPANS)
    assert 0.9 < confidence < 1
