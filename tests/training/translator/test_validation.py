"""Held-out text is translated and compared."""

from __future__ import annotations

from audit.training.translator.direction import directions
from audit.training.translator.validation import scores
from tests.training.translator.conftest import Trained
from tests.training.translator.texts import PAIRS


def test_what_is_known_by_heart_scores_highest(trained: Trained) -> None:
    """Each direction against its own side; strangers' text scores little."""
    both = directions("es-en", both=True)
    known = scores(trained.engine, PAIRS, both, 1)
    assert [one.direction for one in known] == ["es-en", "en-es"]
    assert all(one.bleu > 85 and one.chrf > 85 for one in known)
    strange = scores(trained.engine, [(one, "Wholly unlike: xylophones, quartz.") for one, _ in PAIRS], both[:1], 1)
    assert strange[0].chrf < 30
